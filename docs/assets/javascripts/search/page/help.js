// How to search, with examples that run.

import { make } from "./elements.js";

const EXAMPLES = [
  ["good cause", "both words, in any form: causes, caused"],
  ['"good cause"', "exactly these words, in this order"],
  ["subpoena OR deposition", "either word; OR, AND and NOT in capitals"],
  ["discovery -expedited", "without a word"],
  ["arbitrat*", "words that begin so"],
  ["motion /10 dismiss", "within 10 words of each other; /s in one sentence, /p in one paragraph"],
  ["17-cv-2540", "a docket number, in any form"],
  ["556 U.S. 662", "a citation: orders reported there, or citing it"],
  ["cites:iqbal", "orders that cite an authority"],
  ["judge:smith court:cand", "in the judge's name, in a court; also case: title: docket:"],
  ["disposition:granted motion:dismiss", "how it came out; what was asked"],
  ["after:2023-05 before:2024", "by date; also year:2024"],
  ["cited by here", "orders that another order here cites"],
];

export function drawHelp() {
  const rows = EXAMPLES.map(([query, meaning]) => [
    make("dt", {}, make("a", { href: `?${new URLSearchParams({ q: query })}` }, make("code", {}, query))),
    make("dd", {}, meaning),
  ]).flat();
  return make(
    "details",
    { class: "search-help" },
    make("summary", {}, "How to search"),
    make("dl", {}, ...rows),
    make(
      "p",
      {},
      "Nothing you type is an error: above the results stands how it was read. Press ",
      make("kbd", {}, "/"),
      " on any page to search. The search runs in your browser; nobody learns what you look for.",
    ),
  );
}
