// A search as a plan: which table is asked what, and how the answers are joined;
// docs/search_format.md says what a plan is.

import { nameToken } from "./case_names.js";
import { OWN } from "./key_tokens.js";
import { spellKey } from "./query_parser.js";
import { say } from "../words.js";

const COLUMNS = { case: "name", title: "title", judge: "judge", court: "court" };
const LEAVES = ["n", "x", "m", "cites"]; // "cites" is a column of x that all else leaves out
const MOST_PAIRS = 64;
const NOT_NAMES = ["et", "al"];
const WORDS = ["word", "phrase", "prefix"];

// The plan of a search, within `chosen`: tokens of facets. An order must have a chosen value of
// every facet; of one facet, any: two courts are either court, a court and a year are both.
export function planQuery(query, chosen = []) {
  const parts = query.root ? [plan(query.root)] : query.blank ? [] : [{ none: true }];
  parts.push(...groupByFacet(chosen).map((tokens) => ({ n: planValues(tokens) })));
  return finish(parts.length ? join("and", parts) : { all: true });
}

// Tokens in one list a facet: "zzcourt0" and "zzcourt7" are of one, "zzyear0" is not.
export function groupByFacet(tokens) {
  const groups = new Map();
  for (const token of tokens) {
    const facet = token.replace(/[0-9]+$/, "");
    groups.set(facet, [...(groups.get(facet) ?? []), token]);
  }
  return [...groups.values()];
}

// The tokens that orders have which a search names by number: known items.
export function listOwnKeys(query) {
  const keys = listParts(query).filter((part) => part?.kind === "key" && part.field !== "cites");
  return keys.map((key) => `${key.key}${OWN}`);
}

// The case that a search names by its sides, if it does.
export function findCase(query) {
  return listParts(query).find((part) => part?.kind === "case");
}

// Every part of a search that names an order by its address.
export function listOrders(node) {
  if (!node) return [];
  if (node.kind === "in") return [node];
  return (node.parts ?? [node.part, node.left, node.right, node.all]).flatMap(listOrders);
}

// Whether a search is within one order.
export function isInOrder(query) {
  return listParts(query).some((part) => part?.kind === "in");
}

// The words of a search that holds a case's name, or is words only; [] for any other.
export function listNameWords(query) {
  const named = findCase(query);
  if (named) return named.words;
  const words = [];
  for (const part of listParts(query)) {
    if (!part || !WORDS.includes(part.kind) || part.field) return [];
    words.push(...(part.kind === "phrase" ? part.words : [part.text]));
  }
  return [...new Set(words)].filter((word) => !NOT_NAMES.includes(word));
}

function listParts(query) {
  return query.root?.kind === "all" ? query.root.parts : [query.root];
}

// The search without its case's name, where it also has a number; null for any other. A number says
// which order is meant; the name beside it may be another court's, or misspelled.
export function dropCase(query) {
  const named = findCase(query);
  if (!named || query.root.kind !== "all" || !listOwnKeys(query).length) return null;
  const others = query.root.parts.filter((part) => part !== named);
  const note = say("search_notes.number_alone", { name: named.printed });
  const root = others.length === 1 ? others[0] : { kind: "all", parts: others };
  return { ...query, root, notes: [...query.notes, note] };
}

// The plan for orders whose name or title has all that a search of words says; null for others. It
// asks where the search itself does, so that hardly a file more is read: a word's token for names
// stands right behind the word. Nearly every name has "v": it is not asked for where there is more.
export function planNames(query) {
  if (!listNameWords(query).length) return null;
  const named = findCase(query);
  if (named) {
    const words = named.units.map(([short]) => quote(nameToken(short))).join(" AND ");
    return join("and", [{ n: words }, ...planBeside(named)]);
  }
  const said = listLeaves(query.root).filter((leaf) => !NOT_NAMES.includes(leaf.text));
  const telling = said.filter((leaf) => leaf.kind !== "word" || leaf.text !== "v");
  const leaves = telling.length ? telling : said;
  const words = leaves.filter((leaf) => leaf.kind === "word").map((leaf) => quote(nameToken(leaf.text)));
  const others = leaves.filter((leaf) => leaf.kind !== "word").map(quoteWords);
  const plans = words.length ? [{ n: words.join(" AND ") }] : [];
  if (others.length) plans.push({ x: `{title name} : (${others.join(" AND ")})` });
  return plans.length === 1 ? plans[0] : { and: plans };
}

// What found orders can be ranked by in table x: [{words, match, isRead}, …], each once. `isRead`
// where the search itself asks x for them.
export function listRankingWords(query) {
  const leaves = new Map(listWords(query.root).map((leaf) => [quoteWords(leaf), leaf]));
  const read = new Set(listPlaced(query.root).map(quoteWords));
  return [...leaves].map(([match, leaf]) => (
    { words: leaf.words ?? [leaf.text], match, isRead: read.has(match) }
  ));
}

// The expression for table x by which orders are ranked; "" for no words.
export function matchRankingWords(asked) {
  return asked.length ? `- cites : (${asked.map(({ match }) => match).join(" OR ")})` : "";
}

// What excerpts mark: all that is wanted in the text, no matter how it is joined.
export function listMarked(query) {
  return listLeaves(query.root);
}

function listWords(node) {
  return listLeaves(node).map((leaf) => (leaf.kind === "key" ? spellKey(leaf) : leaf));
}

// What the search itself asks of table x: phrases, beginnings, and words that are to be near.
function listPlaced(node) {
  if (node?.kind === "all" || node?.kind === "any") return node.parts.flatMap(listPlaced);
  if (node?.kind === "near" && typeof node.reach !== "string") return listWords(node);
  if (node?.kind === "at least") return listPlaced(node.part);
  return listLeaves(node).filter((leaf) => leaf.kind === "phrase" || leaf.kind === "prefix");
}

function listLeaves(node) {
  if (!node) return [];
  if (node.kind === "case") return node.parts;
  if (node.kind === "ranked") return node.words.map((text) => ({ kind: "word", text, field: "" }));
  if (WORDS.includes(node.kind)) return node.field ? [] : [node];
  if (node.kind === "key") return node.field === "docket" ? [] : [node];
  if (node.kind === "all" || node.kind === "any") return node.parts.flatMap(listLeaves);
  if (node.kind === "near") return [...listLeaves(node.left), ...listLeaves(node.right)];
  if (node.kind === "at least") return listLeaves(node.part);
  return [];
}

function plan(node) {
  if (node.kind === "ranked") {
    const any = { x: node.words.map(quote).join(" OR ") };
    return node.all ? join("or", [plan(node.all), any]) : any;
  }
  if (node.kind === "all") return planAll(node);
  if (node.kind === "any") return join("or", node.parts.map(plan));
  if (node.kind === "not") return planNot({ all: true }, plan(node.part));
  if (node.kind === "near") return planNear(node);
  if (node.kind === "at least") {
    const found = { within: "order", of: [finish(plan(node.part))] };
    return { ...found, words: [planMarks(node.part)], least: node.times };
  }
  return planLeaf(node);
}

function planAll(node) {
  const wanted = node.parts.filter((part) => part.kind !== "not").map(plan);
  const unwanted = node.parts.filter((part) => part.kind === "not").map((part) => plan(part.part));
  const base = wanted.length ? join("and", wanted) : { all: true };
  return unwanted.length ? planNot(base, join("or", unwanted)) : base;
}

function planNot(base, unwanted) {
  const [[kind, left], ...more] = Object.entries(base);
  if (!more.length && LEAVES.includes(kind) && Object.hasOwn(unwanted, kind)) {
    return { [kind]: `(${left}) NOT (${unwanted[kind]})` };
  }
  return { not: [base, unwanted] };
}

// Joins plans; neighbours in one table become one expression.
function join(how, parts) {
  const flat = parts.flatMap((part) => part[how] ?? [part]);
  const joined = [];
  for (const table of LEAVES) {
    const said = [...new Set(flat.filter((part) => table in part).map((part) => part[table]))];
    if (said.length === 1) {
      joined.push({ [table]: said[0] });
    } else if (said.length) {
      const joint = ` ${how.toUpperCase()} `;
      joined.push({ [table]: said.map((text) => `(${text})`).join(joint) });
    }
  }
  joined.push(...flat.filter((part) => !LEAVES.some((table) => table in part)));
  return joined.length === 1 ? joined[0] : { [how]: joined };
}

function planNear(node) {
  if (typeof node.reach === "string") {
    const found = { within: node.reach, of: [finish(plan(node.left)), finish(plan(node.right))] };
    return node.ordered ? { ...found, words: [planMarks(node.left), planMarks(node.right)] } : found;
  }
  const pairs = listWords(node.left).flatMap((a) => listWords(node.right).map((b) => [a, b]));
  const near = pairs
    .slice(0, MOST_PAIRS)
    .map(([a, b]) => `NEAR(${quoteWords(a)} ${quoteWords(b)}, ${node.reach - 1})`);
  const found = { x: near.join(" OR ") };
  if (!node.ordered) return found;
  const words = [node.left, node.right].map((side) => planMarks(side, true));
  return { within: "order", of: [finish(found)], words, most: node.reach - 1 };
}

// What marks a text's words for a side: of table n words in any form, of x the others.
function planMarks(node, printed = false) {
  const leaves = listWords(node);
  const isForm = (leaf) => leaf.kind === "word" && !printed;
  const tables = { n: leaves.filter(isForm), x: leaves.filter((leaf) => !isForm(leaf)) };
  const said = Object.entries(tables).filter(([, some]) => some.length);
  return Object.fromEntries(said.map(([table, some]) => [table, some.map(quoteWords).join(" OR ")]));
}

function planLeaf(leaf) {
  if (leaf.kind === "dates") return { dates: [leaf.first, leaf.last] };
  if (leaf.kind === "cited here") return { n: quote("zzcitedhere") };
  if (leaf.kind === "in") return leaf.rank === null ? { none: true } : { rank: leaf.rank };
  if (leaf.kind === "choice" || leaf.kind === "decided") {
    return leaf.tokens.length ? { n: planValues(leaf.tokens) } : { none: true };
  }
  if (leaf.kind === "key") return planKey(leaf);
  if (leaf.kind === "case") return planCase(leaf);
  const said = quoteWords(leaf);
  if (leaf.field === "cites") return { cites: said };
  if (leaf.field) return { m: `${COLUMNS[leaf.field]} : (${said})` };
  return leaf.kind === "word" ? { n: said } : { x: said };
}

// Each word stands in the name, in any form, or in the text as typed.
function planCase(named) {
  const parts = named.units.map(([short, words]) => {
    const said = words.map(quote).join(" AND ");
    return { n: `${words.length > 1 ? `(${said})` : said} OR ${quote(nameToken(short))}` };
  });
  return join("and", [...parts, ...planBeside(named)]);
}

function planBeside({ tokens, year }) {
  const dated = year ? [{ dates: [`${year}-01-01`, `${year}-12-31`] }] : [];
  return tokens.length ? [{ n: planValues(tokens) }, ...dated] : dated;
}

function planValues(tokens) {
  return tokens.map(quote).join(" OR ");
}

function planKey(leaf) {
  const own = quote(`${leaf.key}${OWN}`);
  if (leaf.field === "docket") return { n: own };
  const cited = quote(leaf.key);
  return leaf.field === "cites" ? { n: cited } : { n: `${cited} OR ${own}` };
}

// Writes the column filters of table x.
function finish(plan) {
  const [[kind, value], ...rest] = Object.entries(plan);
  if (kind === "x") return { x: `- cites : (${value})` };
  if (kind === "cites") return { x: `cites : (${value})` };
  if (["and", "or", "not"].includes(kind)) return { [kind]: value.map(finish) };
  return { [kind]: value, ...Object.fromEntries(rest) };
}

function quote(text) {
  return `"${text}"`;
}

// Words as FTS5 is asked for them.
export function quoteWords(leaf) {
  if (leaf.kind === "phrase") return quote(leaf.words.join(" "));
  return leaf.kind === "prefix" ? `"${leaf.text}" *` : quote(leaf.text);
}
