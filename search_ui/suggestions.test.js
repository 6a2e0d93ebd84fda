// Words offered for those that no order has, and searches offered for those that find nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { loosenNearness, suggestWords } from "../build_scripts/pages/theme/assets/javascripts/search/answers/near_words.js";
import { parseQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/query_parser.js";
import "./english.js";
import "./forms.js";

const KNOWN = Object.entries({
  discovery: 9, subpoena: 5, recovery: 4, motion: 8, notion: 8, stay: 3, say: 2,
});
const MEANT = {
  discovry: ["discovery"], dicsovery: ["discovery"], supoena: ["subpoena"], otion: ["motion", "notion"],
  sty: ["stay", "say"], zzzzzzzz: [],
};
for (const [word, meant] of Object.entries(MEANT)) {
  test(`meant by ${word}`, () => assert.deepEqual(suggestWords(word, KNOWN), meant));
}

test("the nearest, then the most frequent, then by alphabet", () => {
  assert.deepEqual(suggestWords("cot", [["cat", 1], ["cut", 5], ["dot", 5]]), ["cut", "dot", "cat"]);
});

function countSlowly(a, b) {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const changed = table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, changed);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.length][b.length];
}

test("edits are counted as by the whole table", () => {
  const words = [""];
  for (const word of words) if (word.length < 6) words.push(...["a", "b", "c"].map((sign) => word + sign));
  for (const one of words.filter((_, place) => place % 17 === 0)) {
    for (const other of words.filter((_, place) => place % 13 === 0)) {
      if (one === other) continue;
      const near = countSlowly(one, other) <= (one.length <= 4 ? 1 : 2);
      assert.equal(suggestWords(one, [[other, 1]]).length === 1, near, `${one} ${other}`);
    }
  }
});

const LOOSE = {
  '"motion to dismiss" /s granted': "motion* dismiss /s grant*",
  'granting /p "motion to dismiss"': "grant* /p dismiss motion*",
  '"motion to dismiss" /10 moot': "motion* dismiss /10 moot",
  "motion /s granted": "",
  '"motion to dismiss"': "",
  '"to the" /s granted': "",
};
for (const [typed, loose] of Object.entries(LOOSE)) {
  test(`loosened: ${typed}`, () => {
    assert.equal(loosenNearness(parseQuery(typed, {})), loose);
  });
}
