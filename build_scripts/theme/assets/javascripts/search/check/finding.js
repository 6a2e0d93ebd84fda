// Looks for a quotation in the orders of the archive. Mirrors finding.py, within bounds on what is fetched.

import { MOST_READS } from "../database/database.js";
import { cutSentences } from "../answers/sentences.js";
import { compareWords } from "./comparing.js";
import { OrderText } from "./order_text.js";
import { locatePin, writeCitation } from "./pins.js";
import {
  FEWEST_WORDS, cleanQuotation, findWords, foldLetters, listReadings, listWholeWords, printsAsMany, readParts,
} from "./quoted.js";

const MOST_PASSAGES = 5;
const MOST_READ = 8; // orders whose texts are read where several can have a quotation
const NEAREST = 4; // orders that are compared word by word
const MOST_RUNS = 8;
const LONGEST_PHRASE = 40;
const [OMITTED, CHANGED, LETTERS] = [6000, 200, 30];
const SURE = 3;
const MOST_TRIES = 50;
const AROUND = 600;

// {match, orders, complete, passages}: `match` is "exact", "marked", "near", "absent" or "refused"; where
// `complete` is false, more orders may have it than `orders`.
export async function checkQuotation(search, quotation) {
  const printed = cleanQuotation(quotation);
  const words = findWords(printed).length;
  if (words < FEWEST_WORDS) return { match: "refused", words, orders: 0, complete: true, passages: [] };
  await search.loadHotPages();
  const readings = listReadings(printed).map((reading) => ({ reading, parts: readParts(reading) }));
  for (const { reading, parts } of readings) {
    const sure = findPhrases(search, listPhrases(parts));
    const found = findIn(await loadTexts(search, sure.ranks.slice(0, MOST_READ)), reading, parts);
    if (found.length) return answer(search, found, sure);
  }
  const voted = await vote(search, readings.at(-1).parts);
  const texts = await loadTexts(search, voted.ranks.slice(0, MOST_READ));
  for (const { reading, parts } of readings) {
    const found = findIn(texts, reading, parts);
    if (found.length) return answer(search, found, { ...voted, ranks: found });
  }
  const near = findNearest(texts.slice(0, NEAREST), readings.at(-1).reading);
  if (!near.length) return { match: "absent", orders: 0, complete: voted.complete, passages: [] };
  const match = near[0].differences.every(({ announced }) => announced) ? "marked" : "near";
  const passages = await describe(search, near);
  return { match, orders: near.length, complete: voted.complete, passages };
}

async function loadTexts(search, ranks) {
  const texts = await search.files.loadTexts(ranks);
  return texts.map((blocks, place) => new OrderText(ranks[place], blocks));
}

function findPhrases(search, phrases) {
  const asked = phrases.map((words) => `"${words.join(" ")}"`).join(" AND ");
  if (!asked) return { ranks: [], complete: true };
  return search.finder.select({ x: `text : (${asked})` }, { reads: MOST_READS });
}

async function answer(search, found, { ranks, complete }) {
  const exact = found.filter(({ marked }) => !marked);
  const shown = exact.length ? exact : found;
  const orders = Math.max(shown.length === found.length ? ranks.length : 0, shown.length);
  const passages = await describe(search, shown.slice(0, MOST_PASSAGES));
  return { match: exact.length ? "exact" : "marked", orders, complete, passages };
}

// The first place of a quotation in each text that has it, until as many as are shown have its very words.
export function findIn(texts, reading, parts) {
  const whole = { kind: "words", letters: foldLetters(reading) };
  const found = [];
  for (const text of texts) {
    const at = text.find(whole);
    if (at >= 0) {
      const [first, last] = [text.locate(at), text.locate(at + whole.letters.length - 1)];
      const marked = !printsAsMany(reading, text.take(first, last));
      found.push({ text, first, last, marked, differences: [] });
    } else {
      const one = findParts(text, parts);
      if (one) found.push(one);
    }
    if (found.filter(({ marked }) => !marked).length === MOST_PASSAGES) break;
  }
  return found;
}

export function findNearest(texts, reading) {
  const compared = texts.map((text) => compareWords(text, reading)).filter(Boolean);
  const best = Math.max(...compared.map(({ agreement }) => agreement));
  return compared.filter(({ agreement }) => agreement === best);
}

// The words of a quotation, other words of the order where it has ellipses and brackets.
function findParts(text, parts) {
  if (!parts.length || (parts.length === 1 && !parts[0].opens && !parts[0].closes)) return null;
  const sizes = parts.map(({ letters }) => letters.length);
  const at = sizes.indexOf(Math.max(...sizes));
  const longest = parts[at];
  if (listWholeWords(longest).length < SURE) return null;
  let start = text.find(longest);
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries += 1) {
    const behind = follow(text, parts.slice(at + 1), start + longest.letters.length, longest);
    const before = follow(text, parts.slice(0, at).reverse(), start, longest, true);
    if (behind && before) {
      const differences = [...before.differences.reverse(), ...behind.differences];
      const [first, last] = [text.locate(before.at), text.locate(behind.at - 1)];
      return { text, first, last, marked: true, differences };
    }
    start = text.find(longest, start + 1);
  }
  return null;
}

function follow(text, parts, from, longest, back = false) {
  const differences = [];
  let [at, near, signs] = [from, longest, []];
  for (const part of parts) {
    if (part.kind !== "words") {
      signs.push(part);
      continue;
    }
    const [one, other] = back ? [part, near] : [near, part];
    const glued = one.closes || other.opens ? LETTERS : CHANGED;
    const room = signs.some(({ kind }) => kind === "omission") ? OMITTED : glued;
    const size = part.letters.length;
    const found = back ? text.find(part, at - room - size, at, true) : text.find(part, at, at + room + size);
    if (found < 0) return null;
    const [start, end] = back ? [found + size, at] : [at, found];
    const here = start < end ? text.take(text.locate(start), text.locate(end - 1)) : "";
    const quoted = (back ? signs.reverse() : signs).map((sign) => sign.text).join(" ");
    differences.push({ quoted, here, announced: true });
    [at, near, signs] = [back ? found : found + size, part, []];
  }
  return { at, differences };
}

function listPhrases(parts) {
  return parts.map(listWholeWords).filter((words) => words.length > 1)
    .map((words) => words.slice(0, LONGEST_PHRASE));
}

// The orders that have most runs of a quotation's words, of those that fewest have.
async function vote(search, parts) {
  const known = new Map(await search.files.loadWords());
  const several = parts.map(listWholeWords);
  const size = several.flat().length > 6 ? 3 : 2;
  const runs = new Map();
  for (const words of several) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const run = words.slice(at, at + size);
      runs.set(run.join(" "), { run, rarity: Math.min(...run.map((word) => known.get(word) ?? 0)) });
    }
  }
  const rarest = [...runs.values()].sort((a, b) => a.rarity - b.rarity).slice(0, MOST_RUNS);
  const votes = new Map();
  let complete = true;
  for (const { run } of rarest) {
    const found = findPhrases(search, [run]);
    complete &&= found.complete;
    for (const rank of found.ranks) votes.set(rank, (votes.get(rank) ?? 0) + 1);
  }
  const ranks = [...votes.keys()].sort((a, b) => votes.get(b) - votes.get(a) || a - b);
  return { ranks, complete };
}

// What a page shows of each place.
async function describe(search, found) {
  const ranks = found.map(({ text }) => text.rank);
  const [orders, pins] = await Promise.all([search.files.loadResults(ranks), search.files.loadPins(ranks)]);
  return found.map(({ text, first, last, differences }, place) => {
    const [pin, end] = [locatePin(pins[place], first), locatePin(pins[place], last)];
    const words = text.take(first, last);
    const [before, behind] = findSentence(text, first, last);
    const { address, case_name: name, title } = orders[place];
    const citation = writeCitation(pins[place], pin, end);
    const anchor = text.anchors[first[0]];
    return { address, anchor, name, title, pin, citation, before, words, behind, differences };
  });
}

function findSentence(text, first, last) {
  const [opening, closing] = [text.blocks[first[0]], text.blocks[last[0]]];
  const start = cutEnds(opening).filter((end) => end <= first[1]).at(-1) ?? 0;
  const end = cutEnds(closing).find((one) => one > last[1]) ?? closing.length;
  const before = opening.slice(start, first[1]).trimStart();
  const behind = closing.slice(last[1] + 1, end).trimEnd();
  return [
    before.length > AROUND ? `… ${before.slice(-AROUND)}` : before,
    behind.length > AROUND ? `${behind.slice(0, AROUND)} …` : behind,
  ];
}

function cutEnds(text) {
  let at = 0;
  return cutSentences(text).map((sentence) => {
    at += sentence.length + 1;
    return Math.min(at, text.length);
  });
}
