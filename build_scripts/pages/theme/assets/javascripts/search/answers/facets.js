// How many of the orders found have each value of each facet.

import { groupByFacet } from "../query/expressions.js";

export const FACETS = ["court", "judge", "disposition", "motion", "year"];

const STEPS = 8; // of an order's length, for twice as many words

// Reads the columns of facets.bin.gz, unpacked: {facet: [values of rank 0, values of rank 1, …]},
// where values are places in the manifest's list; `length` has an order's number of words, nearly.
export function readColumns(bytes, orders) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (width) => {
    const value = width === 2 ? view.getUint16(at, true) : view.getUint8(at);
    at += width;
    return value;
  };
  const takeOne = (width) => Array.from({ length: orders }, () => [take(width)]);
  const takeSome = (width) => (
    Array.from({ length: orders }, () => take(1))
      .map((count) => Array.from({ length: count }, () => take(width)))
  );
  const columns = { court: takeOne(2), disposition: takeOne(1), year: takeOne(2) };
  columns.motion = takeSome(1);
  columns.judge = takeSome(2);
  const isOld = at >= bytes.length; // a site that was built before lengths were kept
  columns.length = Array.from({ length: orders }, () => (isOld ? 1 : 2 ** (take(1) / STEPS)));
  return columns;
}

// Counts a facet's values over the orders of these ranks: [counts by place].
export function countValues(column, values, ranks) {
  const counts = new Array(values.length).fill(0);
  for (const rank of ranks) for (const place of column[rank]) counts[place] += 1;
  return counts;
}

// The ranks of the orders that have a chosen value of every facet, ascending. `chosen` are tokens.
export function filterRanks(columns, facets, orders, chosen) {
  const wanted = groupByFacet(chosen).map((tokens) => locateTokens(facets, tokens));
  const ranks = [];
  for (let rank = 0; rank < orders; rank += 1) {
    const has = ([name, places]) => columns[name]?.[rank].some((place) => places.has(place));
    if (wanted.every(has)) ranks.push(rank);
  }
  return ranks;
}

// The facet of tokens that are all of one, and their places in it; a token that no order has is left
// out.
function locateTokens(facets, tokens) {
  const name = FACETS.find((facet) => isOf(facet, tokens[0]));
  const places = (facets[name] ?? [])
    .flatMap(({ token }, place) => (tokens.includes(token) ? [place] : []));
  return [name, new Set(places)];
}

export function isOf(facet, token) {
  return token.replace(/[0-9]+$/, "") === `zz${facet}`;
}
