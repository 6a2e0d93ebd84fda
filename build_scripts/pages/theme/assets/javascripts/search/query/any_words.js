// Plain words, of which any may do: questions, and searches whose words few orders have together.

import { Sign, cutQuery, foldWords } from "./query_tokens.js";
import { isCommonWord, isQuestionWord } from "./recognised.js";

const SHORTEST_QUESTION = 5; // words
// Words of sentences: who types them asks something, and does not list what an order must have.
const SENTENCE_WORDS = new Set((
  "am are because can could did do does had has have he her here his how i if is it its may me must my not our "
  + "shall she should someone their them they us was we were what when where which who whom whose why will would "
  + "you your"
).split(" "));

// The words of a search that is nothing but words typed without a sign or a connector, without common
// words and those that only ask; [] for any other, since who types connectors means them.
export function listPlainWords(query, text) {
  const parts = query.root?.kind === "all" ? query.root.parts : [];
  const areWords = parts.every(({ kind, field, quoted }) => (
    !field && (kind === "word" || (kind === "phrase" && !quoted))
  ));
  if (!areWords || cutQuery(text).some(({ sign }) => sign !== Sign.WORD)) return [];
  const words = parts.flatMap((part) => part.words ?? [part.text]);
  return [...new Set(words)].filter((word) => (
    word.length > 1 && !isQuestionWord(word) && !isCommonWord(word)
  ));
}

// Whether a text is a sentence, or the most of one.
export function isQuestion(text) {
  const words = foldWords(text);
  return words.length >= SHORTEST_QUESTION && words.some((word) => SENTENCE_WORDS.has(word));
}

// The search for any of some words; `all` is the search for all of them, which comes first, or null.
export function askAny(query, words, all) {
  return { ...query, root: { kind: "ranked", words, all } };
}
