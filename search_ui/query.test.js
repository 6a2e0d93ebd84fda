// The tables that Python's half runs too: both must read every search alike.

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
} from "../build_scripts/theme/assets/javascripts/search/query/expressions.js";
import { cutSentences } from "../build_scripts/theme/assets/javascripts/search/answers/sentences.js";
import { findKeys, plainSigns } from "../build_scripts/theme/assets/javascripts/search/query/key_tokens.js";
import { parseQuery } from "../build_scripts/theme/assets/javascripts/search/query/query_parser.js";
import { readBack } from "../build_scripts/theme/assets/javascripts/search/query/reading.js";
import { listPatterns } from "../build_scripts/theme/assets/javascripts/search/query/recognised.js";
import "./english.js";
import "./forms.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

for (const { text, sentences } of read("tests/search/sentence_cases.json")) {
  test(`sentences of ${text}`, () => {
    assert.deepEqual(cutSentences(text), sentences);
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
