// A search as the page's address, so that it can be kept, shared and gone back to:
// ?q=good+cause&court=cand&judge=…&disposition=…&motion=…&year=2024&sort=newest&page=2

export const FACETS = ["court", "judge", "disposition", "motion", "year"];
export const SORTS = ["relevance", "newest", "oldest"];

// {text, chosen: {facet: [names]}, sort, page}; what is not understood is left out.
export function readAddress(search) {
  const parameters = new URLSearchParams(search);
  const chosen = Object.fromEntries(FACETS.map((name) => [name, parameters.getAll(name)]));
  const sort = parameters.get("sort");
  const page = Number.parseInt(parameters.get("page") ?? "1", 10);
  return {
    text: parameters.get("q") ?? "",
    chosen,
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    page: page >= 1 && page <= 100000 ? page : 1,
  };
}

export function writeAddress({ text, chosen, sort, page }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const name of FACETS) for (const value of chosen[name]) parameters.append(name, value);
  if (sort !== SORTS[0]) parameters.set("sort", sort);
  if (page > 1) parameters.set("page", String(page));
  return `?${parameters}`;
}

// The name of a facet's value in an address: the last part of its page's, "none" for "not stated".
export function nameValue(value) {
  return value.id.split("/").at(-1) || "none";
}

// The tokens of the chosen values; a value that is not in the archive is "zzcourt" or the like, which
// no order has.
export function listTokens(chosen, facets) {
  return FACETS.flatMap((name) => chosen[name].map((one) => (
    facets[name].find((value) => nameValue(value) === one)?.token ?? `zz${name}`
  )));
}

// The same search with a value chosen, or no longer chosen; from its first page.
export function toggleValue(state, facet, name) {
  const values = state.chosen[facet];
  const changed = values.includes(name) ? values.filter((one) => one !== name) : [...values, name];
  return { ...state, chosen: { ...state.chosen, [facet]: changed }, page: 1 };
}

export function noneChosen() {
  return Object.fromEntries(FACETS.map((name) => [name, []]));
}

export function isBlank({ text, chosen }) {
  return !text.trim() && FACETS.every((name) => !chosen[name].length);
}
