// A quotation as it is compared: letters, digits and the signs of numbers, with what its quoter says was
// changed.

export const FEWEST_WORDS = 4;
const LONGEST = 200_000; // characters of a quotation, and of what the page takes
const UNSEEN = /[⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
const AROUND = /^[\s“”"'‘’]+|[\s“”"'‘’]+$/g;
const WORD = /[\p{L}\p{N}]+/gu;
// Each compared sign of a number is replaced by a noncharacter: TIGHT within it, LOOSE next to a blank.
const SIGNS = " .,:;/()-$¢£¥€%";
const [TIGHT, LOOSE] = [0xfdd0, 0xfde0];
const COMPARED = /[\p{L}\p{N}\ufdd0-\ufddf]+[\ufde0-\ufdef]?|[\ufde0-\ufdef]/gu;
const AMOUNT = /[$¢£¥€%](?=\s?\.?[0-9])/g;
const AFTER_AMOUNT = /([0-9]\s?)([$¢£¥€%])/g;
const LEADING_POINT = /(^|[\s($\ufdd8\ufdd9])\.(?=[0-9])/g;
const MINUS = /(?<![0-9]\s?)(?<=^|[\s(“"])[-−](?=[$¢£¥€\ufdd9-\ufddc]?\s?\.?[0-9])/g;
const BETWEEN_DIGITS = /([0-9])([^\p{L}\p{N}]+)(?=[0-9])/gu;
const DASH = /[-‐‑‒–—―−]/;
const SEPARATOR = /[.,:;/()⁄‐‑‒–—―−-]/;
const OMISSION = /(?:\.\s?){3,}|…|(?:\*\s?){3,}/g;
const BRACKET = /\[[^[\]]{0,200}\]|\((?:cleaned up|(?:internal )?(?:citations?|footnotes?|quotations?|emphasis|alterations?|brackets|ellips[ei]s)\b[^()]{0,60}\b(?:omitted|added|altered|removed|original))[^()]{0,60}\)/gi;
const NO_WORDS = /^\[\s*(?:sic|fn\.?\s?\d{1,3}|n\.\s?\d{1,3}|\d{1,3})\s*\.?\]$/i;
const SAID_OMITTED = /^\(|\b(?:omitted|emphasis|alterations?)\b/i;
const MARK = /([a-z])([.,;:!?)”’"']{0,3})\d{1,3}(?=[\s”’"']|$)/g;
const LINE_NUMBER = /(^|\n)[^\S\n]{0,40}([12]?\d)(?=\s|$)/g;

const folded = new Map();

// The letters and digits of one character, without accents, ligatures, capitals.
export function foldSign(sign) {
  let letters = folded.get(sign);
  if (letters === undefined) {
    const code = sign.charCodeAt(0);
    const isMark = code >= TIGHT && code < LOOSE + SIGNS.length;
    const plain = sign.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
    letters = isMark ? SIGNS[code & 15] : (plain.match(/[\p{L}\p{N}⁄]+/gu) ?? []).join("").replace("⁄", "/");
    folded.set(sign, letters);
  }
  return letters;
}

// A text, equally long, with the signs of its numbers replaced: currency and percent signs, minus signs
// and leading points of amounts, and between two digits the first separator, else a blank.
export function markNumbers(text) {
  const mark = (sign) => String.fromCharCode(TIGHT + SIGNS.indexOf(sign));
  return text
    .replace(AMOUNT, mark)
    .replace(AFTER_AMOUNT, (_, before, sign) => before + mark(sign))
    .replace(MINUS, () => mark("-"))
    .replace(LEADING_POINT, (_, before) => before + mark("."))
    .replace(BETWEEN_DIGITS, (_, digit, gap) => digit + markSeparator(gap));
}

function markSeparator(gap) {
  let at = gap.search(SEPARATOR);
  let sign = DASH.test(gap[at] ?? "") ? "-" : (gap[at] ?? " ").replace("⁄", "/");
  const loose = at < 0 || /\s/.test(gap);
  if (at < 0) {
    if (!gap.replace(UNSEEN, "") || gap.search(COMPARED) >= 0) return gap;
    [at, sign] = [0, " "];
  }
  const code = (loose ? LOOSE : TIGHT) + SIGNS.indexOf(sign);
  return gap.slice(0, at) + String.fromCharCode(code) + gap.slice(at + 1);
}

// Whether a character of a marked text is a sign next to a blank: no part of a word.
export function isLoose(sign) {
  return sign >= "\ufde0" && sign <= "\ufdef";
}

export const foldLetters = (text) => foldMarked(markNumbers(text));

export function foldMarked(marked) {
  let letters = "";
  for (const sign of marked) letters += foldSign(sign);
  return letters;
}

// The words of a text: [{start, end, letters}, …].
export function findWords(text, pattern = WORD) {
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => (
    { start: index, end: index + word.length, letters: foldMarked(word) }
  )).filter(({ letters }) => letters);
}

// The words of a marked text, each number with its signs.
export const findComparedWords = (marked) => findWords(marked, COMPARED);

export function cleanQuotation(text) {
  return text.slice(0, LONGEST).replace(UNSEEN, "").replace(AROUND, "");
}

// The quotation as it is, then without marks of footnotes and numbers of lines that were copied along.
export function listReadings(quotation) {
  let numbered = [...quotation.matchAll(LINE_NUMBER)];
  const begins = numbered.length === 1 && numbered[0].index === 0 && !numbered[0][1];
  if (begins || !countsOn(numbered.slice(0, 2))) numbered = numbered.slice(1);
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
  const words = findComparedWords(markNumbers(reading)).map((word, place) => {
    while (omissions.length && omissions[0] < word.start) {
      gaps.add(place);
      omissions.shift();
    }
    while (brackets.length && brackets[0][1] <= word.start) brackets.shift();
    const bracketed = brackets.length > 0 && brackets[0][0] < word.start;
    return { ...word, text: reading.slice(word.start, word.end).trimEnd(), bracketed };
  });
  return { words, gaps };
}
