"""The places of words in texts, as the tokenizers of the database see them."""

import sqlite3
from collections.abc import Sequence

from build_scripts.text.pattern import Pattern

Spans = dict[int, list[tuple[int, int]]]
"""For each text that has any, by its place: the spans, ascending."""

_MARK = Pattern(
    "\x02([^\x03]*)\x03", accepts=["the \x02motion\x03 is"], refuses=["the \x02motion", "a\x03"]
)
_TOKENIZERS = {
    "n": "porter unicode61 remove_diacritics 2",
    "x": "unicode61 remove_diacritics 2",
}
_CLEAR = {2: " ", 3: " "}


def find_spans(texts: Sequence[str], asked: Sequence[tuple[str, str]]) -> list[Spans]:
    """Return the spans of each query, a table and a MATCH expression.

    The tables are named as those of the database: of `n` words in any form, of `x` as printed.
    """
    cleared = [text.translate(_CLEAR) for text in texts]
    with sqlite3.connect(":memory:") as connection:
        for table in {table: None for table, _ in asked}:
            connection.execute(
                f'CREATE VIRTUAL TABLE {table} USING fts5(t, tokenize="{_TOKENIZERS[table]}")'
            )
            connection.executemany(
                f"INSERT INTO {table}(rowid, t) VALUES(?, ?)",
                enumerate(cleared),
            )
        return [_find_in(connection, table, match) for table, match in asked]


def _find_in(connection: sqlite3.Connection, table: str, match: str) -> Spans:
    shown = connection.execute(
        f"SELECT rowid, highlight({table}, 0, char(2), char(3)) FROM {table} WHERE {table} MATCH ?",  # noqa: S608
        (match,),
    )
    return {number: _list_spans(text) for number, text in shown}


def _list_spans(shown: str) -> list[tuple[int, int]]:
    spans = []
    for number, match in enumerate(_MARK.finditer(shown)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return spans
