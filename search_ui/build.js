// Builds what the search worker takes from elsewhere: SQLite and a synchronous inflate. Everything
// else of the search is served as it is written, in build_scripts/pages/theme/assets/javascripts/search/.
//
//   node search_ui/build.js            writes build_scripts/pages/theme/assets/search/
//   node search_ui/build.js --check    fails where the committed files are not what this makes
//
// The same packages give the same bytes on every machine: nothing is dated, and zopfli packs the
// WebAssembly file, not the system's zlib: it takes seconds, and 7% off.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import zopfli from "@gfx/zopfli";
import { build } from "esbuild";

import { leaveOutUnused } from "./leave_out_unused.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const target = join(root, "build_scripts/pages/theme/assets/search");
const packages = join(root, "node_modules");
const wasm = join(packages, "@sqlite.org/sqlite-wasm/dist/sqlite3.wasm");

async function bundle() {
  const result = await build({
    entryPoints: [join(here, "sqlite.js")],
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none", // build_scripts/pages/theme/assets/search/LICENSES.txt has them
    minify: true,
    plugins: [leaveOutUnused],
    target: ["es2022"],
    write: false,
  });
  return result.outputFiles[0].contents;
}

async function makeFiles() {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const made = new Map([
    ["sqlite.js", await bundle()],
    ["sqlite3.wasm.gz", await zopfli.gzipAsync(await readFile(wasm), {})],
  ]);
  const versions = {};
  for (const name of ["@sqlite.org/sqlite-wasm", "fflate", "esbuild", "@gfx/zopfli"]) {
    versions[name] = lock.packages[`node_modules/${name}`].version;
  }
  const files = Object.fromEntries(
    [...made].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
  const sources = await hashSources();
  const built = `${JSON.stringify({ versions, sources, files }, null, 1)}\n`;
  made.set("built.json", Buffer.from(built));
  return made;
}

async function hashSources() {
  const sources = ["package-lock.json", "search_ui/build.js", "search_ui/leave_out_unused.js"];
  sources.push("search_ui/sqlite.js");
  const hash = createHash("sha256");
  for (const name of sources) hash.update(await readFile(join(root, name)));
  return hash.digest("hex");
}

const made = await makeFiles();
if (process.argv.includes("--check")) {
  for (const [name, bytes] of made) {
    const committed = await readFile(join(target, name)).catch(() => Buffer.alloc(0));
    if (!committed.equals(bytes)) {
      console.error(`build_scripts/pages/theme/assets/search/${name} is not what its sources make: run make search-ui`);
      process.exitCode = 1;
    }
  }
} else {
  await mkdir(target, { recursive: true });
  for (const [name, bytes] of made) {
    await writeFile(join(target, name), bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}
