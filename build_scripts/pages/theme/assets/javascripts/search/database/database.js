// The search database: opened once, asked by statements whose reads are bounded.

import { FILE_SYSTEM, installFileSystem } from "./file_system.js";
import { OutOfReads } from "./pages.js";

// A statement that needs more files than this stops, and keeps what it has found.
export const MOST_READS = 40;

// So many files are asked for at the same time.
const MOST_TOGETHER = 24;

// FTS5 notes which term begins each leaf of its lists, by twice the leaf's number: the leaf where a
// word's list begins, and the next one where another word's does.
const LEAVES = `
SELECT coalesce((SELECT max(pgno) FROM x_idx WHERE term <= ?1), 2) / 2,
  coalesce((SELECT min(pgno) FROM x_idx WHERE term > ?1), (SELECT max(pgno) FROM x_idx) + 2) / 2`;

export class Database {
  constructor(sqlite3, pages) {
    installFileSystem(sqlite3, pages);
    leaveOutBounds(sqlite3.config, pages);
    this.pages = pages;
    this.connection = new sqlite3.oo1.DB({ filename: "archive", flags: "r", vfs: FILE_SYSTEM });
  }

  // Runs a SELECT: {rows, complete}. `complete` is false where the statement ran out of reads:
  // the rows so far are right, more may follow; what was read is kept, so that asking again gets
  // further.
  select(sql, parameters = [], mostReads = MOST_READS) {
    this.pages.allow(mostReads);
    const rows = [];
    let statement;
    try {
      statement = this.connection.prepare(sql);
      if (parameters.length) statement.bind(parameters);
      while (statement.step()) rows.push(statement.get([]));
      return { rows, complete: true };
    } catch (error) {
      if (this.pages.problem instanceof OutOfReads) return { rows, complete: false };
      throw this.pages.problem ?? error;
    } finally {
      statement?.finalize();
    }
  }

  // Fetches what these statements ([[sql, parameters], …]) lack first, all at the same time: each
  // is tried without a read, and says which page it misses. So words of a search wait for one
  // answer of the server, not one after the other.
  async fetchFirst(statements, most = MOST_TOGETHER) {
    const missing = new Set();
    for (const [sql, parameters] of statements) {
      if (missing.size >= most) break;
      this.select(sql, parameters, 0);
      if (this.pages.problem instanceof OutOfReads) missing.add(this.pages.problem.page);
    }
    await this.pages.fetchTogether([...missing]);
  }

  // The leaves of table x on which a word's list lies at most; asks hot pages only, once these are
  // there.
  locateLeaves(word) {
    const term = new TextEncoder().encode(`0${word}`);
    const [first, end] = this.select(LEAVES, [term]).rows[0] ?? [1, 2];
    return Array.from({ length: Math.max(1, (end ?? 0) - first) }, (_, place) => first + place);
  }
}

// SQLite warns of each statement that fails. One that only met its bound has not failed, and a page's
// console is for what has.
function leaveOutBounds(config, pages) {
  const { warn } = config;
  config.warn = (...said) => {
    if (!(pages.problem instanceof OutOfReads)) warn(...said);
  };
}
