// Which order a search names: its docket, its report, its case or its title.

import { isExtra, listUnits, shortenName } from "../query/case_names.js";

// Says how much a search is this case's name and title: more is better. The part of the name, of
// the title or of both that the words make up; one more where the name begins with them.
export function scoreName(words, name, title) {
  const asked = listUnits(words).map(({ short }) => short);
  const wanted = [...new Set(asked)];
  const [named, titled] = [shortenName(name), shortenName(title)];
  let score = 0;
  for (const held of [named, titled, [...named, ...titled]].map((list) => new Set(list))) {
    if (held.size && wanted.every((word) => held.has(word))) {
      score = Math.max(score, wanted.length / held.size);
    }
  }
  const core = leaveExtras(asked);
  const begins = leaveExtras(named).slice(0, core.length).join(" ") === core.join(" ");
  return begins ? score + 1 : score;
}

function leaveExtras(words) {
  return words.filter((word) => !isExtra(word));
}
