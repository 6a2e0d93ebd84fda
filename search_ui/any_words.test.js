// Questions and plain words: which searches may be any of their words, which words, and how orders are
// ranked by them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { chooseRare, rankByAny } from "../build_scripts/pages/theme/assets/javascripts/search/answers/any_words.js";
import { askAny, isQuestion, listPlainWords } from "../build_scripts/pages/theme/assets/javascripts/search/query/any_words.js";
import { listMarked, planQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/expressions.js";
import { parseQuery } from "../build_scripts/pages/theme/assets/javascripts/search/query/query_parser.js";
import { readBack } from "../build_scripts/pages/theme/assets/javascripts/search/query/reading.js";
import { gunzipSync, startSqliteWith } from "../build_scripts/pages/theme/assets/search/sqlite.js";
import "./english.js";
import "./forms.js";

const PLAIN = {
  "Can a tenant keep the deposit?": ["tenant", "keep", "deposit"], // no words that only ask
  "landlord's non-paying tenants": ["landlord", "non", "paying", "tenants"],
  "a landlord who doesn't pay": ["landlord", "pay"],
  "tenant AND deposit AND landlord": [], // connectors are meant
  "tenant deposit -landlord": [],
  "tenant OR deposit landlord": [],
  'tenant "security deposit" landlord': [],
  "tenant deposit landl*": [],
  "tenant /5 deposit landlord": [],
  "tenant (deposit landlord)": [],
  "judge:wren tenant deposit": [],
  "tenant deposit 17-cv-2540": [],
  "tenant deposit 28 U.S.C. § 1404": [],
  "quill v. ostrich deposit": [], // a case's name
};
for (const [text, words] of Object.entries(PLAIN)) {
  test(`plain words of ${text}`, () => {
    assert.deepEqual(listPlainWords(parseQuery(text, {}), text), words);
  });
}

const QUESTIONS = {
  "Can a tenant keep the deposit?": true,
  "landlord sued because heating failed": true,
  "what may a landlord keep": true,
  "who pays rent": false, // too short
  "landlord tenant deposit heating repair": false,
  "order granting motion to compel arbitration": false, // a title
};
for (const [text, asks] of Object.entries(QUESTIONS)) {
  test(`a question: ${text}`, () => assert.equal(isQuestion(text), asks));
}

test("a search for any words is read, planned and marked as such", () => {
  const query = parseQuery("tenant deposit heating", {});
  const words = ["tenant", "heating"];
  const any = askAny(query, words, null);
  assert.equal(readBack(any), "any of tenant, heating; best first");
  assert.deepEqual(planQuery(any), { x: '- cites : ("tenant" OR "heating")' });
  assert.deepEqual(listMarked(any).map(({ text }) => text), words);
  const both = askAny(query, words, query.root);
  assert.equal(readBack(both), "tenant and deposit and heating; then any of these words, best first");
  assert.deepEqual(planQuery(both, ["zzcourt0"]), {
    and: [
      { n: '"zzcourt0"' },
      { or: [{ n: '("tenant") AND ("deposit") AND ("heating")' }, { x: '- cites : ("tenant" OR "heating")' }] },
    ],
  });
});

test("the words of the shortest lists are chosen, within a bound of files", () => {
  const leaves = { court: [1, 2, 3, 4, 5, 6, 7], rent: [20, 21], boiler: [30], heat: [30], the: [40, 41, 42, 43, 44, 45, 46, 47, 48] };
  const locate = (word) => leaves[word];
  assert.deepEqual(chooseRare(["court", "rent", "boiler", "heat"], locate), ["rent", "boiler", "heat"]);
  assert.deepEqual(chooseRare(["the"], locate), ["the"]); // one is always asked for
  assert.deepEqual(chooseRare(["boiler", "court"], locate), ["boiler"]); // a word of most orders
});

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), "build_scripts/pages/theme/assets/search");
const sqlite3 = await startSqliteWith(gunzipSync(readFileSync(join(built, "sqlite3.wasm.gz"))));

test("orders are ranked by how often, how rare, and how long", () => {
  const connection = new sqlite3.oo1.DB(":memory:", "c");
  connection.exec(`CREATE VIRTUAL TABLE x USING fts5(title, name, docket, judge, court, cites, text, content='',
    columnsize=0, detail=full, tokenize="unicode61 remove_diacritics 2")`);
  const filler = (count) => "lorem ".repeat(count);
  const rows = [
    ["", `rent ${filler(50)}`], // the frequent word alone
    ["", `rent boiler ${filler(50)}`], // both
    ["", `boiler ${filler(50)}`], // the rare word
    ["", `boiler boiler boiler ${filler(50)}`], // the rare word often
    ["", `boiler ${filler(5000)}`], // in a long order
    ["boiler", `${filler(50)}`], // in the title
    ...Array.from({ length: 14 }, () => ["", `rent ${filler(50)}`]),
  ];
  rows.forEach(([title, text], rank) => {
    connection.exec({ sql: "INSERT INTO x(rowid, title, text) VALUES(?, ?, ?)", bind: [rank, title, text] });
  });
  const database = { connection, select: (sql, bind) => ({ rows: connection.selectArrays(sql, bind) }) };
  const lengths = rows.map(([, text]) => text.split(" ").length);
  const found = rankByAny(database, ["rent", "boiler"], [0, 1, 2, 3, 4, 5], lengths);
  const before = (one, other) => assert.ok(found.indexOf(one) < found.indexOf(other), `${one} ${other}: ${found}`);
  before(3, 2); // more often
  before(5, 2); // in the title
  before(1, 2); // both words
  before(2, 0); // the rarer word
  before(2, 4); // the shorter order
});
