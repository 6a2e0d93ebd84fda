// A plan as one SELECT of ranks, within a range of ranks.

export const TABLES = ["n", "x", "m"];
const JOINS = { and: "INTERSECT", or: "UNION", not: "EXCEPT" };

// Returns [sql, parameters] that find the plan's orders of rank `from` up to, not including, `to`,
// ascending. "within" is left to who reads the texts: here both sides are found anywhere.
export function writeSelect(plan, from = 0, to = null, limit = null) {
  const [sql, parameters] = select(plan, { from, to });
  const bound = limit === null ? "" : " LIMIT ?";
  return [`${sql} ORDER BY 1${bound}`, limit === null ? parameters : [...parameters, limit]];
}

function select(plan, range) {
  const [[kind, value]] = Object.entries(plan);
  if (TABLES.includes(kind)) return match(kind, value, range);
  if (kind === "all") return match("n", '"zzall"', range);
  if (kind === "none") return ["SELECT 0 AS rowid WHERE 0", []];
  if (kind === "dates") return selectDays(value, range);
  if (kind === "rank") {
    const isIn = value >= range.from && value < (range.to ?? Infinity);
    return isIn ? ["SELECT ? AS rowid", [value]] : ["SELECT 0 AS rowid WHERE 0", []];
  }
  const parts = plan[kind === "within" ? "of" : kind].map((part) => select(part, range));
  const joint = ` ${JOINS[kind] ?? "INTERSECT"} `;
  return [
    parts.map(([sql]) => `SELECT rowid FROM (${sql})`).join(joint),
    parts.flatMap(([, parameters]) => parameters),
  ];
}

// The range stands beside every MATCH, where FTS5 can make use of it.
function match(table, expression, { from, to }) {
  const sql = [`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`];
  const parameters = [expression];
  if (from > 0) {
    sql.push("AND rowid >= ?");
    parameters.push(from);
  }
  if (to !== null) {
    sql.push("AND rowid < ?");
    parameters.push(to);
  }
  return [sql.join(" "), parameters];
}

const DAYS = `AND rowid >= (SELECT min(first) FROM days WHERE day >= ? AND day <= ?)
AND rowid < (SELECT max(first + count) FROM days WHERE day >= ? AND day <= ?)`;

// A year or month of which no day is known comes before its first day.
function selectDays([first, last], range) {
  const [sql, parameters] = match("n", '"zzall"', range);
  const span = [(first ?? "0000").replace(/(?:-01){1,2}$/, ""), last ?? "9999-99"];
  return [`${sql} ${DAYS}`, [...parameters, ...span, ...span]];
}
