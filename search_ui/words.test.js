// Days in results are printed as pages print them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { learn, sayDay } from "../build_scripts/pages/theme/assets/javascripts/words.js";

learn("en", {
  "dates.day": "{month} {day}, {year}",
  "dates.month": "{month} {year}",
  "short_months.2": "Feb.",
  "short_months.11": "Nov.",
});

test("a date as known: to the day, the month or the year", () => {
  assert.equal(sayDay("2017-02-08"), "Feb. 8, 2017");
  assert.equal(sayDay("1865-11"), "Nov. 1865");
  assert.equal(sayDay("1865"), "1865");
});
