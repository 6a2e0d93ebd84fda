// Years and days after `year:`, `before:` and `after:`.

import { say } from "../words.js";

// accepted: 2017 · 2017-05 · 2017-05-31 · 5/31/2017 · refused: 17 · 31.5.2017 · 2017-13
const DAY = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const YEARS = /^(\d{4})(?:-|\.\.)(\d{4})$/;

// Reads what follows the field; null where it is no date. A year or month means all of it:
// `before:2018` is up to 2017-12-31, `after:2017-05` from 2017-06-01.
export function readDates(field, text) {
  const years = field === "year" && YEARS.exec(text);
  if (years) {
    const [first, last] = [years[1], years[2]].sort();
    return makeDates(`${first}-01-01`, `${last}-12-31`, say("search_reading.dated_between", { first, last }));
  }
  const span = readSpan(text);
  if (!span) return null;
  const [first, last] = span;
  if (field === "year") return makeDates(first, last, say("search_reading.dated", { day: text }));
  if (field === "before") {
    const printed = say("search_reading.dated_before", { day: show(text, first) });
    return makeDates(null, shift(first, -1), printed);
  }
  return makeDates(shift(last, 1), null, say("search_reading.dated_after", { day: show(text, last) }));
}

function makeDates(first, last, printed) {
  return { kind: "dates", first, last, printed };
}

function show(text, day) {
  return text.includes("/") ? day : text;
}

function readSpan(text) {
  const american = AMERICAN.exec(text);
  const match = DAY.exec(american ? `${american[3]}-${american[1]}-${american[2]}` : text);
  if (!match || Number(match[1]) < 2 || Number(match[1]) > 9998) return null;
  const year = match[1];
  if (match[2] === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const longest = utc(Number(year), month + 1, 0).getUTCDate();
  if (match[3] === undefined) return [`${year}-${pad(month)}-01`, `${year}-${pad(month)}-${longest}`];
  const day = Number(match[3]);
  if (day < 1 || day > longest) return null;
  return [`${year}-${pad(month)}-${pad(day)}`, `${year}-${pad(month)}-${pad(day)}`];
}

function pad(number) {
  return String(number).padStart(2, "0");
}

// Date.UTC alone reads the years up to 99 as those of 1900.
function utc(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function shift(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  const moved = utc(year, month, date + days);
  const digits = String(moved.getUTCFullYear()).padStart(4, "0");
  return `${digits}-${pad(moved.getUTCMonth() + 1)}-${pad(moved.getUTCDate())}`;
}
