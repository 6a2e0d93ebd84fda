// Leaves out those parts of SQLite's JavaScript that a reader of one database never calls: storage
// in the browser (kvvfs, OPFS), virtual tables in JavaScript, and the message interface of its own
// worker. Each is a function that SQLite's start pushes onto a list and that stands on its own.

import { readFile } from "node:fs/promises";

const START = /^\t\tglobalThis\.sqlite3ApiBootstrap\.initializers\.push\(function\(sqlite3\) \{$/;
const END = "\t\t});";

// A word that stands in the part, and in no other: a new version that moves it stops the build.
const UNUSED = [
  "sqlite3.initWorker1API =",
  "sqlite3_declare_vtab) return;",
  "disable?.vfs?.kvvfs) return;",
  'disable.vfs["opfs-vfs"]) return;',
  "disable?.vfs?.opfs) return;",
  'disable?.vfs?.["opfs-sahpool"]) return;',
  'disable?.vfs?.["opfs-wl"]) return;',
];

function cutParts(text) {
  const kept = [];
  const found = new Set();
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    if (!START.test(lines[at])) {
      kept.push(lines[at]);
      continue;
    }
    const end = lines.indexOf(END, at);
    const part = lines.slice(at, end + 1);
    const mark = UNUSED.find((words) => part.some((line) => line.includes(words)));
    if (mark) {
      found.add(mark);
    } else {
      kept.push(...part);
    }
    at = end;
  }
  const missing = UNUSED.filter((words) => !found.has(words));
  if (missing.length) throw new Error(`SQLite's JavaScript has changed: ${missing.join(" · ")}`);
  return kept.join("\n");
}

export const leaveOutUnused = {
  name: "leave out unused",
  setup(build) {
    build.onLoad({ filter: /sqlite-wasm\/dist\/index\.mjs$/ }, async ({ path }) => ({
      contents: cutParts(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};
