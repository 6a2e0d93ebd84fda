// Texts that are no orders, asked as orders are: each is a row of a database like the archive's, in
// memory, so that words are the same words as there. For /s and /p a row is a sentence or paragraph of
// an order; else it is a page that was written by hand.

import { foldWords } from "../query/query_tokens.js";
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
  constructor(sqlite3, highlighter) {
    this.highlighter = highlighter;
    this.connection = new sqlite3.oo1.DB(":memory:", "c");
    this.connection.exec(TABLES);
  }

  // Whether one row of the blocks ([[anchor, text], …]; a sentence, a paragraph, all of it) is found by
  // a "within" plan. Its "words" are marked in the row: those of one side must stand there at "least"
  // so often, or those of the first before those of the second, with at "most" so many words between.
  // Else both sides must find the row.
  hold(plan, blocks) {
    const rows = cutRows(plan.within, blocks.map(([, text]) => text));
    if (plan.words) return this.holdWords(plan, rows);
    const found = this.find({ and: plan.of }, rows.map((text) => ({ text, tokens: "zzall" })), 1);
    return found.length > 0;
  }

  holdWords(plan, rows) {
    const asked = plan.words.flatMap((words, side) => (
      Object.entries(words).map(([table, match]) => ({ side, table, match }))
    ));
    const found = this.highlighter.findSpans(rows, asked.map(({ table, match }) => [table, match]));
    return rows.some((row, number) => {
      const sides = plan.words.map((_, side) => (
        found.flatMap((spans, place) => (asked[place].side === side ? spans.get(number) ?? [] : []))
      ));
      if (plan.least) return new Set(sides[0].map(([start]) => start)).size >= plan.least;
      return isBefore(row, ...sides, plan.most);
    });
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

function cutRows(reach, texts) {
  if (reach === "order") return [texts.join("\n\n")];
  return reach === "paragraph" ? texts : texts.flatMap(cutSentences);
}

// Whether a span of the left ends before one of the right begins, `most` words between them. Of each
// span of the left only the next one of the right is looked at, so no word is read twice.
function isBefore(row, left, right, most = null) {
  const ends = left.map(([, end]) => end).sort((a, b) => a - b);
  const starts = right.map(([start]) => start).sort((a, b) => a - b);
  let [place, passed] = [0, -1];
  for (const start of starts) {
    while (place < ends.length && ends[place] <= start) place += 1;
    if (place - 1 > passed) {
      passed = place - 1;
      if (most === null || foldWords(row.slice(ends[passed], start)).length <= most) return true;
    }
  }
  return false;
}
