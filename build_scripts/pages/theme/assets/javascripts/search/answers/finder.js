// Which orders a plan finds: exact, or as far as the reads allow.
//
// An answer is {ranks, complete}: ranks ascend, so the newest come first; where `complete` is false
// they are right, and older orders may follow. Where texts were read, `looked` is the rank to go on
// from: none before it is missing, though none may have been found.

import { MOST_READS } from "../database/database.js";
import { writeSelect } from "./select.js";

const MOST_TEXTS = 60; // orders whose text is read for /s and /p, at a time

const FIRST_WIDTH = 500; // ranks looked at first for the oldest

const JOINS = {
  and: (a, b) => a.filter((rank) => b.has(rank)),
  not: (a, b) => a.filter((rank) => !b.has(rank)),
  or: (a, b) => [...new Set([...a, ...b])],
};

export class Finder {
  constructor(database, files, rowsOfText) {
    this.database = database;
    this.files = files;
    this.rowsOfText = rowsOfText;
  }

  // Finds the orders of rank `from` and later ranks, at most `limit`.
  async find(plan, { from = 0, limit = null, reads = MOST_READS, texts = MOST_TEXTS } = {}) {
    if (!needsTexts(plan)) return this.select(plan, { from, limit, reads });
    const to = await this.findEnd(plan, from, texts);
    const { ranks, end } = await this.evaluate(plan, from, to);
    const sure = [...ranks].filter((rank) => rank < end).sort((a, b) => a - b);
    return { ranks: sure, complete: to === null && end === Infinity, looked: Math.min(to ?? end, end) };
  }

  select(plan, { from = 0, to = null, limit = null, reads = MOST_READS }) {
    const [sql, parameters] = writeSelect(plan, from, to, limit === null ? null : limit + 1);
    const { rows, complete } = this.database.select(sql, parameters, reads);
    const ranks = rows.map(([rank]) => rank);
    if (limit === null || ranks.length <= limit) return { ranks, complete };
    return { ranks: ranks.slice(0, limit), complete: false };
  }

  // The `wanted` oldest orders of many, oldest first, undated ones last, without looking at all: ever
  // wider pieces from the end. null where that takes too many reads, or texts.
  findOldest(plan, wanted, dated) {
    if (needsTexts(plan)) return null;
    const found = [];
    let to = dated;
    for (let width = FIRST_WIDTH; to > 0 && found.length < wanted; width *= 4) {
      const from = Math.max(0, to - width);
      const { ranks, complete } = this.select(plan, { from, to });
      if (!complete) return null;
      found.push(...ranks.reverse());
      to = from;
    }
    if (found.length < wanted) found.push(...this.select(plan, { from: dated, limit: wanted }).ranks);
    return found;
  }

  // Up to which rank the texts can be read now; null where all can.
  async findEnd(plan, from, texts) {
    const ends = listWithin(plan).map((part) => {
      const { ranks, complete } = this.select({ and: part.of }, { from, limit: texts });
      return complete ? Infinity : (ranks.at(-1) ?? from - 1) + 1;
    });
    const end = Math.min(...ends);
    return end === Infinity ? null : end;
  }

  // The ranks that a part of a plan finds, and up to which rank (`end`) that is all: where reads ran
  // out, what lies behind is not known, and "not" must not take it for absent.
  async evaluate(plan, from, to) {
    const [[kind, value]] = Object.entries(plan);
    if (kind === "within") {
      const { ranks, end } = this.selectAll({ and: plan.of }, from, to);
      const texts = await this.files.loadTexts(ranks);
      return { ranks: ranks.filter((_, place) => this.rowsOfText.hold(plan, texts[place])), end };
    }
    if (!needsTexts(plan)) return this.selectAll(plan, from, to);
    const parts = [];
    for (const part of value) parts.push(await this.evaluate(part, from, to));
    const ranks = parts.slice(1).reduce(
      (found, part) => JOINS[kind](found, new Set(part.ranks)),
      parts[0].ranks,
    );
    return { ranks, end: Math.min(...parts.map((part) => part.end)) };
  }

  selectAll(plan, from, to) {
    const { ranks, complete } = this.select(plan, { from, to });
    return { ranks, end: complete ? Infinity : (ranks.at(-1) ?? from - 1) + 1 };
  }
}

export function needsTexts(plan) {
  return listWithin(plan).length > 0;
}

function listWithin(plan) {
  const [[kind, value]] = Object.entries(plan);
  if (kind === "within") return [plan];
  return Object.hasOwn(JOINS, kind) ? value.flatMap(listWithin) : [];
}
