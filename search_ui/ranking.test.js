// By which of its words a search ranks what it finds. Two searches may have one plan, and be ranked by
// different words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { chooseWords } from "../build_scripts/pages/theme/assets/javascripts/search/answers/ranking.js";
import { Search } from "../build_scripts/pages/theme/assets/javascripts/search/answers/search.js";
import { planQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/expressions.js";
import { parseQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/query_parser.js";
import "./english.js";
import "./forms.js";

const FACETS = { court: [], judge: [], disposition: [], motion: [], year: [] };

test("each search is ranked by its own words", async () => {
  const asked = [];
  const search = Object.create(Search.prototype);
  search.files = { manifest: { dated: 2, facets: FACETS } };
  search.loadHotPages = async () => {};
  search.database = {
    locateLeaves: () => [1],
    fetchFirst: async () => {},
    select: (sql, [match]) => {
      if (sql.includes("bm25")) asked.push(match);
      return { rows: [], complete: true };
    },
  };
  search.finder = { select: () => ({ ranks: [], complete: true }) };
  const found = { ranks: [0, 1], complete: true };
  const texts = ["28 U.S.C. § 1331", "28 USC 1331"];
  const queries = texts.map((text) => parseQuery(text, FACETS));
  assert.deepEqual(planQuery(queries[0]), planQuery(queries[1]));
  for (const [place, text] of texts.entries()) {
    await search.sort(queries[place], found, "relevance", text);
  }
  assert.equal(asked.length, 2);
  assert.match(asked[0], /"28 u s c 1331"/);
  assert.match(asked[1], /"28 usc 1331"/);
});

const LEAVES = {
  motion: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  stay: [20, 21],
  windjammer: [30],
  zebra: [30],
  good: [40, 41],
  cause: [50, 51],
};

function choose(asked, read = []) {
  const words = asked.map((one) => ({ words: one.split(" "), match: one, isRead: read.includes(one) }));
  return chooseWords(words, (word) => LEAVES[word]).map((one) => one.match);
}

test("the shortest lists are chosen as long as they are few leaves", () => {
  assert.deepEqual(choose(["motion"]), []);
  assert.deepEqual(choose(["stay"]), ["stay"]);
  assert.deepEqual(choose(["motion", "stay", "windjammer"]), ["windjammer"]);
  assert.deepEqual(choose(["stay", "zebra", "windjammer"]), ["zebra", "windjammer"]); // on one leaf
  assert.deepEqual(choose(["good cause"]), []);
});

test("what the search has read costs nothing", () => {
  assert.deepEqual(choose(["good cause"], ["good cause"]), ["good cause"]);
  assert.deepEqual(choose(["good cause", "windjammer"], ["good cause"]), ["good cause", "windjammer"]);
  const asked = ["good cause", "good", "zebra"];
  assert.deepEqual(choose(asked, ["good cause"]), ["good cause", "zebra", "good"]);
});
