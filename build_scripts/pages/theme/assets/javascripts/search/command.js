// The search for programs that run it in an engine of their own, not in a page: `orders search` and
// `orders mcp` (build_scripts/site/search_engine.py).
//
// The program gives the whole database as its hot pages, so no answer here ends before all orders
// were looked at.

import { give, makeRoom, next, tell } from "./host.js";
import { gunzipSync, startSqliteWith } from "../../search/sqlite.js";
import { Search } from "./answers/search.js";
import { findMentions, checkQuotation } from "./check/finding.js";
import { writeCitation } from "./check/pins.js";
import { fetchFile } from "./database/archive_files.js";
import { unpack } from "./database/pages.js";
import { listOwnKeys } from "./query/expressions.js";
import { parseQuery } from "./query/query_parser.js";

const CALLS = {
  search: answerSearch,
  find: findAll,
  named: findNamed,
  results: loadResults,
  token: findToken,
  cite: citeOrders,
  quote: (search, { text, meant }) => checkQuotation(search, text, meant),
  mentions: findMentions,
};

let opening = null;

function open() {
  const gunzip = (bytes) => unpack(bytes, gunzipSync);
  opening ??= Search.open("", { gunzipSync: gunzip, startSqliteWith }, loadWasm);
  return opening;
}

async function loadWasm() {
  const response = await fetchFile("sqlite3.wasm");
  return new Uint8Array(await response.arrayBuffer());
}

// Begins a call, with what is asked as JSON; `next` brings its answer.
function ask(call, asked) {
  tell(open().then((search) => CALLS[call](search, JSON.parse(asked))));
}

async function answerSearch(search, { text, chosen = [], limit, sort }) {
  const asked = { text, chosen, sort, size: limit, further: true };
  let found = await search.search(asked);
  while (!found.exact) found = await search.search(asked);
  const excerpts = await search.takeExcerpts({ text, ranks: found.hits.map(({ rank }) => rank) });
  return {
    readAs: found.readAs,
    notes: found.notes,
    total: found.total,
    didYouMean: found.didYouMean,
    hits: found.hits.map(({ rank, text: place, pins, ...result }, at) => (
      { rank, result, excerpts: excerpts[at].excerpts.map(countCharacters), pages: excerpts[at].pages }
    )),
  };
}

// Marks count UTF-16 units here, characters elsewhere.
function countCharacters({ anchor, text, marks }) {
  const count = (end) => [...text.slice(0, end)].length;
  return { anchor, text, marks: marks.map((span) => span.map(count)) };
}

// The ranks of all orders that a search finds, newest first.
async function findAll(search, { text, chosen = [] }) {
  const query = parseQuery(text, search.manifest.facets);
  let found = { complete: false };
  while (!found.complete) found = await search.find(query, chosen, Infinity, true);
  return found.ranks;
}

// The ranks of the orders that have a docket number or report of the text; if none has, of those whose
// case has the text in its name.
async function findNamed(search, { text }) {
  const keys = listOwnKeys(parseQuery(text, search.manifest.facets));
  const ranks = keys.flatMap((token) => findToken(search, { token }));
  if (!ranks.length) return findAll(search, { text: `case:(${text})` });
  return [...new Set(ranks)].sort((a, b) => a - b);
}

// The ranks of the orders with a key of a report, a docket, a name or an authority, newest first.
function findToken(search, { token }) {
  return search.finder.select({ n: `"${token}"` }, {}).ranks;
}

// The citation of each order: its name, what stands before a page, what stands behind it.
async function citeOrders(search, { ranks }) {
  const pins = await search.files.loadPins(ranks);
  return pins.map((one) => {
    const [name, before, , behind] = writeCitation(one, null, null);
    return [name, before, behind];
  });
}

async function loadResults(search, { ranks }) {
  return (await search.files.loadResults(ranks)).map(({ text, pins, ...result }) => result);
}

globalThis.search = { ask, next, makeRoom, give };
