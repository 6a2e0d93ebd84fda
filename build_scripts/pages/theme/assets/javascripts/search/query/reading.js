// How a search was read, in a sentence: shown above the results.

import { say } from "../words.js";

const FIELDS = {
  judge: "search_reading.judge",
  court: "search_reading.court",
  case: "search_reading.case",
  title: "search_reading.title",
  cites: "search_reading.cites",
  disposition: "search_reading.disposition",
  motion: "search_reading.motion",
  outcome: "search_reading.outcome",
  has: "search_reading.has",
};

const REACHES = {
  sentence: ["search_reading.in_sentence", "search_reading.in_sentence_before"],
  paragraph: ["search_reading.in_paragraph", "search_reading.in_paragraph_before"],
  1: ["search_reading.next_to", "search_reading.next_to_before"],
};

// Says what is looked for: "“good cause” within 10 words of discovery, not subpoena".
export function readBack(query) {
  if (query.root === null) return say(query.blank ? "search_reading.every" : "search_reading.nothing");
  return sayNode(query.root);
}

function sayNode(node, inside = false) {
  if (node.kind === "ranked") {
    if (node.all) return say("search_reading.all_then_any", { words: sayNode(node.all) });
    return say("search_reading.any_of", { words: node.words.join(", ") });
  }
  const wrap = (text) => (inside ? say("search_reading.inside", { words: text }) : text);
  if (node.kind === "all") return wrap(sayAll(node));
  if (node.kind === "any") return wrap(sayAny(node));
  if (node.kind === "not") return say("search_reading.not", { words: sayNode(node.part, true) });
  if (node.kind === "near") {
    const [left, right] = [sayNode(node.left, true), sayNode(node.right, true)];
    return wrap(say("search_reading.near", { left, reach: sayReach(node), right }));
  }
  if (node.kind === "at least") {
    return say("search_reading.at_least", { words: sayNode(node.part, true), count: node.times });
  }
  return sayLeaf(node);
}

function sayAny(node) {
  return node.parts.map((part) => sayNode(part, true)).join(say("search_reading.or"));
}

function sayAll(node) {
  const wanted = node.parts.filter((part) => part.kind !== "not");
  const unwanted = node.parts.filter((part) => part.kind === "not");
  const single = wanted.length === 1;
  const said = wanted.map((part) => sayNode(part, !(single && part.kind === "near")));
  const parts = said.length ? [said.join(say("search_reading.and"))] : [];
  return [...parts, ...unwanted.map((part) => sayNode(part))].join(", ");
}

function sayReach({ reach, ordered }) {
  const [either, before] = REACHES[reach] ?? ["search_reading.within", "search_reading.within_before"];
  return say(ordered ? before : either, { count: reach });
}

function sayLeaf(leaf) {
  if (leaf.kind === "dates") return leaf.printed;
  if (leaf.kind === "cited here") return say("search_reading.cited_here");
  if (leaf.kind === "in") return say("search_reading.in_order", { order: leaf.label ?? leaf.address });
  if (leaf.kind === "choice") {
    const labels = leaf.labels.map((label) => label.toLowerCase()).join(say("search_reading.or"));
    const values = labels || say("search_reading.no_value", { words: leaf.printed });
    return say("search_reading.choice", { field: say(FIELDS[leaf.field]), values });
  }
  if (leaf.kind === "decided") {
    const [motions, outcomes] = [leaf.motions, leaf.outcomes].map((labels) => (
      labels.map((label) => label.toLowerCase()).join(say("search_reading.or")) || say("search_reading.none")
    ));
    return say("search_reading.decided", { motions, outcomes });
  }
  if (leaf.kind === "key") return sayKey(leaf);
  if (leaf.kind === "case") return sayCase(leaf);
  const text = sayWords(leaf);
  return leaf.field ? say("search_reading.field", { field: say(FIELDS[leaf.field]), words: text }) : text;
}

function sayCase({ printed, court, year }) {
  const name = say("search_reading.field", { field: say(FIELDS.case), words: printed });
  return [name, court, year].filter(Boolean).join(", ");
}

function sayWords(leaf) {
  if (leaf.kind === "prefix") return say("search_reading.prefix", { words: leaf.text });
  return leaf.kind === "phrase" ? say("search_reading.phrase", { words: leaf.printed }) : leaf.text;
}

function sayKey(key) {
  if (key.field === "docket") return say("search_reading.on_docket", { number: key.printed });
  if (key.field === "cites") return say("search_reading.citing", { words: key.printed });
  return key.form === "docket"
    ? say("search_reading.docket", { number: key.printed })
    : say("search_reading.citation", { words: key.printed });
}
