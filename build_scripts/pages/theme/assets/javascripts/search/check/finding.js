// Looks for a quotation in the orders of the archive. The orders whose texts are read are chosen by runs of
// its rarest words, since the places of common ones are megabytes.

import { MOST_READS } from "../database/database.js";
import { cutSentences } from "../answers/sentences.js";
import { MOST_WORDS, compareWords } from "./comparing.js";
import { OrderText } from "./order_text.js";
import { locatePin, writeCitation } from "./pins.js";
import {
  FEWEST_WORDS, cleanQuotation, findWords, foldLetters, listReadings, listWholeWords, printsAsMany, readParts,
} from "./quoted.js";

const MOST_PASSAGES = 5;
const MOST_READ = 8; // orders whose texts are read where several can have a quotation
const NEAREST = 4; // orders that are compared word by word
const RARE_WORDS = 5; // of a quotation: an order that has it has all of them
const [SURE_RUNS, MOST_RUNS] = [2, 6]; // of three words: all of them an order must have, or most
const MOST_VOTES = 200; // orders that a run is looked for in
const [OMITTED, CHANGED, LETTERS] = [6000, 200, 30];
const SURE = 3; // words of a piece before or after which an ellipsis can stand for any number of letters
const MOST_SHOWN = 1000; // characters of what an ellipsis stands for
const MOST_TRIES = 50;
const AROUND = 600;
const FEW_WORDS = 12; // before a citation in its sentence: with fewer, the sentence before shows what it is for

// {match, orders, complete, compared, passages}: `match` is "exact", "marked", "near", "absent" or "refused";
// where `complete` is false, more orders may have it than `orders`; `compared` is how many words were, where
// not all were compared. `meant` are the orders that are cited for it, by rank: they are read first.
export async function checkQuotation(search, quotation, meant = []) {
  const printed = cleanQuotation(quotation);
  const words = findWords(printed).length;
  if (words < FEWEST_WORDS) return { match: "refused", words, orders: 0, complete: true, passages: [] };
  const compared = words > MOST_WORDS ? MOST_WORDS : 0;
  const readings = listReadings(printed).map((reading) => ({ reading, parts: readParts(reading) }));
  const { parts: last } = readings.at(-1);
  const rate = await rateWords(search);
  const runs = listRuns(last, rate);
  const ways = [
    () => findRare(search, last, rate),
    () => search.loadHotPages().then(() => findRuns(search, runs.slice(0, SURE_RUNS), MOST_READ)),
    () => vote(search, runs),
  ];
  let complete = true;
  for (const choose of ways) {
    const chosen = await choose();
    complete = chosen.complete;
    const others = chosen.ranks.filter((rank) => !meant.includes(rank)).slice(0, MOST_READ);
    const texts = await loadTexts(search, [...meant, ...others]);
    for (const { reading, parts } of readings) {
      const found = findIn(texts, reading, parts);
      if (found.length) return answer(search, found, complete);
    }
    const nearest = texts.slice(0, meant.length + NEAREST);
    const near = choose === ways.at(-1) ? findNearest(nearest, readings.at(-1).reading) : [];
    if (near.length) {
      const match = !compared && near[0].differences.every(({ announced }) => announced) ? "marked" : "near";
      return { match, orders: near.length, complete, compared, passages: await describe(search, near) };
    }
  }
  return { match: "absent", orders: 0, complete, compared, passages: [] };
}

async function loadTexts(search, ranks) {
  const texts = await search.files.loadTexts(ranks);
  return texts.map((blocks, place) => new OrderText(ranks[place], blocks));
}

async function answer(search, found, complete) {
  const exact = found.filter(({ marked }) => !marked);
  const shown = exact.length ? exact : found;
  const passages = await describe(search, shown.slice(0, MOST_PASSAGES));
  return { match: exact.length ? "exact" : "marked", orders: shown.length, complete, passages };
}

// The first place of a quotation in each text that has it, until as many as are shown have its very words.
export function findIn(texts, reading, parts) {
  const whole = { kind: "words", letters: foldLetters(reading) };
  const found = [];
  for (const text of texts) {
    const at = text.find(whole);
    if (at >= 0) {
      const [first, last] = [text.locate(at), text.locate(at + whole.letters.length - 1)];
      const marked = !printsAsMany(reading, text.take(first, [last[0], last[1] + 1])); // with a bracket behind it
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
  if (!parts.length) return null;
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
    const omitted = listWholeWords(part).length < SURE ? OMITTED : text.letters.length;
    const room = signs.some(({ kind }) => kind === "omission") ? omitted : glued;
    const size = part.letters.length;
    const found = back ? text.find(part, at - room - size, at, true) : text.find(part, at, at + room + size);
    if (found < 0) return null;
    const [start, end] = back ? [found + size, at] : [at, found];
    let here = start < end ? text.take(text.locate(start), text.locate(end - 1)) : "";
    if (here.length > MOST_SHOWN) here = `${here.slice(0, MOST_SHOWN / 2)} … ${here.slice(-MOST_SHOWN / 2)}`;
    const quoted = (back ? signs.reverse() : signs).map((sign) => sign.text).join(" ");
    differences.push({ quoted, here, announced: true });
    [at, near, signs] = [back ? found : found + size, part, []];
  }
  return { at, differences };
}

// What tells in how many orders a word stands. The list has no short words and no numbers: these are common.
// A long word that is not in it is rare.
async function rateWords(search) {
  const known = new Map(await search.files.loadWords());
  return (word) => known.get(word) ?? (/^\D{3,}$/.test(word) ? 0 : search.manifest.orders);
}

// The orders that have all of a quotation's rarest words, where they are few. The table without places is
// asked: a page or two a word.
function findRare(search, parts, rate) {
  const words = [...new Set(parts.flatMap(listWholeWords))].sort((a, b) => rate(a) - rate(b));
  if (!words.length) return { ranks: [], complete: false };
  const plan = { and: words.slice(0, RARE_WORDS).map((word) => ({ n: `"${word}"` })) };
  const found = search.finder.select(plan, { limit: MOST_READ, reads: MOST_READS });
  return found.complete ? found : { ranks: [], complete: false };
}

// Runs of a quotation's words that do not overlap: the few whose most common word is rarest.
function listRuns(parts, rate) {
  const several = parts.map(listWholeWords);
  const size = several.flat().length > 6 ? 3 : 2;
  const runs = several.flatMap((words, part) => words.slice(size - 1).map((_, at) => {
    const run = words.slice(at, at + size);
    return { part, at, run, rates: run.map(rate).sort((a, b) => b - a) };
  }));
  const rated = runs.sort((a, b) => a.rates[0] - b.rates[0] || a.rates[1] - b.rates[1]);
  const chosen = [];
  for (const one of rated) {
    if (chosen.length === MOST_RUNS) break;
    const isApart = chosen.every(({ part, at }) => part !== one.part || Math.abs(at - one.at) >= size);
    if (isApart) chosen.push(one);
  }
  return chosen.map(({ run }) => run.join(" "));
}

function findRuns(search, runs, limit) {
  if (!runs.length) return { ranks: [], complete: true };
  const asked = runs.map((run) => `"${run}"`).join(" AND ");
  return search.finder.select({ x: `text : (${asked})` }, { limit, reads: MOST_READS });
}

// The orders that have most runs.
function vote(search, runs) {
  const votes = new Map();
  for (const run of runs) {
    for (const rank of findRuns(search, [run], MOST_VOTES).ranks) votes.set(rank, (votes.get(rank) ?? 0) + 1);
  }
  const ranks = [...votes.keys()].sort((a, b) => votes.get(b) - votes.get(a) || a - b);
  return { ranks, complete: true };
}

// The places of a citation's form in the first orders that print it, of those given by rank, each with the
// sentence that it supports.
export async function findMentions(search, { form, ranks, most }) {
  const words = { letters: foldLetters(form) };
  const found = [];
  for (const rank of ranks) {
    const [text] = await loadTexts(search, [rank]);
    const at = text.find(words);
    if (at < 0) continue;
    found.push({ text, first: text.locate(at), last: text.locate(at + words.letters.length - 1), differences: [] });
    if (found.length === most) break;
  }
  return describe(search, found, FEW_WORDS);
}

// What a page shows of each place. The sentence before is shown too where fewer words than `few` stand before
// the place in its own.
async function describe(search, found, few = 0) {
  const ranks = found.map(({ text }) => text.rank);
  const [orders, pins] = await Promise.all([search.files.loadResults(ranks), search.files.loadPins(ranks)]);
  return found.map(({ text, first, last, differences }, place) => {
    const [pin, end] = [locatePin(pins[place], first), locatePin(pins[place], last)];
    const words = text.take(first, last);
    const [before, behind] = findSentence(text, first, last, few);
    const { address, case_name: name, title, court, date } = orders[place];
    const citation = writeCitation(pins[place], pin, end);
    const order = { address, name, title, court, date, anchor: text.anchors[first[0]] };
    return { ...order, pin, end, citation, before, words, behind, differences };
  });
}

function findSentence(text, first, last, few) {
  const [opening, closing] = [text.blocks[first[0]], text.blocks[last[0]]];
  const starts = [0, ...cutEnds(opening).filter((end) => end <= first[1])];
  const words = opening.slice(starts.at(-1), first[1]).split(/\s+/).filter(Boolean).length;
  const start = starts.at(words < few ? -2 : -1) ?? 0;
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
