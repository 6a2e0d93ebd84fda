// The archive's words closest to one that no order has.

import { isCommonWord } from "../query/recognised.js";

const MOST = 3;

// Up to three known words ([[word, orders], …]) that differ in at most two letters, one in short
// words: nearest first, then those that are `preferred`, then the most frequent, then by alphabet.
export function suggestWords(word, known, preferred = new Set()) {
  const most = word.length <= 4 ? 1 : 2;
  const near = [];
  for (const [other, count] of known) {
    if (other === word || Math.abs(other.length - word.length) > most) continue;
    const distance = countEdits(word, other, most);
    if (distance <= most) near.push({ other, distance, count });
  }
  near.sort((a, b) => (
    a.distance - b.distance || preferred.has(b.other) - preferred.has(a.other) || b.count - a.count || (a.other < b.other ? -1 : 1)
  ));
  return near.slice(0, MOST).map(({ other }) => other);
}

// Whether a word is so near to a known one that it is a slip of the hand.
export function isSlip(word, other) {
  return word.length > 3 && countEdits(word, other, 2) <= (word.length < 8 ? 1 : 2);
}

// Counts letters changed, added, lost or swapped with their neighbour; `most` + 1 for more.
function countEdits(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      let cost = Math.min(row[j] + 1, current[j - 1] + 1, changed);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, row] = [row, current];
  }
  return Math.min(row.at(-1), most + 1);
}

const ENDING = /(?<=[a-z]{4})(?:ed|ing|s)$/;
const SIGNS = { sentence: "s", paragraph: "p" };

// The search for a quotation near something, in other forms of its words; "" for any other.
// `"motion to dismiss" /s granted` is `motion* dismiss /s grant*`: of a quotation the last word is to
// be near, the others may stand anywhere.
export function loosenNearness({ root }) {
  if (root?.kind !== "near" || ![root.left, root.right].some(({ kind }) => kind === "phrase")) return "";
  const [left, right] = [loosen(root.left), loosen(root.right)];
  const words = [...left, `${root.ordered ? "+" : "/"}${SIGNS[root.reach] ?? root.reach}`, right.pop(), ...right];
  return words.every(Boolean) ? words.join(" ") : "";
}

// The words that stand for a side of a nearness; the last one is to be near.
function loosen(node) {
  if (node.kind === "phrase") {
    const words = node.words.filter((word) => !isCommonWord(word));
    return [...words.slice(0, -1).map((word) => `${word}*`), words.at(-1) ?? ""];
  }
  if (node.kind === "word") return [node.text.replace(ENDING, "*")];
  return [node.kind === "prefix" ? `${node.text}*` : ""];
}
