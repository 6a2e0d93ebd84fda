/* An order as a reference for BibTeX, RIS and CSL-JSON. A reference has the values that the page holds
   in data-reference (build_scripts/pages/cite/reference.py lists them); what is not known is not there.

   - BibTeX: an entry that every style can print, @misc. Titles are in double braces, so that styles
     keep their capitals. BibTeX counts braces before TeX reads escapes, so that "\{" would leave an
     entry open.
   - RIS: one record of type CASE, lines end in CR LF, as the format asks. Tags as EndNote exports them
     for a case and Zotero reads them: A2 the reporter, VL its volume, SP the first page, SV the docket
     number, PB the court.
   - CSL-JSON 1.0.2: an array of one item. `authority` is the court as citations shorten it, since
     styles print it as it is given. */

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
  bib: { label: "BibTeX", write: writeBibtex, type: "application/x-bibtex" },
  ris: { label: "RIS", write: writeRis, type: "application/x-research-info-systems" },
  json: { label: "CSL-JSON", write: writeCslJson, type: "application/vnd.citationstyles.csl+json" },
};
