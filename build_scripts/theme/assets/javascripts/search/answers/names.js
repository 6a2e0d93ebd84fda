// Which order a search names: its docket, its report, its case or its title. Mirrors ranking.py.

import { foldWords } from "../query/query_tokens.js";
import { isCommonWord } from "../query/recognised.js";

const EXTRAS = new Set(["inc", "llc", "ltd", "co", "corp", "et", "al", "the", "v", "vs"]);

// Says how much a search is this case's name and title: more is better. The part of the name, of
// the title or of both that the words make up; one more where the name begins with them.
export function scoreName(words, name, title) {
  const wanted = [...new Set(words)];
  const [named, titled] = [foldWords(name), foldWords(title)];
  let score = 0;
  for (const held of [named, titled, [...named, ...titled]].map((list) => new Set(list))) {
    if (held.size && wanted.every((word) => held.has(word))) {
      score = Math.max(score, wanted.length / held.size);
    }
  }
  const core = leaveExtras(words);
  const begins = leaveExtras(named).slice(0, core.length).join(" ") === core.join(" ");
  return begins ? score + 1 : score;
}

function leaveExtras(words) {
  return words.filter((word) => !EXTRAS.has(word) && !isCommonWord(word));
}
