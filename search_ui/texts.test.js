// Texts of orders are parts of files: which are asked for, together where they stand together, and
// cut from the whole file where a host sends that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";

import { ArchiveFiles } from "../build_scripts/pages/theme/assets/javascripts/search/database/archive_files.js";

const ORDERS = 400; // of three kilobytes each in files of ten

function makeArchive({ knowsParts }) {
  const packed = new Map();
  const results = [];
  for (let rank = 0; rank < ORDERS; rank += 1) {
    const words = Array.from({ length: 1500 }, (_, n) => ((rank * 1500 + n) ** 3 % 9973).toString(36));
    const text = gzipSync(JSON.stringify([["p-1", `order ${rank}`], ["p-2", words.join(" ")]]));
    const file = Math.floor(rank / 10);
    const before = packed.get(file) ?? Buffer.alloc(0);
    results.push({ text: [file, before.length, text.length] });
    packed.set(file, Buffer.concat([before, text]));
  }
  const files = new ArchiveFiles("https://orders.example/");
  files.folder = "https://orders.example/search/1/";
  files.gunzip = gunzipSync;
  files.loadResults = async (ranks) => ranks.map((rank) => results[rank]);
  const asked = [];
  globalThis.fetch = async (address, { headers }) => {
    const whole = packed.get(Number(/texts-(\d{5})\.bin\?/.exec(address)[1]));
    const [first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.Range).slice(1).map(Number);
    const body = knowsParts ? whole.subarray(first, last + 1) : whole;
    asked.push(body.length);
    return new Response(body, { status: knowsParts ? 206 : 200 });
  };
  return { files, asked, size: (rank) => results[rank].text[2] };
}

const first = ([[anchor, text]]) => `${anchor} ${text}`;
const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);

for (const knowsParts of [true, false]) {
  test(`each order has its own text, host ${knowsParts ? "with" : "without"} parts`, async () => {
    const { files } = makeArchive({ knowsParts });
    const ranks = [33, 7, 399, 0, 34, 9, 10];
    const texts = await files.loadTexts(ranks);
    assert.deepEqual(texts.map(first), ranks.map((rank) => `p-1 order ${rank}`));
  });
}

test("ten results read ten texts and not a byte more", async () => {
  const { files, asked, size } = makeArchive({ knowsParts: true });
  const ranks = [3, 50, 120, 121, 177, 200, 222, 300, 333, 398];
  await files.loadTexts(ranks);
  assert.equal(asked.length, 9); // 120 and 121 at once
  assert.equal(sum(asked), sum(ranks.map(size)));
});

test("the newest ten are one file or two", async () => {
  const { files, asked } = makeArchive({ knowsParts: true });
  await files.loadTexts([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(asked.length, 1);
});

test("what was read is kept, up to two hundred texts", async () => {
  const { files, asked } = makeArchive({ knowsParts: true });
  await files.loadTexts([1, 2]);
  await files.loadTexts([2, 1]);
  assert.equal(asked.length, 1);
  await files.loadTexts(Array.from({ length: 300 }, (_, n) => n + 50));
  assert.equal(files.texts.size, 200);
});
