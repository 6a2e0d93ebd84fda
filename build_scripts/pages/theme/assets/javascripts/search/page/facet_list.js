// The facets beside the results: values with their counts, as links that choose or clear them.

import { FACETS, nameValue, noneChosen, toggleValue, writeAddress } from "./address.js";
import { make } from "./elements.js";
import { say, sayNumber } from "../words.js";

const SHOWN = 8;
const NONE = /\/(?:not-stated|undated|unknown-court)$/;
const TITLES = {
  court: "search_facets.court",
  judge: "search_facets.judge",
  disposition: "search_facets.disposition",
  motion: "search_facets.motion",
  year: "search_facets.year",
};

// The facets of a search; `counts` is null where not all orders found are known.
export function drawFacets(state, facets, counts) {
  return FACETS.map((name) => drawFacet(name, state, facets[name], counts?.[name] ?? null))
    .filter(Boolean);
}

function drawFacet(name, state, values, counts) {
  const chosen = new Set(state.chosen[name]);
  const listed = values
    .map((value, place) => ({ value, count: counts ? counts[place] : null }))
    .filter(({ value, count }) => count !== 0 || chosen.has(nameValue(value)));
  if (!listed.length) return null;
  if (name !== "year") listed.sort((a, b) => isNone(a) - isNone(b) || weigh(b) - weigh(a));
  listed.sort((a, b) => chosen.has(nameValue(b.value)) - chosen.has(nameValue(a.value)));
  const items = listed.map(({ value, count }) => drawValue(name, state, value, count, chosen));
  const list = make("ul", {}, ...items.slice(0, SHOWN));
  const rest = items.slice(SHOWN);
  const more = rest.length
    ? make(
      "details",
      { "data-facet": name },
      make("summary", {}, say("search_counts.more", { count: rest.length })),
      make("ul", {}, ...rest),
    )
    : null;
  return make("section", { class: "search-facet" }, make("h3", {}, say(TITLES[name])), list, more);
}

// Whether a value stands for those that have none: "Judge not identified" is no judge.
function isNone({ value }) {
  return NONE.test(value.id);
}

function weigh({ value, count }) {
  return count ?? value.count;
}

function drawValue(facet, state, value, count, chosen) {
  const name = nameValue(value);
  const isChosen = chosen.has(name);
  const label = facet === "court" && value.short ? value.short : value.label;
  return make(
    "li",
    {},
    make(
      "a",
      {
        href: writeAddress(toggleValue(state, facet, name)),
        class: isChosen ? "search-chosen" : null,
        "data-value": `${facet} ${name}`,
        title: label === value.label ? null : value.label,
        rel: "nofollow",
      },
      make("span", {}, label),
      isChosen ? make("span", { class: "search-said" }, ` ${say("search_facets.chosen")}`) : null,
      count === null ? null : make("span", { class: "search-count" }, sayNumber(count)),
    ),
  );
}

// The chosen values, each to be cleared with one press, and all of them.
export function drawChosen(state, facets) {
  const links = FACETS.flatMap((facet) => state.chosen[facet].map((name) => {
    const value = facets[facet].find((one) => nameValue(one) === name);
    return make(
      "a",
      { href: writeAddress(toggleValue(state, facet, name)), class: "search-chip" },
      say("search_facets.chip", { facet: say(TITLES[facet]), value: value?.label ?? name }),
      make("span", { class: "search-said" }, ` ${say("search_facets.clear")}`),
    );
  }));
  if (links.length > 1) {
    const cleared = { ...state, chosen: noneChosen(), page: 1 };
    links.push(make("a", { href: writeAddress(cleared), class: "search-chip search-all" }, say("search_facets.clear_all")));
  }
  return links;
}
