// The order of results: what the search names first, then by relevance where few were found, else
// newest first. Mirrors the sorting of run.py.

import {
  listNameWords,
  listOwnKeys,
  matchAnyWord,
  matchNames,
} from "../query/expressions.js";
import { scoreName } from "./names.js";

export const MOST_RANKED = 500;
export const MOST_NAMED = 200;
const READS_FOR_NAMES = 6;
const READS_FOR_RELEVANCE = 12;

// Returns {ranks, known}: the ranks (ascending) in the order of results, and how many of the first
// are what the search names.
export function sortRanks(database, query, { ranks, complete }, sort, dated) {
  if (sort === "newest") return { ranks, known: 0 };
  if (sort === "oldest") {
    const withDay = ranks.filter((rank) => rank < dated).reverse();
    return { ranks: [...withDay, ...ranks.filter((rank) => rank >= dated)], known: 0 };
  }
  const known = findKnown(database, query, new Set(ranks));
  const rest = ranks.filter((rank) => !known.has(rank));
  const sorted = complete ? rankByWords(database, query, rest) : rest;
  return { ranks: [...known, ...sorted], known: known.size };
}

// Orders that the search names, best first.
function findKnown(database, query, found) {
  const known = new Set();
  for (const key of listOwnKeys(query)) {
    const sql = "SELECT rowid FROM n WHERE n MATCH ? ORDER BY rowid";
    for (const [rank] of database.select(sql, [`"${key}"`], READS_FOR_NAMES).rows) {
      if (found.has(rank)) known.add(rank);
    }
  }
  const words = listNameWords(query);
  if (words.length) {
    for (const rank of findNamed(database, words, found)) known.add(rank);
  }
  return known;
}

function findNamed(database, words, found) {
  const sql = "SELECT rowid FROM m WHERE m MATCH ? ORDER BY rowid LIMIT ?";
  const { rows } = database.select(sql, [matchNames(words), MOST_NAMED], READS_FOR_NAMES);
  const ranks = rows.map(([rank]) => rank).filter((rank) => found.has(rank));
  return scoreNames(database, words, ranks).map(({ rank }) => rank);
}

// The names of these orders, best first: [{rank, name, title, docket}].
export function scoreNames(database, words, ranks) {
  if (!ranks.length) return [];
  const sql = `SELECT rank, name, title, docket FROM o WHERE rank IN (${ranks.join(",")})`;
  return database.select(sql, [], READS_FOR_NAMES).rows
    .map(([rank, name, title, docket]) => (
      { rank, name, title, docket, score: scoreName(words, name, title) }
    ))
    .sort((a, b) => b.score - a.score || a.rank - b.rank);
}

function rankByWords(database, query, ranks) {
  const words = matchAnyWord(query);
  if (!words || ranks.length < 2 || ranks.length > MOST_RANKED) return ranks;
  const sql = "SELECT rowid, bm25(x, 8, 8, 4, 4, 2, 0, 1) FROM x WHERE x MATCH ?";
  const { rows, complete } = database.select(sql, [words], READS_FOR_RELEVANCE);
  if (!complete) return ranks;
  const scores = new Map(rows);
  const score = (rank) => scores.get(rank) ?? 0;
  return [...ranks].sort((a, b) => score(a) - score(b) || a - b);
}
