// What the search box offers while somebody types: cases, dockets, judges, courts, authorities.

import { findCase, planNames } from "../query/expressions.js";
import { findKeys, plainSigns } from "../query/key_tokens.js";
import { parseQuery } from "../query/query_parser.js";
import { foldWords } from "../query/query_tokens.js";
import { scoreNames } from "./ranking.js";
import { say } from "../words.js";

const MOST_CASES = 5;
const MOST_VALUES = 3;
const MOST_LOOKED_AT = 50;
const READS = 6;

// Returns [{kind, label, detail, rank | token | query}]: an order to go to, a value of a facet to
// choose, or a search.
export async function suggest(search, { text }) {
  const words = foldWords(text);
  if (!words.length || text.length > 200) return [];
  const [key] = findKeys(plainSigns(text.trim()));
  const authorities = await suggestAuthorities(search, words);
  return [
    ...(key ? suggestKey(search, key, authorities) : []),
    ...(await suggestOrders(search, words, text)),
    ...suggestValues(search, "judge", words),
    ...suggestValues(search, "court", words),
    ...authorities,
    ...(key || authorities.length ? [] : suggestCited(search, words, text.trim())),
  ];
}

// Pages of authorities whose name or citation has all words: first those that have them together.
async function suggestAuthorities(search, words) {
  if (words.join("").length < 3) return [];
  const listed = await search.files.loadAuthorities();
  const typed = words.join(" ");
  return listed
    .map((one) => ({ ...one, together: ` ${one.words.join(" ")}`.includes(` ${typed}`) }))
    .filter((one) => one.together || holdAll(one.words, words))
    .sort((a, b) => b.together - a.together || b.orders - a.orders)
    .slice(0, MOST_VALUES)
    .map(({ path, name, orders }) => ({
      kind: "authority",
      label: name,
      detail: say("search_counts.cited_by", { count: orders }),
      address: path,
    }));
}

function count(search, plan) {
  return search.finder.select(plan, { limit: 99, reads: READS });
}

function sayFound({ ranks, complete }) {
  const key = complete ? "search_counts.orders" : "search_counts.more_than_orders";
  return say(key, { count: ranks.length });
}

function suggestKey(search, key, authorities) {
  const offers = [];
  const own = count(search, { n: `"${key.key}own"` });
  const cited = count(search, { n: `"${key.key}"` });
  if (own.ranks.length && key.kind === "docket") {
    const query = `docket:"${key.printed}"`;
    const label = say("search_suggestions.on_docket", { number: key.printed });
    offers.push({ kind: "docket", label, detail: sayFound(own), query });
  }
  if (cited.ranks.length && !authorities.length) {
    const query = `cites:"${key.printed}"`;
    const label = say("search_suggestions.citing", { authority: key.printed });
    offers.push({ kind: "authority", label, detail: sayFound(cited), query });
  }
  return offers;
}

// Cases, titles and docket numbers that hold all words, the last one as far as it is typed; else those
// that the search would find by a case's name, in short forms.
async function suggestOrders(search, words, text) {
  const last = words.at(-1);
  const before = words.slice(0, -1).map((word) => `"${word}"`);
  const named = [...before, last.length >= 3 ? `"${last}" *` : `"${last}"`].join(" AND ");
  const onDocket = words.some((word) => /\d/.test(word)) ? ` OR (docket : "${words.join(" ")}" *)` : "";
  const sql = "SELECT rowid FROM m WHERE m MATCH ? ORDER BY rowid LIMIT ?";
  const expression = `({name title} : (${named}))${onDocket}`;
  const { rows } = search.database.select(sql, [expression, MOST_LOOKED_AT], READS);
  const query = rows.length ? null : parseQuery(text, search.manifest.facets);
  const ranks = query && findCase(query)
    ? search.finder.select(planNames(query), { limit: MOST_LOOKED_AT, reads: READS }).ranks
    : rows.map(([rank]) => rank);
  const scored = scoreNames(search.database, words, ranks).slice(0, MOST_CASES);
  const results = await search.files.loadResults(scored.map(({ rank }) => rank));
  return results.map((result) => ({
    kind: "order",
    label: result.case_name || result.title,
    detail: [result.title, result.docket[0], result.date].filter(Boolean).join(" · "),
    address: result.address,
  }));
}

function suggestValues(search, name, words) {
  return search.manifest.facets[name]
    .filter((value) => value.id && beginAll(foldWords(`${value.label} ${value.short ?? ""}`), words))
    .slice(0, MOST_VALUES)
    .map((value) => ({
      kind: name,
      label: value.label,
      detail: say("search_counts.orders", { count: value.count }),
      facet: name,
      token: value.token,
    }));
}

// Whether each typed word is some word of a name, or begins it: a number or a letter or two begin
// too much ("12(b)(6" is not 12 F.3d 6, by a judge whose name begins with B).
function holdAll(name, words) {
  return words.every((word) => (
    /^[a-z]{3}/.test(word) ? name.some((one) => one.startsWith(word)) : name.includes(word)
  ));
}

// Whether each typed word begins some word of a label.
function beginAll(label, words) {
  return words.every((word) => label.some((one) => one.startsWith(word)));
}

// An authority that is not among the most cited: "larkspur" is cited by so many orders.
function suggestCited(search, words, typed) {
  const phrase = words.join(" ");
  if (phrase.length < 3) return [];
  const cited = count(search, { x: `cites : ("${phrase}")` });
  if (!cited.ranks.length) return [];
  return [{
    kind: "authority",
    label: say("search_suggestions.citing_words", { words: typed }),
    detail: sayFound(cited),
    query: `cites:"${phrase}"`,
  }];
}
