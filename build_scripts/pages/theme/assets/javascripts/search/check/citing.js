// What a text cites, by the forms that the search recognises, and what the archive knows of it. A name
// counts as another only where one of its sides shares no word with the side here; `orders citations`
// knows citations' whole grammar, courts and short forms.

import { findKeys, plainSigns } from "../query/key_tokens.js";
import { isExtra, shortenName } from "../query/case_names.js";

const BEFORE = 200; // characters in which a name ends, before a citation
const BEHIND = 80; // in which its year stands, behind it
const NAME = /(?:^|[\s(“"*_])((?:[A-Z][\w.&’'-]*|of|the|and|for|&|ex|rel\.)(?:[\s,]+(?:[A-Z][\w.&’'-]*|of|the|and|for|&|ex|rel\.)){0,12})\s+v\.\s+([A-Z][^;“”"()]{1,90}?)[*_]{0,3},?\s*(?:(?:Case\s|Civ\.\s)?Nos?\.\s*)?$/;
const SIGNAL = /^(?:(?:[Ss]ee(?:,?\s(?:also|e\.g\.,?))?|[Cc]f\.|[Bb]ut|[Ii]n|[Uu]nder|[Aa]ccord|[Qq]uoting|[Cc]iting)\s+)+/;
const YEAR = /^[^()]{0,40}\((?:[^()]{0,40}\s)?(\d{4})\)/;
const LEADS = new Set(["in", "re", "ex", "parte", "rel", "matter"]);
const STATE = new Set(["state", "people", "commw"]);
const STATES = new Set((
  "ala alaska ariz ark cal colo conn dc del fla ga haw idaho ill ind iowa kan ky la mass md me mich minn miss mo "
  + "mont nc nd neb nev nh nj nm ny ohio okla or pa pr ri sc sd tenn tex utah va vt wash wis wva wyo"
).split(" "));

// The citations of a text, each once: [{key, printed, name, year}, …]; `name` and `year` are "" where none
// is printed beside it.
export function listCited(text) {
  const plain = plainSigns(text);
  const cited = new Map();
  for (const { start, end, key, printed } of findKeys(plain)) {
    const [first, second] = NAME.exec(plain.slice(Math.max(start - BEFORE, 0), start))?.slice(1) ?? [];
    const name = first ? `${first.replace(SIGNAL, "")} v. ${second}` : "";
    const year = YEAR.exec(plain.slice(end, end + BEHIND))?.[1] ?? "";
    const known = cited.get(key);
    if (!known) cited.set(key, { key, printed, name, year });
    else if (!known.name && name) cited.set(key, { ...known, name, year });
  }
  return [...cited.values()];
}

// What the archive knows of a citation: {standing, here, named, citing, complete}. `here` are the orders that
// have the number, with what disagrees; `named`, where nobody knows the number, is an order of the case's
// name; `citing` counts those that cite it, more where not `complete`.
export async function lookUp(search, { printed, name, year }) {
  const { hits, known, total, exact } = await search.search({ text: printed });
  const here = hits.slice(0, known).map((hit) => ({
    ...hit,
    otherName: Boolean(name && hit.case_name) && !agreeNames(name, hit.case_name),
    otherYear: Boolean(year && hit.date) && !hit.date.startsWith(year),
  }));
  const standing = here.length ? "here" : total ? "cited" : "unknown";
  const others = standing === "unknown" && name ? (await search.search({ text: `case:(${name})` })).hits : [];
  const named = others.filter((hit) => agreeNames(name, hit.case_name)).slice(0, 1);
  return { standing, here, named, citing: total - known, complete: exact };
}

// Whether two names of cases can be one. Mirrors agreeing.py.
export function agreeNames(cited, here) {
  const [one, other] = [cited, here].map((name) => name.split(/\s(?:v|vs|versus)\.?\s/i).map(listTelling));
  if (one.length === 2 && other.length === 2) {
    return [other, other.toReversed()].some((sides) => one.every((words, at) => agreeParties(words, sides[at])));
  }
  return one.every((words) => other.some((side) => agreeParties(words, side)));
}

function listTelling(side) {
  const words = shortenName(side).filter((word) => !LEADS.has(word));
  const telling = words.filter((word) => !isExtra(word));
  return telling.length ? telling : words;
}

function agreeParties(one, other) {
  const isState = (words) => words.every((word) => STATE.has(word));
  const areStates = [...one, ...other].every((word) => STATE.has(word) || STATES.has(word));
  if ((isState(one) || isState(other)) && areStates) return true;
  return one.some((word) => other.includes(word) && !STATE.has(word));
}
