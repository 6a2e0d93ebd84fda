// What a statement may read: bounded, its rows kept, and continued; a missing file is no empty list.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Finder } from "../build_scripts/pages/theme/assets/javascripts/search/answers/finder.js";
import { Database } from "../build_scripts/pages/theme/assets/javascripts/search/database/database.js";
import { FileMissing, Pages } from "../build_scripts/pages/theme/assets/javascripts/search/database/pages.js";
import { gunzipSync, startSqliteWith } from "../build_scripts/pages/theme/assets/search/sqlite.js";

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), "build_scripts/pages/theme/assets/search");
const sqlite3 = await startSqliteWith(gunzipSync(readFileSync(join(built, "sqlite3.wasm.gz"))));

const ORDERS = 4000;
const SIZE = 1024; // small pages, so that few orders need many

function makeDatabase() {
  const made = new sqlite3.oo1.DB(":memory:", "c");
  made.exec(`PRAGMA page_size=${SIZE};
    CREATE VIRTUAL TABLE n USING fts5(words, content='', columnsize=0, detail=none);
    INSERT INTO n(n, rank) VALUES('pgsz', 900); BEGIN;`);
  const statement = made.prepare("INSERT INTO n(rowid, words) VALUES(?, ?)");
  for (let rank = 0; rank < ORDERS; rank += 1) {
    const rare = rank === 7 ? "windjammer" : "";
    statement.bind([rank, `zzall ${rank % 3 ? "stay" : "remand"} ${rare}`]).stepReset();
  }
  statement.finalize();
  made.exec("COMMIT; INSERT INTO n(n) VALUES('optimize'); VACUUM;");
  return sqlite3.capi.sqlite3_js_db_export(made);
}

// Pages as the published files would give them, without a network.
class PagesInMemory extends Pages {
  constructor(bytes) {
    super("", { page_size: SIZE, pages: bytes.length / SIZE }, gunzipSync);
    this.bytes = bytes;
    this.fetched = 0;
    this.missing = false;
  }

  fetchNow(number) {
    this.fetched += 1;
    if (this.missing) throw new FileMissing(`page ${number}`);
    return this.bytes.subarray((number - 1) * SIZE, number * SIZE);
  }

  readAhead() {}

  async fetchTogether(numbers) {
    this.together = numbers;
    for (const number of numbers) this.keep(number, this.fetchNow(number));
  }
}

const pages = new PagesInMemory(makeDatabase());
const database = new Database(sqlite3, pages);
const finder = new Finder(database, null, null);
const wanted = Array.from({ length: ORDERS }, (_, rank) => rank).filter((rank) => rank % 3);

function forget() {
  pages.kept.clear();
  pages.fetched = 0;
  database.connection.exec("PRAGMA shrink_memory");
}

test("a statement stops at its bound and keeps the rows so far", () => {
  forget();
  const { ranks, complete } = finder.select({ n: '"stay"' }, { reads: 8 });
  assert.equal(complete, false);
  assert.ok(pages.fetched <= 8, String(pages.fetched));
  assert.ok(ranks.length > 0 && ranks.length < wanted.length, String(ranks.length));
  assert.deepEqual(ranks, wanted.slice(0, ranks.length));
});

test("a bound that was met is no warning, a fault is one", () => {
  class FaultyPages extends PagesInMemory {
    fetchNow(number) {
      this.missing = this.fetched >= this.sound;
      return super.fetchNow(number);
    }
  }
  const said = [];
  const { config } = sqlite3;
  const { warn } = config;
  config.warn = (...words) => said.push(words.join(" "));
  const faulty = new FaultyPages(pages.bytes);
  faulty.sound = Infinity;
  const watched = new Database(sqlite3, faulty);
  const ask = (reads) => watched.select("SELECT rowid FROM n WHERE n MATCH ?", ['"stay"'], reads);
  try {
    assert.equal(ask(6).complete, false);
    assert.deepEqual(said, []);
    faulty.sound = faulty.fetched;
    assert.throws(() => ask(6), FileMissing);
    assert.equal(said.length, 1, said.join("; "));
  } finally {
    config.warn = warn;
    watched.connection.close();
  }
});

test("continuing finds the rest, each order once", async () => {
  forget();
  let found = [];
  let complete = false;
  for (let round = 0; round < 200 && !complete; round += 1) {
    const from = found.length ? found.at(-1) + 1 : 0;
    const more = await finder.find({ n: '"stay"' }, { from, reads: 4 });
    found = [...found, ...more.ranks];
    complete = more.complete;
  }
  assert.ok(complete);
  assert.deepEqual(found, wanted);
});

test("the newest ten of many need few files", () => {
  forget();
  const { ranks } = finder.select({ n: '"stay"' }, { limit: 10 });
  assert.deepEqual(ranks, wanted.slice(0, 10));
  assert.ok(pages.fetched <= 8, String(pages.fetched));
});

test("a missing file is an error, and the next statement works again", () => {
  forget();
  pages.missing = true;
  assert.throws(() => finder.select({ n: '"windjammer"' }, {}), FileMissing);
  pages.missing = false;
  assert.deepEqual(finder.select({ n: '"windjammer"' }, {}), { ranks: [7], complete: true });
});

test("what reads did not reach is not taken for absent", async () => {
  class HurriedFinder extends Finder {
    select(plan, options) {
      return super.select(plan, { ...options, reads: 3 });
    }
  }
  forget();
  const files = { loadTexts: async (ranks) => ranks.map(() => []) };
  const hurried = new HurriedFinder(database, files, { hold: () => true });
  const within = { within: "sentence", of: [{ n: '"windjammer"' }, { n: '"windjammer"' }] };
  const plan = { not: [{ n: '"zzall"' }, { or: [{ n: '"stay"' }, within] }] };
  const first = await hurried.find(plan);
  assert.equal(first.complete, false);
  let found = first;
  for (let round = 0; round < 200 && !found.complete; round += 1) {
    const more = await hurried.find(plan, { from: found.looked });
    found = { ...more, ranks: [...found.ranks, ...more.ranks] };
  }
  assert.ok(found.complete);
  const remands = Array.from({ length: ORDERS }, (_, rank) => rank).filter((rank) => !(rank % 3));
  assert.deepEqual(found.ranks, remands);
});

test("the oldest ten of many are found from the end, in few reads, undated ones last", () => {
  forget();
  const dated = 3990;
  const backwards = wanted.filter((rank) => rank < dated).reverse();
  assert.deepEqual(finder.findOldest({ n: '"stay"' }, 10, dated).slice(0, 10), backwards.slice(0, 10));
  assert.ok(pages.fetched <= 12, String(pages.fetched));
  const all = finder.findOldest({ n: '"stay"' }, ORDERS, dated);
  assert.deepEqual(all, [...backwards, ...wanted.filter((rank) => rank >= dated)]);
});

test("what several words need first is fetched together, not one after the other", async () => {
  const sql = "SELECT rowid FROM n WHERE n MATCH ? LIMIT 1";
  const lookUps = ["stay", "windjammer", "zzall"].map((word) => [sql, [`"${word}"`]]);
  forget();
  for (let round = 0; round < 8 && pages.together?.length !== 0; round += 1) {
    await database.fetchFirst(lookUps);
    if (round === 0) assert.ok(pages.together.length <= lookUps.length);
  }
  assert.deepEqual(pages.together, []);
  pages.fetched = 0;
  for (const [statement, parameters] of lookUps) {
    assert.equal(database.select(statement, parameters).rows.length, 1);
  }
  assert.equal(pages.fetched, 0);
});

test("a list is as long as its leaves", () => {
  const made = new sqlite3.oo1.DB(":memory:", "c");
  made.exec(`CREATE VIRTUAL TABLE x USING fts5(text, content='', columnsize=0);
    INSERT INTO x(x, rank) VALUES('pgsz', 32500); BEGIN;`);
  const statement = made.prepare("INSERT INTO x(rowid, text) VALUES(?, ?)");
  for (let rank = 0; rank < 3000; rank += 1) {
    statement.bind([rank, `${"motion ".repeat(40)} ${rank === 7 ? "windjammer" : "stay"}`]).stepReset();
  }
  statement.finalize();
  made.exec("COMMIT; INSERT INTO x(x) VALUES('optimize')");
  const asked = Object.create(Database.prototype);
  asked.select = (sql, parameters) => ({ rows: made.selectArrays(sql, parameters) });
  const leaves = made.selectValue("SELECT count(*) FROM x_data");
  assert.ok(leaves > 5);
  const [motion, stay, windjammer, zebra] = ["motion", "stay", "windjammer", "zebra"].map(
    (word) => asked.locateLeaves(word),
  );
  assert.ok(leaves - 4 <= motion.length && motion.length <= leaves, String(motion.length));
  assert.ok(motion.at(-1) <= stay[0] && stay[0] <= windjammer[0]);
  assert.equal(windjammer.length, 1);
  assert.equal(zebra.length, 1); // in no order
});
