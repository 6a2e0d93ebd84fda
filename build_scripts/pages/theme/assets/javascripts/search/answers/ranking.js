// The order of results: what the search names first, then by relevance where few were found, else
// newest first.

import {
  listNameWords,
  listOwnKeys,
  listRankingWords,
  matchRankingWords,
  planNames,
} from "../query/expressions.js";
import { listFirstReads } from "./first_reads.js";
import { scoreName } from "./names.js";

export const MOST_RANKED = 500;
export const MOST_NAMED = 200;
const READS_FOR_NAMES = 6;
const READS_FOR_RELEVANCE = 12;
const MOST_LEAVES = 3; // what a search of words reads in all: one of table n a word, the rest of x
const FEW_NAMES = 12; // so many are looked up where results are, which are shown next; all where these are one file

// Returns {ranks, known}: the ranks (ascending) in the order of results, and how many of the first
// are what the search names.
export async function sortRanks(search, query, { ranks, complete }, sort) {
  const { dated } = search.manifest;
  if (sort === "newest" || !ranks.length) return { ranks, known: 0 };
  if (sort === "oldest") {
    const withDay = ranks.filter((rank) => rank < dated).reverse();
    return { ranks: [...withDay, ...ranks.filter((rank) => rank >= dated)], known: 0 };
  }
  const known = await findKnown(search, query, new Set(ranks));
  const rest = ranks.filter((rank) => !known.has(rank));
  const few = complete && rest.length > 1 && rest.length <= MOST_RANKED;
  const sorted = few ? await rankByWords(search, query, rest) : rest;
  return { ranks: [...known, ...sorted], known: known.size };
}

// What the search for known items reads first: [[sql, parameters], …].
export function listNameReads(query) {
  const keys = listOwnKeys(query).map((key) => ({ n: `"${key}"` }));
  const names = planNames(query);
  return [...keys, ...(names ? [names] : [])].flatMap(listFirstReads);
}

// Orders that the search names, best first.
async function findKnown(search, query, found) {
  const known = new Set();
  for (const key of listOwnKeys(query)) {
    const sql = "SELECT rowid FROM n WHERE n MATCH ? ORDER BY rowid";
    for (const [rank] of search.database.select(sql, [`"${key}"`], READS_FOR_NAMES).rows) {
      if (found.has(rank)) known.add(rank);
    }
  }
  for (const rank of await findNamed(search, query, found)) known.add(rank);
  return known;
}

async function findNamed({ database, files, finder }, query, found) {
  const names = planNames(query);
  if (!names) return [];
  const words = listNameWords(query);
  const named = finder.select(names, { limit: MOST_NAMED, reads: READS_FOR_NAMES });
  const ranks = named.ranks.filter((rank) => found.has(rank));
  if (ranks.length <= FEW_NAMES || files.manifest.results.files === 1) {
    const results = await files.loadResults(ranks);
    return ranks
      .map((rank, place) => {
        const { case_name: name, title } = results[place];
        return { rank, score: scoreName(words, name, title) };
      })
      .sort(byScore)
      .map(({ rank }) => rank);
  }
  const reads = ranks.map((rank) => ["SELECT name FROM o WHERE rank = ?", [rank]]);
  await database.fetchFirst(reads, READS_FOR_NAMES);
  return scoreNames(database, words, ranks).map(({ rank }) => rank);
}

function byScore(a, b) {
  return b.score - a.score || a.rank - b.rank;
}

// The names of these orders, best first: [{rank, name, title, docket}].
export function scoreNames(database, words, ranks) {
  if (!ranks.length) return [];
  const sql = `SELECT rank, name, title, docket FROM o WHERE rank IN (${ranks.join(",")})`;
  return database.select(sql, [], READS_FOR_NAMES).rows
    .map(([rank, name, title, docket]) => (
      { rank, name, title, docket, score: scoreName(words, name, title) }
    ))
    .sort(byScore);
}

// By the words of which the archive's lists are short: they say most, and cost little.
async function rankByWords(search, query, ranks) {
  const { database } = search;
  const asked = listRankingWords(query);
  if (!asked.length) return ranks;
  await search.loadHotPages();
  const words = chooseWords(asked, (word) => database.locateLeaves(word));
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

// The words with the shortest lists, as long as these lie on few leaves together. What the search
// itself has read costs nothing, and neither does a leaf that a word before lies on.
export function chooseWords(asked, locate) {
  const chosen = asked.filter((one) => one.isRead);
  const read = new Set(chosen.flatMap((one) => one.words.flatMap(locate)));
  const others = asked
    .filter((one) => !one.isRead)
    .map((one) => ({ ...one, leaves: [...new Set(one.words.flatMap(locate))] }))
    .sort((a, b) => a.leaves.length - b.leaves.length);
  let left = Math.max(1, MOST_LEAVES - others.length);
  for (const one of others) {
    const more = one.leaves.filter((leaf) => !read.has(leaf));
    if (more.length <= left) {
      left -= more.length;
      more.forEach((leaf) => read.add(leaf));
      chosen.push(one);
    }
  }
  return chosen;
}
