// The results: each with its case, its title, its court, judge, date, disposition, and the places that were found.

import { SITE } from "../client.js";
import { make } from "./elements.js";
import { say, sayDay } from "../words.js";

// One result as a list item; its excerpts are added when they have come.
export function drawHit(hit) {
  const address = new URL(`${hit.address}/`, SITE).href;
  const numbers = hit.docket.length ? say("search_page.number", { numbers: hit.docket.join(", ") }) : "";
  const name = hit.case_name || numbers;
  const facts = [
    hit.court && make("span", { title: hit.court_name || null }, hit.court),
    hit.judges.length && make("span", {}, hit.judges.join(", ")),
    hit.date && make("time", { datetime: hit.date }, sayDay(hit.date)),
    hit.case_name && numbers && make("span", {}, numbers),
    ...hit.reported.map((place) => make("span", {}, place)),
  ].filter(Boolean);
  return make(
    "li",
    { class: "search-hit", "data-address": address },
    make("h3", {}, make("a", { href: address }, name || hit.title || say("search_page.untitled"))),
    name && hit.title ? make("p", { class: "search-title" }, hit.title) : null,
    make(
      "p",
      { class: "search-facts" },
      ...facts,
      hit.disposition ? make("span", { class: "search-disposition" }, hit.disposition) : null,
    ),
    make("div", { class: "search-excerpts" }),
  );
}

// A page that was written by hand as a list item.
export function drawPage({ address, title, ...found }) {
  const item = make(
    "li",
    { class: "search-hit", "data-address": address },
    make("h3", {}, make("a", { href: address }, title)),
    make("div", { class: "search-excerpts" }),
  );
  addExcerpts(item, found);
  return item;
}

// Adds what stands in the order; links lead to the place and mark the words there.
export function addExcerpts(item, { excerpts, words, pages = [] }) {
  const marks = new URLSearchParams(words.map((word) => ["mark", word])).toString();
  const address = `${item.dataset.address}${marks ? `?${marks}` : ""}`;
  item.querySelector("h3 a").href = address;
  if (pages.length) {
    const links = pages.flatMap(({ page, hits, anchor }, place) => [
      place ? " · " : "",
      make("a", { href: `${address}#${anchor}` }, say("search_page.hits_on_page", { page: page || "—", count: hits })),
    ]);
    const total = pages.reduce((sum, { hits }) => sum + hits, 0);
    item.querySelector(".search-excerpts").append(
      make("p", { class: "search-hits-by-page" }, say("search_counts.hits", { count: total }), ": ", ...links),
    );
  }
  item.querySelector(".search-excerpts").append(...excerpts.map((excerpt) => make(
    "p",
    { class: "search-excerpt" },
    make("a", { href: excerpt.anchor ? `${address}#${excerpt.anchor}` : address }, ...cutAtMarks(excerpt)),
  )));
}

function cutAtMarks({ text, marks }) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}
