// What a plan reads first: each of its words by itself, so that all can be fetched together.

import { TABLES } from "./select.js";

const QUOTED = /"([^"]*)"( \*)?/g;

// The statements [[sql, parameters], …] that look up each word of a plan's expressions.
export function listFirstReads(plan) {
  const [[kind, value]] = Object.entries(plan);
  if (TABLES.includes(kind)) return listWords(value).map((word) => lookUp(kind, word));
  if (kind === "all" || kind === "dates") return [lookUp("n", '"zzall"')];
  if (kind === "within") return plan.of.flatMap(listFirstReads);
  return Array.isArray(value) ? value.flatMap(listFirstReads) : [];
}

function listWords(expression) {
  const words = new Set();
  for (const [, text, star = ""] of expression.matchAll(QUOTED)) {
    const parts = text.split(" ");
    parts.forEach((part, place) => words.add(`"${part}"${place === parts.length - 1 ? star : ""}`));
  }
  return [...words];
}

function lookUp(table, word) {
  return [`SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT 1`, [word]];
}
