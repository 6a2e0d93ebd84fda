// Names of cases as they are compared: in short forms, so that a name and what is typed of it agree.
// Mirrors case_names.py and published.py in build_scripts/search. A unit is {short, words}: a word of a name in its short form,
// and the folded words that it is made of.

import { plainSigns } from "./key_tokens.js";
import { dropPossessive, foldWords } from "./query_tokens.js";
import { findShort, isCommonWord } from "./recognised.js";

const MOST_WORDS = 5; // of what is shortened as a whole
const LETTERS = 3; // so many single letters, printed together, are one word: "N.A.A.C.P."
const EXTRAS = new Set(["inc", "llc", "ltd", "co", "corp", "et", "al", "the", "v", "vs"]);
const FILLERS = new Set(["of", "for", "the", "in", "and", "at", "state"]);
// Short words that many courts share: alone they name none.
const SHARED = new Set(
  "us ct app sup super dist cir div n s e w m c d".split(" "),
);

// What stands in table n for a word of an order's name or title.
export function nameToken(short) {
  return `${short}zzn`;
}

// What stands in table n for an order's court, in lists or not.
export function courtToken(courtId) {
  return `${courtId}zzc`;
}

// Whether a short form tells no name from another.
export function isExtra(short) {
  return EXTRAS.has(short) || isCommonWord(short);
}

// The short forms of a name's words, in order.
export function shortenName(name) {
  return listUnits(plainSigns(name).split(" ")).map(({ short }) => short);
}

// The units of words as printed or typed: what stood between blanks.
export function listUnits(printed) {
  const parts = printed.flatMap(partWord);
  const units = [];
  for (let at = 0; at < parts.length;) {
    let some = [];
    let short = "";
    for (let length = Math.min(MOST_WORDS, parts.length - at); length > 0 && !short; length -= 1) {
      some = parts.slice(at, at + length);
      short = shorten(some.map((part) => part.short));
    }
    units.push({ short: short || some[0].short, words: some.flatMap(({ words }) => words) });
    at += some.length;
  }
  return units;
}

function shorten(words) {
  const letters = words.join("");
  if (words.length > 1 && letters.length === words.length) {
    return findShort(letters) === letters && !words.includes("v") ? letters : "";
  }
  return findShort(words.join(" "));
}

// A word with an apostrophe inside is one, and so are initials without blanks.
function partWord(printed) {
  const bare = dropPossessive(printed.replace(/^[,;:()[\]]+|[,;:()[\]]+$/g, ""));
  const words = foldWords(bare);
  const letters = words.length >= LETTERS && words.every((word) => word.length === 1);
  if (words.length > 1 && (bare.includes("'") || letters)) {
    return [{ short: words.join(""), words }];
  }
  return words.map((word) => ({ short: word, words: [word] }));
}

// The keys of a court typed so, in short words: as written, and in no order. The Supreme Court alone
// is known by "United States".
export function listCourtKeys(words) {
  const told = words.filter((word) => !FILLERS.has(word));
  const plain = told.filter((word) => word !== "us");
  const isHighest = told.join() === "us" || (told.includes("us") && told.includes("sup"));
  const keys = isHighest ? writeKeys(told) : [];
  if (!plain.every((word) => SHARED.has(word))) keys.push(...writeKeys(plain));
  return keys;
}

function writeKeys(words) {
  return [words.join(""), [...new Set(words)].sort().join(" ")];
}
