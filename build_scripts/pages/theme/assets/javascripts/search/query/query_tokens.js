// The text of a search, cut to signs, words, quotations, fields, docket numbers and citations.
// A token is {sign, text, key}; `text` is as typed, with plain signs.

import { findKeys, plainSigns } from "./key_tokens.js";
import { listFixedValues, passTail } from "./recognised.js";

export const LONGEST = 1000;
export const MOST_TOKENS = 64;

export const Sign = Object.freeze({
  WORD: "word",
  PREFIX: "prefix",
  QUOTE: "quote",
  KEY: "key",
  FIELD: "field",
  NEAR: "near", // text: "/" or "+", then a number of words, "s" or "p"
  AT_LEAST: "at least", // text: how often
  AND: "and",
  OR: "or",
  NOT: "not",
  OPEN: "(",
  CLOSE: ")",
  CITED_HERE: "cited here",
  IN_ORDER: "in", // text: the order's address
});

const FIELDS = {
  judge: "judge", court: "court", case: "case", title: "title", cites: "cites",
  cite: "cites", disposition: "disposition", motion: "motion", docket: "docket",
  before: "before", after: "after", year: "year", date: "year", cited: "cited",
};
const RAW_FIELDS = new Set(["before", "after", "year", "cited"]);
const CONNECTORS = new Map([
  ["AND", Sign.AND], ["OR", Sign.OR], ["NOT", Sign.NOT], ["&", Sign.AND], ["|", Sign.OR],
]);

// accepted: judge: · Docket: · refused: 5:17 · v: (no field)
const FIELD = new RegExp(`(${Object.keys(FIELDS).join("|")}) ?:`, "iy");
// accepted: /5 · /s · /P · w/10 · +s discovery · refused: /sentence · /1000 · +5%
const NEAR = /w?(\/) ?(\d{1,3}|s|p)(?![\w/])|(\+)(\d{1,3}|s|p)(?=[ "(]|$)/iy;
// accepted: atleast5(privilege) · refused: at least 5 (days)
const AT_LEAST = /atleast(\d{1,3})(?=\()/iy;
const CITED_HERE = /cited (?:by )?here(?!\w)/iy;
// accepted: in:orders/cand/3-31-cv-01234/2031-03-04-order/ · in:https://example.org/orders/… · in:this · refused: in: the
const IN_ORDER = /in:(?:(?:https?:\/\/[^ "()]*?\/)?(orders(?:\/[\w-]+){3})(?=[\/ "()#]|$)[^ "()]*|this(?!\w))/iy;
const QUOTE = /"([^"]*)(?:"|$)/y;
const RUN = /[^ "()]+/y;

// Cuts a search to tokens; every text has some cut, of at most 64 tokens. Only the first 1,000
// characters are read.
export function cutQuery(text) {
  const plain = [...plainSigns(text)].slice(0, LONGEST).join("");
  const unquoted = plain.replace(/"([^"]*)(?:"|$)/g, (quote) => "\0".repeat(quote.length));
  const keys = new Map(findKeys(unquoted).map((found) => [found.start, found]));
  const tokens = [];
  let at = 0;
  while (at < plain.length && tokens.length < MOST_TOKENS) {
    const last = tokens.at(-1);
    const afterBlank = at === 0 || ' (":'.includes(plain[at - 1]) || last?.text === "-";
    const raw = last?.sign === Sign.FIELD && RAW_FIELDS.has(last.text);
    const [token, next] = cutOne(plain, at, keys, afterBlank, raw);
    if (token) tokens.push(token);
    at = next;
  }
  return tokens;
}

function cutOne(plain, at, keys, afterBlank, raw) {
  const sign = plain[at];
  if (sign === " ") return [null, at + 1];
  let match = matchAt(QUOTE, plain, at);
  if (match) return [makeToken(Sign.QUOTE, match[1]), at + match[0].length];
  if (sign === "(") return [makeToken(Sign.OPEN, sign), at + 1];
  if (sign === ")") return [makeToken(Sign.CLOSE, sign), at + 1];
  match = afterBlank ? matchAt(IN_ORDER, plain, at) : null; // a docket's number may be in it
  if (match) return [makeToken(Sign.IN_ORDER, (match[1] ?? "").toLowerCase()), at + match[0].length];
  if (raw) {
    const run = takeRun(plain, at);
    return [makeToken(Sign.WORD, run), at + run.length];
  }
  const found = keys.get(at);
  if (found) return [makeToken(Sign.KEY, found.printed, found), passTail(plain, found.end, found.kind)];
  if (afterBlank) {
    match = matchAt(CITED_HERE, plain, at);
    if (match) return [makeToken(Sign.CITED_HERE, match[0]), at + match[0].length];
    match = matchAt(FIELD, plain, at);
    if (match) return [makeToken(Sign.FIELD, FIELDS[match[1].toLowerCase()]), at + match[0].length];
    match = matchAt(writeValueField(), plain, at);
    if (match) return [makeToken(Sign.FIELD, (match[1] ?? match[2]).toLowerCase()), at + match[0].length];
    match = matchAt(NEAR, plain, at);
    if (match) {
      const [sign, reach] = [match[1] ?? match[3], match[2] ?? match[4]];
      return [makeToken(Sign.NEAR, sign + reach.toLowerCase()), at + match[0].length];
    }
    match = matchAt(AT_LEAST, plain, at);
    if (match) return [makeToken(Sign.AT_LEAST, match[1]), at + match[0].length];
    if (sign === "-" && at + 1 < plain.length && !" -".includes(plain[at + 1])) {
      return [makeToken(Sign.NOT, sign), at + 1];
    }
  }
  const run = takeRun(plain, at);
  if (CONNECTORS.has(run)) return [makeToken(CONNECTORS.get(run), run), at + run.length];
  if ("*!".includes(run.at(-1)) && foldWords(run).length) {
    return [makeToken(Sign.PREFIX, run.slice(0, -1)), at + run.length];
  }
  return [makeToken(Sign.WORD, run), at + run.length];
}

// Fields that came later: what they do not know is words, as it was before.
// accepted: outcome:granted · has:table · refused: outcome: granted · has:been · outcome:grant*
let valueField;

function writeValueField() {
  valueField ??= new RegExp(["outcome", "has"].map((name) => {
    const said = listFixedValues()[name].map(({ label }) => label.replace(/s$/, "").replace(/ /g, "[ -]"));
    return `(${name}):(?=["(]{0,2}(?:${said.join("|")})s?(?![\\w*!]))`;
  }).join("|"), "iy");
  return valueField;
}

function makeToken(sign, text, key = null) {
  return { sign, text, key };
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function takeRun(plain, at) {
  return matchAt(RUN, plain, at)?.[0] ?? plain[at];
}

// The words of a text as the database knows them: lower case, no accents, parted at signs.
export function foldWords(text) {
  const bare = [...text.normalize("NFD")].filter((c) => !isCombining(c)).join("");
  return bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Whether a mark stands over or under the letter before it (its combining class is not 0). Script
// has no name for that; but such a mark changes places with one of another class.
function isCombining(c) {
  if (!/\p{M}/u.test(c)) return false;
  const [overlay, below] = ["\u0334", "\u0345"]; // the lowest class and the highest
  return (c + overlay).normalize("NFD") !== c + overlay || (below + c).normalize("NFD") !== below + c
    || c === below || c === overlay;
}

// A word without what an apostrophe adds at its end: "plaintiff's", "plaintiffs'".
export function dropPossessive(word) {
  return word.replace(/'[sSſ]?$/, "");
}
