/* An order as a reference for BibTeX, RIS and CSL-JSON: the same bytes as build_scripts/pages/cite
   writes, which a test compares. A reference has the values that the page holds in #reference; what
   is not known is not there. */

const TEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "’": "'",
};
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function escapeTex(text = "") {
  return text.replace(/[\\{}~^&%$#_’]/g, (sign) => TEX[sign]);
}

function join(...values) {
  return values.filter(Boolean).join(", ");
}

function pad(number, digits) {
  return String(number).padStart(digits, "0");
}

export function writeBibtex(reference) {
  const { institution, month, url = "" } = reference;
  const fields = {
    title: `{${escapeTex(reference.title)}}`,
    howpublished: escapeTex(reference.published),
    number: escapeTex(reference.numbers),
    institution: institution && `{${escapeTex(institution)}}`,
    year: reference.year,
    day: reference.day,
    note: escapeTex(join(reference.court, reference.entry)),
    url: url.replace(/[{}\\% ]/g, ""),
  };
  const said = Object.entries(fields).filter(([, value]) => value);
  const lines = said.map(([name, value]) => `  ${name} = {${value}},`);
  if (month) lines.push(`  month = ${MONTHS[month - 1]},`);
  return [`@misc{${reference.key},`, ...lines, "}", ""].join("\n");
}

export function writeRis(reference) {
  const { year, month, day } = reference;
  const lines = [
    ["TY", "CASE"],
    ["TI", reference.title],
    ["A2", reference.reporter],
    ["VL", reference.volume],
    ["SP", reference.page],
    ["SV", reference.numbers],
    ["PB", reference.court],
    ["PY", year && pad(year, 4)],
    ["DA", year && `${pad(year, 4)}/${month ? pad(month, 2) : ""}/${day ? pad(day, 2) : ""}/`],
    ["N1", reference.entry],
    ["N1", reference.other],
    ["UR", reference.url],
  ];
  const said = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
  return [...said, "ER  - ", ""].join("\r\n");
}

export function writeCslJson(reference) {
  const { year, month, day } = reference;
  const item = {
    id: reference.key,
    type: "legal_case",
    title: reference.title,
    authority: reference.court,
    number: reference.numbers,
    issued: year && { "date-parts": [[year, month, day].filter(Boolean)] },
    "container-title": reference.reporter,
    volume: reference.volume,
    page: reference.page,
    note: join(reference.entry, reference.other),
    URL: reference.url,
  };
  const said = Object.fromEntries(Object.entries(item).filter(([, value]) => value));
  return `${JSON.stringify([said], null, 2)}\n`;
}

/** The forms by the ending of their files. */
export const FORMS = {
  bib: { write: writeBibtex, type: "application/x-bibtex" },
  ris: { write: writeRis, type: "application/x-research-info-systems" },
  json: { write: writeCslJson, type: "application/vnd.citationstyles.csl+json" },
};
