// /s and /p: whether one sentence or paragraph of an order holds both sides. Mirrors
// verification.py: each is a row of a database like the archive's, in memory, so that words are the
// same words as there.

import { writeSelect } from "./select.js";
import { cutSentences } from "./sentences.js";

const TABLES = `
CREATE VIRTUAL TABLE x USING fts5(title, name, docket, judge, court, cites, text, content='',
  detail=full, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE n USING fts5(words, content='',
  detail=none, tokenize="porter unicode61 remove_diacritics 2");
`;

export class RowsOfText {
  constructor(sqlite3) {
    this.connection = new sqlite3.oo1.DB(":memory:", "c");
    this.connection.exec(TABLES);
  }

  // Whether one row of the blocks ([[anchor, text], …]) is found by both sides of a "within" plan.
  hold(plan, blocks) {
    const rows = blocks.flatMap(([, text]) => (
      plan.within === "paragraph" ? [text] : cutSentences(text)
    ));
    this.connection.exec("BEGIN");
    try {
      this.fill("INSERT INTO x(rowid, text) VALUES(?, ?)", rows);
      this.fill("INSERT INTO n(rowid, words) VALUES(?, ?)", rows.map((row) => `${row}\nzzall`));
      const [sql, parameters] = writeSelect({ and: plan.of }, 0, null, 1);
      return this.connection.selectValue(sql, parameters) !== undefined;
    } finally {
      this.connection.exec("ROLLBACK");
    }
  }

  fill(sql, rows) {
    const statement = this.connection.prepare(sql);
    try {
      rows.forEach((row, number) => statement.bind([number, row]).stepReset());
    } finally {
      statement.finalize();
    }
  }
}
