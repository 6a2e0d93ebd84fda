// The order that a search is within, by its address.

const DAY = /^\d{4}(?:-\d\d){0,2}(?=-)/;
const MOST_UNDATED = 512; // looked through, where the address has no day or not the one that counts
const OF_DAY = "SELECT first, first + count FROM days WHERE day = ?";

// Gives each part of a search ({kind: "in", address}) its order's `rank` and `label`; they stay null where
// no order is there.
export async function locateOrders(search, parts) {
  for (const part of parts.filter(({ rank }) => rank === null)) {
    const { dated, orders } = search.manifest;
    const day = DAY.exec(part.address.split("/").at(-1))?.[0];
    const { rows } = day ? search.database.select(OF_DAY, [day]) : { rows: [] };
    for (const [from, to] of [...rows, [dated, Math.min(orders, dated + MOST_UNDATED)]]) {
      const ranks = Array.from({ length: to - from }, (_, place) => from + place);
      const results = await search.files.loadResults(ranks);
      const place = results.findIndex(({ address }) => address === part.address);
      if (place >= 0) {
        const { case_name: name, title } = results[place];
        Object.assign(part, { rank: ranks[place], label: [name, title].filter(Boolean).join(", ") });
        break;
      }
    }
  }
}
