// The order of results: what the search names first, then by relevance where few were found, else
// newest first. Mirrors the sorting of run.py.

import {
  listNameWords,
  listOwnKeys,
  listRankingWords,
  matchNames,
  matchRankingWords,
} from "../query/expressions.js";
import { listFirstReads } from "./first_reads.js";
import { scoreName } from "./names.js";

export const MOST_RANKED = 500;
export const MOST_NAMED = 200;
const READS_FOR_NAMES = 6;
const READS_FOR_RELEVANCE = 12;
const MOST_LEAVES = 4;

// Returns {ranks, known}: the ranks (ascending) in the order of results, and how many of the first
// are what the search names. `loadHotPages` loads those of table x.
export async function sortRanks(database, query, { ranks, complete }, sort, dated, loadHotPages) {
  if (sort === "newest" || !ranks.length) return { ranks, known: 0 };
  if (sort === "oldest") {
    const withDay = ranks.filter((rank) => rank < dated).reverse();
    return { ranks: [...withDay, ...ranks.filter((rank) => rank >= dated)], known: 0 };
  }
  const known = await findKnown(database, query, new Set(ranks));
  const rest = ranks.filter((rank) => !known.has(rank));
  const few = complete && rest.length > 1 && rest.length <= MOST_RANKED;
  const sorted = few ? await rankByWords(database, query, rest, loadHotPages) : rest;
  return { ranks: [...known, ...sorted], known: known.size };
}

// What the search for known items reads first: [[sql, parameters], …].
export function listNameReads(query) {
  const words = listNameWords(query);
  const keys = listOwnKeys(query).map((key) => ({ n: `"${key}"` }));
  const names = words.length ? [{ m: matchNames(words) }] : [];
  return [...keys, ...names].flatMap(listFirstReads);
}

// Orders that the search names, best first.
async function findKnown(database, query, found) {
  const known = new Set();
  for (const key of listOwnKeys(query)) {
    const sql = "SELECT rowid FROM n WHERE n MATCH ? ORDER BY rowid";
    for (const [rank] of database.select(sql, [`"${key}"`], READS_FOR_NAMES).rows) {
      if (found.has(rank)) known.add(rank);
    }
  }
  const words = listNameWords(query);
  if (words.length) {
    for (const rank of await findNamed(database, words, found)) known.add(rank);
  }
  return known;
}

async function findNamed(database, words, found) {
  const sql = "SELECT rowid FROM m WHERE m MATCH ? ORDER BY rowid LIMIT ?";
  const { rows } = database.select(sql, [matchNames(words), MOST_NAMED], READS_FOR_NAMES);
  const ranks = rows.map(([rank]) => rank).filter((rank) => found.has(rank));
  const reads = ranks.map((rank) => ["SELECT name FROM o WHERE rank = ?", [rank]]);
  await database.fetchFirst(reads, READS_FOR_NAMES);
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

// By the words of which the archive's lists are short: they say most, and cost little.
async function rankByWords(database, query, ranks, loadHotPages) {
  const asked = listRankingWords(query);
  if (!asked.length) return ranks;
  await loadHotPages();
  const words = chooseWords(asked, (word) => database.countLeaves(word));
  if (!words.length) return ranks;
  const expression = matchRankingWords(words);
  await database.fetchFirst(listFirstReads({ x: expression }));
  const sql = "SELECT rowid, bm25(x, 8, 8, 4, 4, 2, 0, 1) FROM x WHERE x MATCH ?";
  const { rows, complete } = database.select(sql, [expression], READS_FOR_RELEVANCE);
  if (!complete) return ranks;
  const scores = new Map(rows);
  const score = (rank) => scores.get(rank) ?? 0;
  return [...ranks].sort((a, b) => score(a) - score(b) || a - b);
}

// The words with the shortest lists, as long as these lie on few leaves together.
function chooseWords(asked, countLeaves) {
  const costs = asked.map((one) => (
    { ...one, cost: one.words.reduce((sum, word) => sum + countLeaves(word), 0) }
  ));
  costs.sort((a, b) => a.cost - b.cost);
  let left = MOST_LEAVES;
  return costs.filter(({ cost }) => {
    left -= cost;
    return left >= 0;
  });
}
