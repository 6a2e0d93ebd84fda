// Where sentences of a block end.

import { isAbbreviation } from "../query/recognised.js";

// accepted: "… moot. The Court …" · "… moot.” 3 The …" · "… moot.) “The …"
// refused: "Larkspur v. Does" · "No. 7" · "Fed. R. Civ. P. 26" · "at 1.5 percent"
const END = /([.!?])["'”’)\]]{0,3} (?=["'“‘(\[]{0,2}[A-Z0-9])/g;
const LAST_WORD = /(?<![A-Za-z'])[A-Za-z']+$/;

export function cutSentences(text) {
  const sentences = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const before = text.slice(Math.max(start, match.index - 20), match.index);
    const word = LAST_WORD.exec(before);
    if (match[1] === "." && word && isAbbreviation(word[0].toLowerCase())) continue;
    const end = match.index + match[0].length;
    sentences.push(text.slice(start, end - 1));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences;
}
