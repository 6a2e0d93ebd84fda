// The search worker: opens the search once, then answers calls {id, call, asked} one by one with
// {id, answer} or {id, problem}.

import { gunzipSync, startSqliteWith } from "../../search/sqlite.js";
import { Search } from "./answers/search.js";
import { suggest } from "./answers/suggest.js";
import { listCited, lookUp } from "./check/citing.js";
import { checkQuotation } from "./check/finding.js";
import { fetchFile } from "./database/archive_files.js";
import { FileMissing } from "./database/pages.js";

const root = new URL("../../../", import.meta.url);
const built = new URL("../../search/", import.meta.url);

const CALLS = {
  open: (search) => search.manifest,
  search: (search, asked) => search.search(asked),
  excerpts: (search, asked) => search.takeExcerpts(asked),
  pages: (search, asked) => search.findPages(asked),
  list: (search, asked) => search.list(asked),
  facets: (search, asked) => search.countFacets(asked),
  cited: (search, asked) => listCited(asked.text),
  lookUp: (search, asked) => lookUp(search, asked),
  quote: (search, asked) => checkQuotation(search, asked.text),
  suggest: (search, asked) => suggest(search, asked),
  reads: (search) => search.pages.reads,
};

let opening = null;
let queue = Promise.resolve();

function open() {
  opening ??= Search.open(root, { gunzipSync, startSqliteWith }, loadWasm);
  opening.catch(() => {
    opening = null; // the next search tries again
  });
  return opening;
}

async function loadWasm() {
  const response = await fetchFile(new URL("sqlite3.wasm.gz", built));
  return new Uint8Array(await response.arrayBuffer());
}

async function answer({ id, call, asked }) {
  try {
    const search = await open();
    self.postMessage({ id, answer: await CALLS[call](search, asked) });
  } catch (error) {
    const kind = error instanceof FileMissing ? "missing" : "broken";
    self.postMessage({ id, problem: { kind, message: String(error?.message ?? error) } });
  }
}

self.addEventListener("message", ({ data }) => {
  queue = queue.then(() => answer(data));
});
