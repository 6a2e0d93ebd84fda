// Tables that readers can sort and filter. Without script they are the same tables, in the sequence
// that the page was written in. Any table with a head qualifies, but those of an order's own text:
// nobody may rearrange what a court wrote.

import { say, sayNumber } from "./words.js";

const TABLES = ".md-typeset table:not([class])";
const UNTOUCHED = ".order-page, .source-page";
const SORTED_FROM = 3; // rows
const FILTERED_FROM = 11;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
// accepted: Sept. 5, 2019 · May 31, 2017
const DATE = /^(?<month>[A-Z][a-z]{2,8})\.? (?<day>\d{1,2}), (?<year>\d{4})$/;
const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;
const NOTHING = new Set(["", "—", say("script_tables.undated")]);

const inWords = new Intl.Collator(document.documentElement.lang || "en", {
  numeric: true,
  sensitivity: "base",
});

/** What a cell says, on one line; of a name that is sorted otherwise than it is written, that. */
function readCell(cell) {
  return (cell?.dataset.sort ?? cell?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The day of a cell as a number that grows, null where it holds none. */
function readDay(cell) {
  const stated = cell?.querySelector("time")?.getAttribute("datetime");
  if (stated) return Number(stated.replaceAll("-", "").padEnd(8, "0"));
  const found = DATE.exec(readCell(cell));
  const month = found ? MONTHS.indexOf(found.groups.month.slice(0, 3).toLowerCase()) + 1 : 0;
  return month ? Number(found.groups.year) * 1e4 + month * 100 + Number(found.groups.day) : null;
}

function readNumber(cell) {
  const words = readCell(cell);
  return NUMBER.test(words) ? Number(words.replaceAll(",", "")) : null;
}

/** How a column is compared: by day or by number where all its cells are one, else as words. */
function chooseKey(cells) {
  const filled = cells.filter((cell) => !NOTHING.has(readCell(cell)));
  for (const read of [readDay, readNumber]) {
    if (filled.length && filled.every((cell) => read(cell) !== null)) return read;
  }
  return readCell;
}

/** Rows in the sequence of a column; what says nothing stands last in both directions. */
function arrange(rows, column, direction) {
  const read = chooseKey(rows.map((row) => row.cells[column]));
  const keyed = rows.map((row) => {
    const words = readCell(row.cells[column]);
    return { row, key: NOTHING.has(words) ? null : read(row.cells[column]) };
  });
  const sign = direction === "descending" ? -1 : 1;
  const compare = read === readCell ? (a, b) => inWords.compare(a, b) : (a, b) => a - b;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

function sort(button) {
  const header = button.closest("th");
  const table = header.closest("table");
  const direction = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  for (const other of header.parentElement.cells) {
    if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
  }
  header.setAttribute("aria-sort", direction);
  const body = table.tBodies[0];
  body.append(...arrange([...body.rows], header.cellIndex, direction));
}

/** Letters without accents and case, so that "Garcia" finds "García". */
function fold(words) {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

const MOST_SHOWN = 100; // rows of a list whose names are in a file
const kept = new WeakMap(); // of such a table: the page's own rows, and all rows of the file

/** A row of a long list: a copy of one of the page's, with what the file has of another name. */
function makeRow(sample, file, [name, address, sort, docket, orders, day, printed]) {
  const row = sample.cloneNode(true);
  const [head, ...cells] = row.cells;
  const link = head.querySelector("a");
  link.textContent = name;
  link.href = new URL(`../${address}`, file); // the file is in a folder of the site's root
  if (sort) head.dataset.sort = sort;
  const time = cells.at(-1).querySelector("time");
  const said = [...(docket === null ? [] : [docket]), sayNumber(orders)];
  said.forEach((words, place) => (cells[place].textContent = words));
  if (time && day) {
    time.setAttribute("datetime", day);
    time.textContent = printed.replaceAll(" ", "\u00a0");
  } else cells.at(-1).textContent = printed;
  return row;
}

/** All rows of a list of which the page has the newest; the file is fetched once. */
function loadAll(table) {
  if (!kept.has(table)) {
    const own = [...table.tBodies[0].rows];
    const sample = own.find((row) => row.querySelector("time")) ?? own[0];
    const file = new URL(table.dataset.names, location.href);
    const all = fetch(file)
      .then((reply) => reply.json())
      .then((names) => names.map((one) => makeRow(sample, file, one)));
    kept.set(table, { own, all });
  }
  return kept.get(table);
}

/** Show those of a long list's rows that are wanted; without the file the page's own are filtered. */
async function filterAll(field, table) {
  const { own, all } = loadAll(table);
  const typed = field.value;
  const wanted = splitWords(typed);
  let rows = own;
  let found = own.length;
  try {
    if (wanted.length) rows = (await all).filter((row) => matches(row, wanted));
    found = rows.length;
  } catch {
    kept.delete(table);
    delete table.dataset.names;
    return filter(field);
  }
  if (field.value !== typed) return; // the reader typed on
  for (const row of rows) row.hidden = false;
  table.tBodies[0].replaceChildren(...rows.slice(0, MOST_SHOWN));
  tellShown(field, wanted.length ? found : null, wanted.length ? (await all).length : own.length);
}

function splitWords(words) {
  return fold(words).split(/\s+/).filter(Boolean);
}

function matches(row, wanted) {
  const words = fold(readCell(row));
  return wanted.every((word) => words.includes(word));
}

function tellShown(field, count, all) {
  field.closest(".table-filter").querySelector("output").textContent =
    count === null
      ? say("script_tables.rows", { count: all })
      : say("script_tables.rows_shown", { count, all });
}

function filter(field) {
  const table = document.getElementById(field.getAttribute("aria-controls"));
  if (!table) return;
  const wanted = splitWords(field.value);
  if (table.dataset.names && (wanted.length || kept.has(table))) {
    filterAll(field, table);
    return;
  }
  const rows = [...table.tBodies[0].rows];
  for (const row of rows) row.hidden = !matches(row, wanted);
  const shown = rows.filter((row) => !row.hidden);
  tellShown(field, wanted.length ? shown.length : null, rows.length);
}

function offerSorting(table) {
  for (const header of table.tHead.rows[0].cells) {
    const words = readCell(header);
    if (!words || header.querySelector("button")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    button.append(...header.childNodes);
    header.append(button);
    header.setAttribute("aria-sort", "none");
  }
}

let named = 0;

function offerFilter(table) {
  if (!table.id) {
    named += 1;
    table.id = `table-${named}`;
  }
  const label = document.createElement("label");
  const field = Object.assign(document.createElement("input"), {
    type: "search",
    autocomplete: "off",
    spellcheck: false,
  });
  field.setAttribute("aria-controls", table.id);
  label.append(say("script_tables.filter"), " ", field);
  const status = document.createElement("output");
  const bar = document.createElement("div");
  bar.className = "table-filter";
  bar.append(label, status);
  (table.closest(".md-typeset__scrollwrap") ?? table).before(bar);
  filter(field);
}

/** Give each table of the page its buttons and its field; what has them stays as it is. */
function furnish() {
  for (const table of document.querySelectorAll(TABLES)) {
    if (table.dataset.sortable || table.closest(UNTOUCHED)) continue;
    const rows = table.tBodies[0]?.rows.length ?? 0;
    if (!table.tHead?.rows.length || rows < SORTED_FROM) continue;
    table.dataset.sortable = "yes";
    offerSorting(table);
    if (rows >= FILTERED_FROM) offerFilter(table);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".sort-button");
  if (button) sort(button);
});
document.addEventListener("input", (event) => {
  if (event.target.closest?.(".table-filter")) filter(event.target);
});

// The theme tells of every page that it shows, the first one too.
if (window.document$) window.document$.subscribe(furnish);
else furnish();
