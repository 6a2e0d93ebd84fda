// A quotation and the words of an order that are nearest to it, compared word by word; which
// words agree is the longest common sequence.

import { readWords } from "./quoted.js";

const LEAST = 0.6;
const LEAST_OF_FEW = 0.75;
const FEW = 10;
const AT_ONCE = 400; // words of a quotation that are compared at once
export const MOST_WORDS = 4000; // that are compared so; the rest is left out
const MOST_HITS = 40;
const ROOM = 200;
const OMITTED = 3000;
const STRAY = 3;

// {first, last, differences, agreement}; null where too few words agree. A long quotation is compared piece
// by piece.
export function compareWords(text, reading) {
  const { words, gaps } = readWords(reading);
  const least = words.length < FEW ? LEAST_OF_FEW : LEAST;
  const compared = words.slice(0, MOST_WORDS);
  const size = Math.ceil(compared.length / Math.max(1, Math.ceil(compared.length / AT_ONCE))) || 1;
  const [differences, places] = [[], []];
  let [agreeing, total] = [0, 0];
  for (let start = 0; start < compared.length; start += size) {
    const piece = compared.slice(start, start + size);
    const found = compare(text, piece, new Set([...gaps].map((gap) => gap - start)), differences);
    if (found) places.push(found.first, found.last);
    else differences.push({ quoted: piece.map((word) => word.text).join(" "), here: "", announced: false });
    agreeing += found?.agreeing ?? 0;
    total += found?.total ?? piece.length;
    if (agreeing < least * total) return null;
  }
  if (!places.length || (!differences.length && words.length === compared.length)) return null;
  places.sort(([block, at], [other, place]) => block - other || at - place);
  return { text, first: places[0], last: places.at(-1), differences, agreement: agreeing / total };
}

// Compares some words with those nearest to them, and adds the differences: {first, last, agreeing, total}.
function compare(text, words, gaps, differences) {
  const letters = words.map((word) => word.letters);
  const omitted = words.filter((_, at) => gaps.has(at)).length;
  const region = findRegion(text, letters, omitted);
  const there = region ? narrow(letters, text.listWords(...region), omitted > 0) : [];
  if (!there.length) return null;
  let [agreeing, announcedWords, i, k] = [0, 0, 0, 0];
  const blocks = align(letters, there.map((word) => word.letters));
  for (const block of [...blocks, { a: letters.length, b: there.length, size: 0 }]) {
    const [j, m] = [block.a, block.b];
    const same = join(letters.slice(i, j)) === join(there.slice(k, m).map((word) => word.letters));
    if (same) {
      agreeing += j - i;
    } else {
      const told = i < j ? words.slice(i, j).every((word) => word.bracketed) : gaps.has(i);
      if (told) {
        agreeing += j - i;
        announcedWords += Math.max(0, m - k - (j - i));
      }
      const quoted = words.slice(i, j).map((word) => word.text).join(" ");
      const here = k < m ? text.take(there[k].first, there[m - 1].last).trim() : "";
      differences.push({ quoted, here, announced: told });
    }
    agreeing += block.size;
    [i, k] = [j + block.size, m + block.size];
  }
  const total = Math.max(letters.length, there.length - announcedWords);
  return { first: there[0].first, last: there.at(-1).last, agreeing, total };
}

const join = (words) => words.join("");

// The letters between which most pairs of the words stand.
function findRegion(text, letters, gaps) {
  const hits = listHits(text, letters).sort((a, b) => a[0] - b[0]);
  const size = join(letters).length;
  const room = size + Math.floor(size / 2) + ROOM + gaps * OMITTED;
  const counts = new Map();
  let [best, first] = [[0, 0, 0], 0];
  hits.forEach(([at, run], place) => {
    counts.set(run, (counts.get(run) ?? 0) + 1);
    while (at - hits[first][0] > room) {
      const gone = hits[first][1];
      counts.set(gone, counts.get(gone) - 1);
      if (!counts.get(gone)) counts.delete(gone);
      first += 1;
    }
    if (counts.size > best[0] || (counts.size === best[0] && first === best[1])) {
      best = [counts.size, first, place];
    }
  });
  return best[0] ? [hits[best[1]][0] - size - ROOM, hits[best[2]][0] + size + ROOM] : null;
}

function listHits(text, letters) {
  const hits = [];
  for (let run = 0; run < letters.length - 1; run += 1) {
    const wanted = letters[run] + letters[run + 1];
    let at = text.letters.indexOf(wanted);
    for (let tries = 0; at >= 0 && tries < MOST_HITS; tries += 1) {
      hits.push([at, run]);
      at = text.letters.indexOf(wanted, at + 1);
    }
  }
  return hits;
}

function narrow(letters, there, omits) {
  let blocks = align(letters, there.map((word) => word.letters));
  if (!blocks.length) return [];
  if (!omits) blocks = dropStrays(blocks);
  const first = Math.max(0, blocks[0].b - blocks[0].a);
  return there.slice(first, blocks.at(-1).b + (letters.length - blocks.at(-1).a));
}

function dropStrays(blocks) {
  const sizes = blocks.map((block) => block.size);
  const longest = sizes.indexOf(Math.max(...sizes));
  const gap = (place) => {
    const [one, other] = [blocks[place - 1], blocks[place]];
    return other.b - one.b - (other.a - one.a);
  };
  const sum = (some) => some.reduce((total, size) => total + size, 0);
  let [first, last] = [0, blocks.length];
  for (let place = longest; place > 0; place -= 1) {
    if (gap(place) > Math.max(STRAY, sum(sizes.slice(0, place)))) {
      first = place;
      break;
    }
  }
  for (let place = longest + 1; place < blocks.length; place += 1) {
    if (gap(place) > Math.max(STRAY, sum(sizes.slice(place)))) {
      last = place;
      break;
    }
  }
  return blocks.slice(first, last);
}

// Runs of words that agree, in order: [{a, b, size}, …]. Of equal sequences the one with the longest runs.
function align(one, other) {
  const width = other.length + 1;
  const best = new Int32Array((one.length + 1) * width);
  const runs = new Int32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const skipped = Math.max(best[at + width], best[at + 1]);
      if (one[i] === other[j]) {
        runs[at] = runs[at + width + 1] + 1;
        best[at] = Math.max(skipped, best[at + width + 1] + 1 + (runs[at] > 1 ? 1 : 0));
      } else {
        best[at] = skipped;
      }
    }
  }
  const blocks = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    const at = i * width + j;
    const taken = one[i] === other[j]
      && best[at] === best[at + width + 1] + 1 + (runs[at] > 1 ? 1 : 0);
    if (taken) {
      const last = blocks.at(-1);
      if (last && last.a + last.size === i && last.b + last.size === j) last.size += 1;
      else blocks.push({ a: i, b: j, size: 1 });
      i += 1;
      j += 1;
    } else if (best[at + width] === best[at]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return blocks;
}
