// One token for a docket number or a citation, however it is written: `433 F.3d 1199` is
// `433f3d1199`, `5:17-cv-02540-HRL` is `dk17cv2540`. The database is made with the same rules: key_tokens.py.

import { compact, completeDocketType, findReporter, listPatterns } from "./recognised.js";

// Ends the token of an order's own docket or report; what it cites goes without.
export const OWN = "own";

// Finds docket numbers and citations in a search, in order of place, without overlaps. `text` has
// plain quotes, hyphens and single blanks. What an earlier form takes a later one does not get.
export function findKeys(text) {
  const found = [];
  for (const form of listPatterns()) {
    for (const match of text.matchAll(form.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const key = writeKey(form, match, match[0] === text.trim());
      if (key && found.every((one) => end <= one.start || one.end <= start)) {
        found.push({ start, end, kind: form.kind, printed: match[0], key });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const PLAIN = [
  [/[“”„‟«»″]/g, '"'],
  [/[‘’‚‛′`]/g, "'"],
  [/[‐‑‒–—−]/g, "-"],
  // eslint-disable-next-line no-control-regex
  [/[\u0000-\u001f\u007f\u0085\u00a0\u2000-\u200d\u2028\u2029\u202f\u205f\u3000\ufeff]/g, " "],
];

// Replaces curly quotes, dashes and odd blanks by plain ones, each by one character.
export function plainSigns(text) {
  return PLAIN.reduce((plain, [signs, sign]) => plain.replace(signs, sign), text);
}

function writeKey(form, match, alone) {
  const parts = match.groups ?? {};
  if (form.kind === "docket") return writeDocketKey(parts.year, parts.type ?? "", parts.serial);
  if (form.kind === "constitution") return compact(match[0]);
  if (form.kind === "section") {
    const title = (parts.title ?? "").replace(/^0+/, "");
    return `${title}${form.code || compact(parts.code ?? "")}${writeSection(parts.section)}`;
  }
  const reporter = findReporter(parts.reporter, alone);
  if (!reporter) return "";
  return `${parts.volume.replace(/^0+/, "")}${reporter}${parts.page.replace(/^0+/, "")}`;
}

// The token of a docket: two digits of its year, type if any, number without leading zeros.
function writeDocketKey(year, caseType, serial) {
  return `dk${year.slice(-2)}${completeDocketType(caseType)}${serial.replace(/^0+/, "") || "0"}`;
}

function writeSection(section) {
  const signs = section.toLowerCase().replaceAll("(", "z").replaceAll(".", "x");
  return compact(signs.replaceAll("-", "y"));
}

// The token of a docket number of no known form: "S-2780" is dks2780.
export function writeOddDocket(text) {
  return `dk${compact(text)}`;
}
