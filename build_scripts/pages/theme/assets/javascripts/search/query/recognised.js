// What searches recognise: reporters, codes, rules, forms of docket numbers. The table is
// build_scripts/search/recognised.json, as published; this mirrors recognised.py.

let table;
let patterns;
let shortWords;
let reporters;
let tail;
let docketTail;
let fixedValues;

// Takes the table; nothing else here may be asked before.
export function learnForms(read) {
  table = {
    ...read,
    common_words: new Set(read.common_words),
    question_words: new Set(read.question_words),
    abbreviations: new Set(read.abbreviations),
    plain_reporters: new Set(read.plain_reporters),
  };
  reporters = new Map([
    ...read.reporters.map((name) => [name, name]),
    ...Object.entries(read.reporter_variations),
  ]);
  shortWords = new Map(Object.entries(read.short_words));
  patterns = read.patterns.map((row) => ({
    kind: row.kind,
    code: row.code ?? "",
    accepts: row.accepts,
    pattern: new RegExp(inScript(row.pattern), row.capitals ? "g" : "gi"),
  }));
  tail = new RegExp(inScript(read.tail), "iy");
  docketTail = new RegExp(inScript(read.docket_tail), "y");
  fixedValues = { outcome: makeValues("outcome", read.outcomes), has: makeValues("has", read.presence) };
}

function makeValues(field, names) {
  return names.map((label, place) => ({ id: label.replace(/ /g, "-"), label, token: `zz${field}${place}` }));
}

// What the fields `outcome` and `has` know, whatever an archive holds.
export function listFixedValues() {
  return fixedValues;
}

// Python writes named groups (?P<name>…); all else in the table means the same in both languages.
function inScript(pattern) {
  return pattern.replaceAll("(?P<", "(?<").replaceAll("(?P=", "\\k<");
}

// Every pattern, in the order in which they are tried.
export function listPatterns() {
  return patterns;
}

// The usual letters of a docket's type: "civ" is "cv"; "" stays "".
export function completeDocketType(printed) {
  const lower = printed.toLowerCase();
  return Object.hasOwn(table.docket_types, lower) ? table.docket_types[lower] : lower;
}

// The letters and digits a reporter goes by, null for what is none. Many are words too ("in"):
// without a digit they count with a capital only, but for the few that everybody cites, and in a search
// that is the citation `alone`.
export function findReporter(printed, alone = false) {
  const name = compact(printed);
  const found = reporters.get(name);
  if (found === undefined) return null;
  const plain = table.plain_reporters.has(name) || /\d/.test(name);
  return plain || alone || /^\p{Lu}/u.test(printed) ? found : null;
}

// The short form of a word, or words, of a case's or court's name; "" for what has none.
export function findShort(words) {
  return shortWords.get(words) ?? "";
}

// Where a citation that ends at `end` ends with its pin cite, court and year; a docket number
// with its judge's initials.
export function passTail(text, end, kind) {
  docketTail.lastIndex = end;
  if (kind === "docket" && docketTail.test(text)) end = docketTail.lastIndex;
  tail.lastIndex = end;
  return tail.test(text) ? tail.lastIndex : end;
}

export function isCommonWord(word) {
  return table.common_words.has(word);
}

// Whether a word asks, or joins what is asked, and is no subject.
export function isQuestionWord(word) {
  return table.question_words.has(word);
}

// Whether a point after this word, in lower case, ends no sentence.
export function isAbbreviation(word) {
  return [...word].length === 1 || table.abbreviations.has(word);
}

// Letters and digits of ASCII alone, in lower case.
export function compact(text) {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
