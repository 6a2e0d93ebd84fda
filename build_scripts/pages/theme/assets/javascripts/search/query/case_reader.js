// A case's name in a search, with the court and the year beside it: "us v. roe 5th cir 1999".

import { courtToken, isExtra, listCourtKeys, listUnits } from "./case_names.js";
import { findShort } from "./recognised.js";

const YEAR = /^(?:1[6-9]\d\d|20\d\d)$/;
const OPENINGS = [["in", "re"], ["ex", "parte"], ["in", "the", "matter", "of"], ["matter", "of"]];
const LONGEST_COURT = 10;
const NOT_BESIDE = ["any", "at least", "near", "prefix"];
const UNITED_STATES = ["united", "states"];

// Joins the words of a search to one case, where they are the name of one; else returns `root`. A name
// has two sides with a "v" between them, or begins "In re" or the like. Only words count that stand
// free: in no quotation, choice or nearness.
export function readCase(root, vocabulary) {
  if (!root) return root;
  const parts = root.kind === "all" ? root.parts : [root];
  const said = parts.filter(({ kind, field }) => (kind === "word" || kind === "phrase") && !field);
  const others = parts.filter((part) => !said.includes(part));
  if (!said.every(isFree) || others.some(({ kind }) => NOT_BESIDE.includes(kind))) return root;
  const units = listUnits(said.map((part) => part.printed ?? part.text));
  if (!holdsName(units)) return root;
  const { name, year, courts } = takeBeside(units, vocabulary.court ?? []);
  const words = name.map(({ short }) => short);
  if (!isName(words)) return root;
  const telling = name.filter(({ short }) => !isExtra(short));
  const told = telling.length ? telling : name;
  const found = {
    kind: "case",
    printed: name.map((unit) => (unit.short === "v" ? "v." : sayUnit(unit))).join(" "),
    words,
    units: told.map((unit) => [unit.short, unit.short === "us" ? UNITED_STATES : unit.words]),
    parts: told.flatMap(listTelling).map((text) => ({ kind: "word", text, field: "" })),
    court: courts.map((value) => value.short || value.label).join(" or "),
    tokens: courts.map((value) => courtToken(value.id.split("/").at(-1))),
    year,
  };
  return others.length ? { kind: "all", parts: [found, ...others] } : found;
}

// Whether a word is typed outside quotation marks, and table n surely knows its pieces.
function isFree(part) {
  if (part.kind === "word") return true;
  // eslint-disable-next-line no-control-regex
  return !part.quoted && part.words.every((word) => /^[\x00-\x7f]*$/.test(word) && !word.startsWith("zz"));
}

// What stands in a text for the unit, and in few others.
function listTelling({ short, words }) {
  if (short === "us") return [];
  return words.filter((word) => word.length > 1 || words.length === 1);
}

function sayUnit({ short, words }) {
  if (short !== words.join("")) return words.join(" ");
  return words.every((word) => word.length === 1) ? short : words.join("'");
}

function isName(words) {
  const side = words.indexOf("v");
  if (side >= 0) return side === words.lastIndexOf("v") && side > 0 && side < words.length - 1;
  return OPENINGS.some((each) => (
    words.length > each.length && each.every((word, place) => words[place] === word)
  ));
}

function holdsName(units) {
  const words = units.map(({ short }) => short);
  return words.some((_, at) => isName(words.slice(at)));
}

// Takes a year and a court off the ends of a name, as long as a name remains.
function takeBeside(units, courts) {
  let [name, year] = [units, ""];
  for (const atEnd of [true, false]) {
    const [[one], rest] = cut(name, 1, atEnd);
    if (!year && holdsName(rest) && YEAR.test(one.short)) [name, year] = [rest, one.short];
  }
  for (const atEnd of [true, false]) {
    for (let length = Math.min(LONGEST_COURT, name.length - 1); length > 0; length -= 1) {
      const [some, rest] = cut(name, length, atEnd);
      const found = findCourts(some.map(({ short }) => short), courts, Boolean(year && atEnd));
      if (found.length && holdsName(rest) && ![some[0].short, rest.at(-1).short].includes("of")) {
        return { ...(year ? { name: rest, year } : takeBeside(rest, [])), courts: found };
      }
    }
  }
  return { name, year, courts: [] };
}

function cut(units, length, atEnd) {
  const place = atEnd ? units.length - length : length;
  const [first, second] = [units.slice(0, place), units.slice(place)];
  return atEnd ? [second, first] : [first, second];
}

// The courts that go by these words; a state alone is its highest court beside a year only.
function findCourts(words, courts, isDated) {
  if (words.length === 1 && !isDated && findShort(words[0])) return [];
  const keys = listCourtKeys(words);
  return courts.filter(({ names = [] }) => keys.some((key) => names.includes(key)));
}
