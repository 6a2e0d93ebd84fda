// What the search worker needs of other people's work, bundled to build_scripts/pages/theme/assets/search/sqlite.js.

import startSqlite from "@sqlite.org/sqlite-wasm";
import { gunzipSync } from "fflate";

// Starts SQLite with the bytes of its WebAssembly file; they are compiled here, so that a page's
// policy needs 'wasm-unsafe-eval' and nothing else.
export async function startSqliteWith(wasm) {
  const module = await WebAssembly.compile(wasm);
  return startSqlite({
    print: () => {},
    printErr: () => {},
    instantiateWasm: (imports, done) => {
      done(new WebAssembly.Instance(module, imports), module);
      return {};
    },
  });
}

export { gunzipSync };
