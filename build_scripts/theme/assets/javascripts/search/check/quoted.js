// A quotation as it is compared: letters and digits, with what its quoter says was changed. Mirrors quoted.py.

export const FEWEST_WORDS = 4;
const LONGEST = 20_000; // characters of a quotation; what is longer is cut there
const UNSEEN = /[⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
const AROUND = /^[\s“”"'‘’]+|[\s“”"'‘’]+$/g;
const WORD = /[\p{L}\p{N}]+/gu;
const OMISSION = /(?:\.\s?){3,}|…|(?:\*\s?){3,}/g;
const BRACKET = /\[[^[\]]{0,200}\]/g;
const NO_WORDS = /^\[\s*(?:sic|fn\.?\s?\d{1,3}|n\.\s?\d{1,3}|\d{1,3})\s*\.?\]$/i;
const SAID_OMITTED = /\b(?:omitted|emphasis|alterations?)\b/i;
const MARK = /([a-z])([.,;:!?)”’"']{0,3})\d{1,3}(?=[\s”’"']|$)/g;
const LINE_NUMBER = /(^|\n)[^\S\n]{0,40}([12]?\d)(?=\s|$)/g;

const folded = new Map();

// The letters and digits of one character, without accents, ligatures, capitals.
export function foldSign(sign) {
  let letters = folded.get(sign);
  if (letters === undefined) {
    const plain = sign.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
    letters = (plain.match(WORD) ?? []).join("");
    folded.set(sign, letters);
  }
  return letters;
}

export function foldLetters(text) {
  let letters = "";
  for (const sign of text) letters += foldSign(sign);
  return letters;
}

// The words of a text: [{start, end, letters}, …].
export function findWords(text) {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => (
    { start: index, end: index + word.length, letters: foldLetters(word) }
  )).filter(({ letters }) => letters);
}

export function cleanQuotation(text) {
  return text.slice(0, LONGEST).replace(UNSEEN, "").replace(AROUND, "");
}

// The quotation as it is, then without marks of footnotes and numbers of lines that were copied along.
export function listReadings(quotation) {
  let numbered = [...quotation.matchAll(LINE_NUMBER)];
  if (numbered.length > 1 && !countsOn(numbered.slice(0, 2))) numbered = numbered.slice(1);
  let bare = quotation;
  if (countsOn(numbered)) {
    for (const { index, 0: whole, 1: before } of numbered.reverse()) {
      bare = bare.slice(0, index) + before + bare.slice(index + whole.length);
    }
  }
  bare = bare.replace(MARK, "$1$2");
  return bare === quotation ? [quotation] : [quotation, bare];
}

function countsOn(numbered) {
  return numbered.slice(1).every(([, , number], place) => (
    [Number(numbered[place][2]) + 1, 1].includes(Number(number))
  ));
}

function readBracket(printed) {
  if (NO_WORDS.test(printed)) return null;
  return SAID_OMITTED.test(printed) || printed.search(OMISSION) >= 0 ? "omission" : "change";
}

// Cuts a quotation at its ellipses and brackets: [{kind, text, letters, opens, closes}, …]; those at its
// ends are left out. `opens` and `closes` say that words begin or end within a word, at a bracket.
export function readParts(text) {
  const cuts = [...text.matchAll(BRACKET)].map(({ index, 0: one }) => (
    { start: index, end: index + one.length, kind: readBracket(one) }
  ));
  const outside = text.replace(BRACKET, (one) => " ".repeat(one.length));
  cuts.push(...[...outside.matchAll(OMISSION)].map(({ index, 0: one }) => (
    { start: index, end: index + one.length, kind: "omission" }
  )));
  cuts.sort((a, b) => a.start - b.start);
  const parts = [];
  let [at, opens, words] = [0, false, ""];
  const keep = (closes) => {
    const letters = foldLetters(words);
    if (letters) parts.push({ kind: "words", text: words.trim(), letters, opens, closes });
  };
  for (const { start, end, kind } of cuts) {
    words += text.slice(at, start);
    at = end;
    if (kind === null) continue;
    const glued = kind === "change";
    keep(glued && foldSign(words.slice(-1)) !== "");
    parts.push({ kind, text: text.slice(start, end).trim(), letters: "" });
    opens = glued && foldSign(text.slice(end, end + 1)) !== "";
    words = "";
  }
  words += text.slice(at);
  keep(false);
  while (parts.length && parts[0].kind !== "words") parts.shift();
  while (parts.length && parts.at(-1).kind !== "words") parts.pop();
  return parts;
}

// The whole words of a part, as the database of the search has them.
export function listWholeWords(part) {
  const words = part.kind === "words" ? findWords(part.text).map(({ letters }) => letters) : [];
  return words.slice(part.opens ? 1 : 0, part.closes ? -1 : undefined);
}

// Whether the order's own words have the ellipses and brackets of a quotation.
export function printsAsMany(reading, printed) {
  return [BRACKET, OMISSION].every((signs) => (
    (reading.match(signs) ?? []).length <= (printed.match(signs) ?? []).length
  ));
}

// The words of a quotation, with `bracketed` where they stand in brackets; and the places of words before
// which an ellipsis stands.
export function readWords(reading) {
  const brackets = [...reading.matchAll(BRACKET)].map(({ index, 0: one }) => [index, index + one.length]);
  const omissions = [...reading.matchAll(OMISSION)].map(({ index }) => index);
  const gaps = new Set();
  const words = findWords(reading).map((word, place) => {
    while (omissions.length && omissions[0] < word.start) {
      gaps.add(place);
      omissions.shift();
    }
    while (brackets.length && brackets[0][1] <= word.start) brackets.shift();
    const bracketed = brackets.length > 0 && brackets[0][0] < word.start;
    return { ...word, text: reading.slice(word.start, word.end), bracketed };
  });
  return { words, gaps };
}
