// An order's text as quotations are looked for in it: all letters in one run, with their places. A
// place is [block, offset].

import { findComparedWords, foldMarked, foldSign, isLoose, markNumbers } from "./quoted.js";

export class OrderText {
  constructor(rank, blocks) {
    this.rank = rank;
    this.anchors = blocks.map(([anchor]) => anchor);
    this.blocks = blocks.map(([, text]) => text);
    // Each block with the blank behind it: numbers on both sides of it are two.
    const whole = markNumbers(this.blocks.map((text) => `${text}\n`).join(""));
    let start = 0;
    this.marked = this.blocks.map((text) => whole.slice(start, start += text.length + 1));
    const folded = this.marked.map(foldMarked);
    this.letters = folded.join("");
    this.starts = [];
    let at = 0;
    for (const one of folded) {
      this.starts.push(at);
      at += one.length;
    }
    this.offsets = new Map();
  }

  // Where a letter of `letters` stands.
  locate(letter) {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= letter) low = middle;
      else high = middle;
    }
    if (!this.offsets.has(low)) this.offsets.set(low, listOffsets(this.marked[low]));
    return [low, this.offsets.get(low)[letter - this.starts[low]]];
  }

  // Where a part's letters stand as whole words, first or last between two letters; -1 for nowhere.
  find(part, start = 0, end = this.letters.length, last = false) {
    const size = part.letters.length;
    let [from, to] = [Math.max(0, start), Math.min(end, this.letters.length)];
    for (;;) {
      const at = last
        ? this.letters.lastIndexOf(part.letters, to - size)
        : this.letters.indexOf(part.letters, from);
      if (at < from || at + size > to || to - size < 0) return -1;
      const opens = part.opens || this.isEdge(at);
      if (opens && (part.closes || this.isEdge(at + size))) return at;
      if (last) to = at + size - 1;
      else from = at + 1;
    }
  }

  // Whether a word begins at a letter, or the text ends before it.
  isEdge(letter) {
    if (letter === 0 || letter === this.letters.length) return true;
    const [[one, before], [other, after]] = [this.locate(letter - 1), this.locate(letter)];
    if (one !== other || after - before > 1) return true;
    return isLoose(this.marked[one][before]) || isLoose(this.marked[one][after]);
  }

  // The words from one character to another, both included; blocks are parted by a blank.
  take(first, last) {
    const pieces = [];
    for (let block = first[0]; block <= last[0]; block += 1) {
      const start = block === first[0] ? first[1] : 0;
      pieces.push(this.blocks[block].slice(start, block === last[0] ? last[1] + 1 : undefined));
    }
    return pieces.join(" ");
  }

  // First and last character, and letters, of each word between two letters.
  listWords(start, end) {
    if (!this.letters) return [];
    const most = this.letters.length - 1;
    const first = this.locate(Math.max(0, Math.min(start, most)));
    const last = this.locate(Math.max(0, Math.min(end - 1, most)));
    const found = [];
    for (let block = first[0]; block <= last[0]; block += 1) {
      for (const word of findComparedWords(this.marked[block])) {
        const before = block === first[0] && word.end <= first[1];
        const behind = block === last[0] && word.start > last[1];
        if (!before && !behind) {
          found.push({ first: [block, word.start], last: [block, word.end - 1], letters: word.letters });
        }
      }
    }
    return found;
  }
}

function listOffsets(text) {
  const offsets = [];
  let at = 0;
  for (const sign of text) {
    for (let count = foldSign(sign).length; count > 0; count -= 1) offsets.push(at);
    at += sign.length;
  }
  return offsets;
}
