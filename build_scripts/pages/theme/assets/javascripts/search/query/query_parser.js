// Tokens of a search to a tree: every row of tokens has one, nothing is an error. Nodes are told
// apart by `kind`:
//
//   {kind: "word", text, field}            a word in any form, folded; field "" for the whole order
//   {kind: "phrase", words, printed, field, quoted}
//   {kind: "prefix", text, field}
//   {kind: "key", form, printed, key, field}   form: docket, section, constitution, report
//   {kind: "case", printed, words, units, parts, court, tokens, year}
//   {kind: "choice", field, printed, labels, tokens}
//   {kind: "decided", motions, outcomes, tokens}   motions and outcomes: labels; of one ruling
//   {kind: "dates", first, last, printed}
//   {kind: "cited here"}
//   {kind: "in", address, rank, label}   rank and label: null until the order is looked up
//   {kind: "all", parts}, {kind: "any", parts}, {kind: "not", part}
//   {kind: "near", reach, left, right, ordered}   reach: number of words, "sentence" or "paragraph"
//   {kind: "at least", times, part}
//   {kind: "ranked", words, all}   any of the words, best first; before these what `all` finds, or null

import { readCase } from "./case_reader.js";
import { findKeys, writeOddDocket } from "./key_tokens.js";
import { readDates } from "./query_dates.js";
import { LONGEST, MOST_TOKENS, Sign, cutQuery, dropPossessive, foldWords } from "./query_tokens.js";
import { isCommonWord, listFixedValues, passTail } from "./recognised.js";
import { say } from "../words.js";

const DEEPEST = 20;
const SHORTEST_PREFIX = 3;
// accepted: author:roe · outcome:won · in:orders/cand · refused: https://example.org · author: · re:roe
const UNKNOWN_FIELD = /^(?:[a-z]{3,}|in):[^/]/i;
const DATE_FIELDS = new Set(["before", "after", "year"]);
const CHOSEN = new Set(["disposition", "motion", "outcome", "has"]);
const SIGNS = new Set(" §¶.,;:-/'*!?$%#+=@_[]{}<>~^\\");
const RESERVED = "zz"; // of tokens for facets: not to be asked for as words
const REACH = { s: "sentence", p: "paragraph" };
// What is often typed, and hardly ever printed so in an order.
const AS_PRINTED = new Map([["vs", "v"], ["judgement", "judgment"], ["judgements", "judgments"]]);
const ENDS = new Set([Sign.CLOSE, Sign.AND, Sign.OR, Sign.NEAR]);

// Understands a search. Closest first: NOT before a word, OR, nearness, AND (also a blank).
// Returns {root, notes, blank}: root is null where nothing is to be looked for, `blank` says that
// nothing was typed, notes are sentences on what was left out.
export function parseQuery(text, vocabulary) {
  const tokens = cutQuery(text);
  const reader = new Reader(tokens, vocabulary);
  const parts = [];
  while (reader.at < tokens.length) {
    const part = reader.readAll("", 0);
    if (part) parts.push(part);
    reader.at += 1; // a parenthesis that closes nothing
  }
  const notes = reader.notes;
  if ([...text].length > LONGEST || tokens.length >= MOST_TOKENS) {
    notes.push(say("search_notes.too_long"));
  }
  const root = readMotion(dropRepeated(dropCommon(readCase(join("all", parts), vocabulary), notes)), vocabulary);
  return { root, notes: [...new Set(notes)], blank: strip(text) === "" };
}

// Keeps the first of parts that are alike: "privacy privacy" is "privacy".
function dropRepeated(root) {
  if (root?.kind !== "all") return root;
  return join("all", [...new Map(root.parts.map((part) => [JSON.stringify(part), part])).values()]);
}

// Adds the motions that go by the words of a search of nothing else: "redact" finds motions to seal.
function readMotion(root, { motion: values = [] }) {
  const parts = root?.kind === "all" ? root.parts : [root];
  if (!parts.every((part) => part?.kind === "word" && !part.field)) return root;
  const typed = parts.map(({ text }) => text).join(" ");
  const found = values.filter(({ names = [] }) => names.some((name) => foldWords(name).join(" ") === typed));
  if (!found.length) return root;
  const [labels, tokens] = [found.map(({ label }) => label), found.map(({ token }) => token)];
  return { kind: "any", parts: [root, { kind: "choice", field: "motion", printed: typed, labels, tokens }] };
}

class Reader {
  constructor(tokens, vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.at = 0;
    this.notes = [];
  }

  get sign() {
    return this.tokens[this.at]?.sign ?? null;
  }

  readAll(name, depth) {
    const parts = [];
    while (this.sign !== null && this.sign !== Sign.CLOSE) {
      if (this.sign === Sign.AND) {
        this.at += 1;
        continue;
      }
      const part = this.readNear(name, depth);
      if (part) parts.push(part);
    }
    return join("all", joinRulings(parts));
  }

  readNear(name, depth) {
    let left = this.readAny(name, depth);
    const pairs = [];
    while (this.sign === Sign.NEAR) {
      const reach = this.tokens[this.at].text;
      this.at += 1;
      const right = this.readAny(name, depth);
      if (left === null || right === null) {
        this.notes.push(say("search_notes.near_alone", { reach }));
        left = left ?? right;
        continue;
      }
      const pair = this.makeNear(reach, left, right);
      if (pair) pairs.push(pair);
      left = right;
    }
    return pairs.length ? join("all", pairs) : left;
  }

  // A citation beside a nearness is the words it is typed as.
  makeNear(reach, ...sides) {
    const [left, right] = sides.map(spellKeys);
    const reached = reach.slice(1);
    const inOrder = reach[0] === "+";
    const placed = isPlaced(left) && isPlaced(right);
    const within = Object.hasOwn(REACH, reached);
    if (within && isText(left) && isText(right)) {
      if (inOrder && !placed) this.notes.push(say("search_notes.near_groups", { reach, reached }));
      return { kind: "near", reach: REACH[reached], left, right, ordered: inOrder && placed };
    }
    if (!within && placed) {
      return { kind: "near", reach: Math.max(Number(reached), 1), left, right, ordered: inOrder };
    }
    this.notes.push(say("search_notes.near_other", { reach }));
    return join("all", [left, right]);
  }

  readAny(name, depth) {
    const parts = [];
    if (this.sign !== Sign.OR) {
      const first = this.readOne(name, depth);
      if (first) parts.push(first);
    }
    while (this.sign === Sign.OR) {
      this.at += 1;
      if (!ENDS.has(this.sign)) {
        const part = this.readOne(name, depth);
        if (part) parts.push(part);
      }
    }
    return join("any", parts);
  }

  readOne(name, depth) {
    const sign = this.sign;
    if (sign === null || ENDS.has(sign)) return null;
    const token = this.tokens[this.at];
    this.at += 1;
    if (sign === Sign.NOT) {
      const part = this.readOne(name, depth);
      if (part?.kind === "not") return part.part;
      return part ? { kind: "not", part } : null;
    }
    if (sign === Sign.OPEN) {
      if (depth >= DEEPEST) return null;
      const inner = this.readAll(name, depth + 1);
      this.at += 1;
      return inner;
    }
    if (sign === Sign.AT_LEAST) return this.readAtLeast(Number(token.text), depth);
    if (sign === Sign.FIELD) return this.readField(token.text, depth);
    return this.readLeaf(token, name);
  }

  // Each part of what stands in the parentheses, so often.
  readAtLeast(times, depth) {
    const inner = this.readOne("", depth);
    const spelled = inner && spellKeys(inner);
    const parts = spelled?.kind === "all" ? spelled.parts : spelled ? [spelled] : [];
    if (!parts.every(isPlaced)) this.notes.push(say("search_notes.at_least_other"));
    return join("all", parts.map((part) => (
      isPlaced(part) ? { kind: "at least", times: Math.max(times, 1), part } : part
    )));
  }

  readField(name, depth) {
    if (this.sign === null || ENDS.has(this.sign)) {
      this.notes.push(say("search_notes.nothing_behind", { field: name }));
      return null;
    }
    if (!DATE_FIELDS.has(name) && name !== "cited") return this.readOne(name, depth);
    const text = strip(this.tokens[this.at].text, " .,;");
    if (this.sign === Sign.OPEN) return this.readOne("", depth);
    this.at += 1;
    if (name === "cited") return { kind: "cited here" };
    const dates = readDates(name, text);
    if (!dates) this.notes.push(say("search_notes.no_date", { words: text }));
    return dates;
  }

  readLeaf(token, name) {
    if (token.sign === Sign.CITED_HERE) return { kind: "cited here" };
    if (token.sign === Sign.IN_ORDER) {
      if (!token.text) this.notes.push(say("search_notes.in_this"));
      return token.text ? { kind: "in", address: token.text, rank: null, label: null } : null;
    }
    if (CHOSEN.has(name)) return this.choose(name, token.text);
    const found = findKey(token, name);
    if (found && (name !== "docket" || found.kind === "docket")) {
      return { kind: "key", form: found.kind, printed: token.text, key: found.key, field: name };
    }
    const quoted = token.sign === Sign.QUOTE;
    if (!quoted && UNKNOWN_FIELD.test(token.text)) this.notes.push(say("search_notes.no_field", { words: token.text }));
    const words = foldWords(quoted ? token.text : dropPossessive(token.text));
    if (!words.length) {
      if (![...token.text].every((sign) => SIGNS.has(sign))) {
        this.notes.push(say("search_notes.no_letters", { words: strip(token.text) }));
      }
      return null;
    }
    if (name === "docket") {
      const key = writeOddDocket(token.text);
      return { kind: "key", form: "docket", printed: token.text, key, field: name };
    }
    if (token.sign === Sign.PREFIX && words.length === 1) {
      if ([...words[0]].length >= SHORTEST_PREFIX) {
        return { kind: "prefix", text: words[0], field: name };
      }
      this.notes.push(say("search_notes.too_short", { words: token.text }));
    }
    if (!quoted && isPlain(words)) {
      return { kind: "word", text: AS_PRINTED.get(words[0]) ?? words[0], field: name };
    }
    const printed = quoted ? strip(token.text) : strip(token.text, " .,;:");
    return { kind: "phrase", words, printed, field: name, quoted };
  }

  // The values that the words name, by label or by address, else all whose label holds them.
  // `motion:compel` is "Motions to compel" alone, not "Motions to compel arbitration" too.
  choose(name, text) {
    const words = foldWords(text);
    const values = listFixedValues()[name] ?? this.vocabulary[name] ?? [];
    const last = (words.at(-1) ?? "").replace(/s$/, "");
    const forms = [words, ...[last, `${last}s`].map((one) => [...words.slice(0, -1), one])];
    const names = new Set([...forms.map((form) => form.join(" ")), words.join("-")]);
    let found = values.filter(({ id, label, names: others = [] }) => (
      names.has(foldWords(label).join(" ")) || names.has(id.split("/").at(-1))
      || (name === "motion" && others.some((other) => names.has(foldWords(other).join(" "))))
    ));
    if (!found.length && words.length) {
      found = values.filter((value) => {
        const label = new Set(foldWords(value.label));
        return words.every((word) => label.has(word));
      });
    }
    if (!found.length) {
      const known = values.slice(0, 40).map((value) => value.label.toLowerCase()).join(", ");
      const note = name === "has" ? "search_notes.no_presence" : "search_notes.no_value";
      this.notes.push(say(note, { field: name, words: text, known }));
    }
    const labels = found.map((value) => value.label);
    return { kind: "choice", field: name, printed: text, labels, tokens: found.map((v) => v.token) };
  }
}

// Joins each outcome with the motion before it, else behind it: they are of one ruling.
function joinRulings(parts) {
  const joined = [...parts];
  for (const part of parts) {
    const outcomes = listChoices(part, "outcome");
    if (!outcomes.length) continue;
    const at = joined.indexOf(part);
    const places = [...joined.keys()];
    const beside = [...places.slice(0, at).reverse(), ...places.slice(at + 1)];
    const place = beside.find((one) => listChoices(joined[one], "motion").length);
    if (place === undefined) continue;
    joined[place] = decide(listChoices(joined[place], "motion"), outcomes);
    joined.splice(at, 1);
  }
  return joined;
}

// The choices of one field that a node is: one, or any of several; else none.
function listChoices(node, name) {
  const parts = node.kind === "any" ? node.parts : [node];
  return parts.every(({ kind, field }) => kind === "choice" && field === name) ? parts : [];
}

// An order has a token for each pair: the motion's, then the number of the outcome.
function decide(motions, outcomes) {
  const listOf = (choices, name) => choices.flatMap((one) => one[name]);
  const numbers = listOf(outcomes, "tokens").map((token) => token.slice("zzoutcome".length));
  return {
    kind: "decided",
    motions: listOf(motions, "labels"),
    outcomes: listOf(outcomes, "labels"),
    tokens: listOf(motions, "tokens").flatMap((token) => numbers.map((number) => `${token}o${number}`)),
  };
}

// Whether table n surely knows it as one token.
function isPlain(words) {
  // eslint-disable-next-line no-control-regex
  return words.length === 1 && /^[\x00-\x7f]*$/.test(words[0]) && !words[0].startsWith(RESERVED);
}

// The docket number or citation that a token is; in quotation marks only behind a field.
function findKey(token, name) {
  if (token.sign === Sign.QUOTE && (name === "docket" || name === "cites")) {
    const text = strip(token.text);
    const [found, ...others] = findKeys(text);
    const whole = found && !others.length && found.start === 0;
    return whole && passTail(text, found.end, found.kind) === text.length ? found : null;
  }
  return ["", "docket", "cites"].includes(name) ? token.key : null;
}

function join(kind, parts) {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null);
}

// Whether a node has a place in the text: a word, a phrase, a beginning, one of several.
function isPlaced(node) {
  if (node.kind === "any") return node.parts.every(isPlaced);
  return ["word", "phrase", "prefix"].includes(node.kind) && node.field === "";
}

// Whether only words of the text are asked for, so that a sentence can be asked too.
function isText(node) {
  if (node.kind === "all" || node.kind === "any") return node.parts.every(isText);
  return node.kind === "not" ? isText(node.part) : isPlaced(node);
}

function spellKeys(node) {
  if (node.kind === "all" || node.kind === "any") {
    return { kind: node.kind, parts: node.parts.map(spellKeys) };
  }
  return node.kind === "key" && !node.field ? spellKey(node) : node;
}

// The words that a docket number or citation is typed as.
export function spellKey({ printed }) {
  return { kind: "phrase", words: foldWords(printed), printed, field: "", quoted: false };
}

// Leaves out common words where something else is asked too.
function dropCommon(root, notes) {
  const parts = root?.kind === "all" ? root.parts : [];
  const isCommon = (part) => part.kind === "word" && !part.field && isCommonWord(part.text);
  const common = parts.filter(isCommon);
  const negated = parts.findIndex((part) => part.kind === "word" && !part.field && part.text === "not") + 1;
  if (negated && negated < parts.length && !isCommon(parts[negated])) notes.push(say("search_notes.not_in_capitals"));
  if (!common.length || common.length === parts.length) return root;
  const words = [...new Set(common.map((word) => word.text))];
  const hint = words.includes("or") ? ` ${say("search_notes.or_in_capitals")}` : "";
  notes.push(say("search_notes.common", { words: words.join(", ") }) + hint);
  return join("all", parts.filter((part) => !isCommon(part)));
}

// Takes signs off both ends; without `signs`, what Python counts as blank.
function strip(text, signs = null) {
  // eslint-disable-next-line no-control-regex
  const blank = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
  const goes = (sign) => (signs === null ? blank.test(sign) : signs.includes(sign));
  let [start, end] = [0, text.length];
  while (start < end && goes(text[start])) start += 1;
  while (end > start && goes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
