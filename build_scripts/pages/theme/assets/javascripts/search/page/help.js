// How to search, with examples that run.

import { make } from "./elements.js";
import { say, sayWith } from "../words.js";

const EXAMPLES = [
  ["good cause", "search_help.words"],
  ["can a landlord keep the deposit", "search_help.question"],
  ['"good cause"', "search_help.phrase"],
  ["subpoena OR deposition", "search_help.either"],
  ["discovery -expedited", "search_help.without"],
  ["arbitrat*", "search_help.beginning"],
  ["motion /10 dismiss", "search_help.near"],
  ["granted +s dismiss", "search_help.ordered"],
  ["atleast5(privilege)", "search_help.often"],
  ["us v. smith 2011", "search_help.case"],
  ["17-cv-2540", "search_help.docket"],
  ["556 U.S. 662", "search_help.citation"],
  ["cites:iqbal", "search_help.citing"],
  ["judge:smith court:cand", "search_help.fields"],
  ["disposition:granted motion:dismiss", "search_help.outcome"],
  ["motion:seal outcome:granted", "search_help.ruling"],
  ["has:dissent", "search_help.presence"],
  ["after:2023-05 before:2024", "search_help.dates"],
  ["cited by here", "search_help.cited_here"],
  ["motion in:this", "search_help.in_order"],
];

export function drawHelp() {
  const rows = EXAMPLES.map(([query, meaning]) => [
    make("dt", {}, make("a", { href: `?${new URLSearchParams({ q: query })}` }, make("code", {}, query))),
    make("dd", {}, say(meaning)),
  ]).flat();
  return make(
    "details",
    { class: "search-help" },
    make("summary", {}, say("search_page.help")),
    make("dl", {}, ...rows),
    make("p", {}, ...sayWith("search_page.help_ends", { key: make("kbd", {}, "/") })),
  );
}
