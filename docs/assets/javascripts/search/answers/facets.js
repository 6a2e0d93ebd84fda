// How many of the orders found have each value of each facet.

export const FACETS = ["court", "judge", "disposition", "motion", "year"];

// Reads the columns of facets.bin.gz, unpacked: {facet: [values of rank 0, values of rank 1, …]},
// where values are places in the manifest's list.
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
  return columns;
}

// Counts each facet's values over the orders of these ranks: {facet: [counts by place]}.
export function countValues(columns, facets, ranks) {
  const counts = {};
  for (const name of FACETS) {
    const counted = new Array(facets[name].length).fill(0);
    const column = columns[name];
    for (const rank of ranks) for (const place of column[rank]) counted[place] += 1;
    counts[name] = counted;
  }
  return counts;
}

// The ranks of the orders that have all the chosen values, ascending. `chosen` are tokens.
export function filterRanks(columns, facets, orders, chosen) {
  const wanted = chosen.map((token) => locateToken(facets, token));
  if (wanted.some((one) => one === null)) return [];
  const ranks = [];
  for (let rank = 0; rank < orders; rank += 1) {
    if (wanted.every(([name, place]) => columns[name][rank].includes(place))) ranks.push(rank);
  }
  return ranks;
}

function locateToken(facets, token) {
  for (const name of FACETS) {
    const place = facets[name].findIndex((value) => value.token === token);
    if (place >= 0) return [name, place];
  }
  return null;
}
