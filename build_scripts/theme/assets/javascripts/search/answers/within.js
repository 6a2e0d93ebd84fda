// Texts that are no orders, asked as orders are: each is a row of a database like the archive's, in
// memory, so that words are the same words as there. For /s and /p a row is a sentence or paragraph of
// an order (mirrors verification.py); else it is a page that was written by hand.

import { writeSelect } from "./select.js";
import { cutSentences } from "./sentences.js";

const TABLES = `
CREATE VIRTUAL TABLE x USING fts5(title, name, docket, judge, court, cites, text, content='',
  detail=full, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE n USING fts5(words, content='',
  detail=none, tokenize="porter unicode61 remove_diacritics 2");
`;

// Whether a plan asks for words of a text only, and not which order it is.
export function asksText(plan) {
  const [[kind, value]] = Object.entries(plan);
  if (["and", "or", "not"].includes(kind)) return value.every(asksText);
  return kind === "n" || kind === "x" || kind === "all";
}

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
    const found = this.find({ and: plan.of }, rows.map((text) => ({ text, tokens: "zzall" })), 1);
    return found.length > 0;
  }

  // The places of the rows ([{title, text, tokens}, …]) that a plan finds, at most `limit`. It must
  // ask for text only.
  find(plan, rows, limit = null) {
    this.connection.exec("BEGIN");
    try {
      const shown = rows.map(({ title = "", text }) => [title, text]);
      this.fill("INSERT INTO x(rowid, title, text) VALUES(?, ?, ?)", shown);
      const words = rows.map(({ title = "", text, tokens = "" }) => [[title, text, tokens].join("\n")]);
      this.fill("INSERT INTO n(rowid, words) VALUES(?, ?)", words);
      const [sql, parameters] = writeSelect(plan, 0, null, limit);
      return this.connection.selectValues(sql, parameters);
    } finally {
      this.connection.exec("ROLLBACK");
    }
  }

  fill(sql, rows) {
    const statement = this.connection.prepare(sql);
    try {
      rows.forEach((row, number) => statement.bind([number, ...row]).stepReset());
    } finally {
      statement.finalize();
    }
  }
}
