// Quotations and the texts of one order; tests/extensions/checking asks the same through the search's engine.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { agreeNames, listCited } from "../build_scripts/pages/theme/assets/javascripts/search/check/citing.js";
import { findIn, findNearest } from "../build_scripts/pages/theme/assets/javascripts/search/check/finding.js";
import { OrderText } from "../build_scripts/pages/theme/assets/javascripts/search/check/order_text.js";
import { locatePin, writeCitation } from "../build_scripts/pages/theme/assets/javascripts/search/check/pins.js";
import { cleanQuotation, listReadings, readParts } from "../build_scripts/pages/theme/assets/javascripts/search/check/quoted.js";
import "./english.js";
import "./forms.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { blocks, pins, cases } = JSON.parse(readFileSync(join(root, "tests/extensions/checking/quotation_cases.json"), "utf8"));

function check(quotation, read = blocks) {
  const texts = [new OrderText(0, read)];
  const readings = listReadings(cleanQuotation(quotation));
  for (const reading of readings) {
    const [found] = findIn(texts, reading, readParts(reading));
    if (found) return { ...found, match: found.marked ? "marked" : "exact" };
  }
  const [near] = findNearest(texts, readings.at(-1));
  if (!near) return { match: "absent", differences: [] };
  return { ...near, match: near.differences.every(({ announced }) => announced) ? "marked" : "near" };
}

for (const { quotation, match, differences, citation } of cases) {
  test(`quotation ${JSON.stringify(quotation.slice(0, 60))}`, () => {
    const found = check(quotation);
    assert.equal(found.match, match);
    if (differences) assert.deepEqual(found.differences.map(({ quoted, here }) => [quoted, here]), differences);
    if (citation) {
      const [first, last] = [locatePin(pins, found.first), locatePin(pins, found.last)];
      assert.equal(writeCitation(pins, first, last).join(""), citation);
    }
  });
}

const bird = (at) => `marshheron${[676, 26, 1].map((size) => String.fromCharCode(97 + (Math.floor(at / size) % 26))).join("")}`;
const birds = (first, last) => Array.from({ length: last - first }, (_, at) => bird(first + at)).join(" ");
const LONG = [
  [birds(0, 12_000), "exact", []],
  [birds(0, 600).replace(bird(500), "marabou"), "near", ["marabou"]],
  [birds(9, 2000).replace(bird(1900), "marabou"), "near", ["marabou"]],
  [`${birds(3, 9)} … ${birds(14_000, 14_009)}`, "marked", ["…"]],
];

for (const [quotation, match, quoted] of LONG) {
  test(`a long quotation, ${match}, ${quotation.length}`, () => {
    const found = check(quotation, [["p-1", birds(0, 17_000)]]);
    assert.deepEqual([found.match, found.differences.map((one) => one.quoted)], [match, quoted]);
  });
}

const { texts, names } = JSON.parse(readFileSync(join(root, "tests/extensions/checking/cited_cases.json"), "utf8"));

for (const [text, expected] of texts) {
  test(`citations of ${JSON.stringify(text.slice(0, 60))}`, () => {
    assert.deepEqual(listCited(text).map(({ key, name, year }) => [key, name, year]), expected);
  });
}

for (const [cited, here, agrees] of names) {
  test(`${cited}, ${here}`, () => assert.equal(agreeNames(cited, here), agrees));
}
