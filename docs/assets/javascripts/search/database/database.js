// The search database: opened once, asked by statements whose reads are bounded.

import { FILE_SYSTEM, installFileSystem } from "./file_system.js";
import { OutOfReads } from "./pages.js";

// A statement that needs more files than this stops, and keeps what it has found.
export const MOST_READS = 40;

export class Database {
  constructor(sqlite3, pages) {
    installFileSystem(sqlite3, pages);
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
}
