// How every search is read, and the docket numbers and citations of texts, which the builder of the
// database finds too: tests/search/test_key_tokens.py runs the same table.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import {
  listNameWords,
  listOwnKeys,
  listRankingWords,
  matchRankingWords,
  planQuery,
} from "../build_scripts/pages/theme/assets/javascripts/search/query/expressions.js";
import { cutSentences } from "../build_scripts/pages/theme/assets/javascripts/search/answers/sentences.js";
import { findKeys, plainSigns } from "../build_scripts/pages/theme/assets/javascripts/search/query/key_tokens.js";
import { parseQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/query_parser.js";
import { readBack } from "../build_scripts/pages/theme/assets/javascripts/search/query/reading.js";
import { listPatterns } from "../build_scripts/pages/theme/assets/javascripts/search/query/recognised.js";
import "./english.js";
import "./forms.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

for (const { text, sentences } of read("tests/search/sentence_cases.json")) {
  test(`sentences of ${text}`, () => {
    assert.deepEqual(cutSentences(text), sentences);
    assert.equal(sentences.join(" "), text);
  });
}

for (const { text, keys } of read("tests/search/key_cases.json")) {
  test(`keys of ${text}`, () => {
    assert.deepEqual(findKeys(plainSigns(text)).map((found) => found.key), keys);
  });
}

for (const form of listPatterns()) {
  test(`examples of ${form.kind} ${form.code}`, () => {
    for (const text of form.accepts) assert.ok(findKeys(text).length, text);
  });
}

const { vocabulary, cases } = read("tests/search/query_cases.json");
for (const expected of cases) {
  test(`search ${expected.query.slice(0, 60)}`, () => {
    const query = parseQuery(expected.query, vocabulary);
    assert.equal(readBack(query), expected.read_as);
    assert.deepEqual(query.notes, expected.notes);
    assert.deepEqual(planQuery(query, expected.chosen), expected.plan);
    assert.deepEqual(listOwnKeys(query), expected.own_keys);
    assert.deepEqual(listNameWords(query), expected.name_words);
    assert.equal(matchRankingWords(listRankingWords(query)), expected.rank_by);
  });
}

const PIECES = [
  ..."good cause discovery the of v vs naïve İstanbul Ωmega straße ſtay 訴訟 Réal ½ x² zzall".split(" "),
  ..."AND OR NOT & | - ( ) \" “ ” ’s ' * ! § ¶ /5 /s /p w/10 /0 /999 +5 +s +p +0 +999 +5% +1-202".split(" "),
  ..."atleast2( ATLEAST0( atleast999(x) atleast2 outcome: has: outcome:granted has:table has:(dissents".split(" "),
  ..."judge: court: case: title: cites: docket: disposition: motion: before: after: year: cited:here".split(" "),
  ..."2024 2023-02-29 0001 2020-2024 5/31/2024 9999 17-cv-2540 us U.S. v. Int'l Corp. state O'Brien".split(" "),
  ..."N.Y. sdny 2011 (1944) granted S-2780 non-moving \u0301 \u0345 \u0334 \u0901 😀 \x00 \ud7ff \ud800".split(" "),
  "in re", "ex parte", "cited by here", "C 17-02540 HRL", "433 F.3d 1199", "28 U.S.C. § 1404(a)", "Rule 12(b)(6)",
  'outcome:"granted in part"', "(5th Cir. 1999)", "fifth circuit", "ny court of appeals", "\u00a0", "\ufeff", "\t",
];

test("20,000 searches made of pieces that mean something are read", () => {
  let seed = 20240304;
  const choose = (most) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % most;
  };
  for (let count = 0; count < 20_000; count += 1) {
    let text = "";
    for (let left = choose(9); left >= 0; left -= 1) text += PIECES[choose(PIECES.length)] + ["", " ", "  "][choose(3)];
    const query = parseQuery(text, vocabulary);
    assert.ok(readBack(query), text);
    assert.ok(planQuery(query), text);
    assert.equal(typeof matchRankingWords(listRankingWords(query)), "string", text);
  }
});
