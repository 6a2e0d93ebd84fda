// Where words stand in texts, as the tokenizers of the database know them.

// Named as the tables of the database: n words in any form, x as printed.
const TABLES = `
CREATE VIRTUAL TABLE n USING fts5(t, tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE x USING fts5(t, tokenize="unicode61 remove_diacritics 2");
`;

export class Highlighter {
  constructor(sqlite3) {
    this.connection = new sqlite3.oo1.DB(":memory:", "c");
    this.connection.exec(TABLES);
  }

  // The spans of each that is asked ([[table, MATCH expression], …]): Map of a text's place → [[start,
  // end], …], ascending.
  findSpans(texts, asked) {
    this.connection.exec("BEGIN");
    try {
      for (const table of new Set(asked.map(([name]) => name))) this.fill(table, texts);
      return asked.map(([table, match]) => this.find(table, match));
    } finally {
      this.connection.exec("ROLLBACK");
    }
  }

  fill(table, texts) {
    const statement = this.connection.prepare(`INSERT INTO ${table}(rowid, t) VALUES(?, ?)`);
    try {
      texts.forEach((text, number) => {
        // eslint-disable-next-line no-control-regex
        statement.bind([number, text.replace(/[\x02\x03]/g, " ")]).stepReset();
      });
    } finally {
      statement.finalize();
    }
  }

  find(table, match) {
    const rows = this.connection.selectArrays(
      `SELECT rowid, highlight(${table}, 0, char(2), char(3)) FROM ${table} WHERE ${table} MATCH ?`,
      [match],
    );
    return new Map(rows.map(([number, shown]) => [number, listSpans(shown)]));
  }
}

function listSpans(shown) {
  // eslint-disable-next-line no-control-regex
  return [...shown.matchAll(/\x02([^\x03]*)\x03/g)].map((match, number) => {
    const start = match.index - 2 * number;
    return [start, start + match[1].length];
  });
}
