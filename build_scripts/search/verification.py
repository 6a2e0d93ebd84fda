"""/s and /p: whether one sentence or paragraph of an order holds both sides."""

import sqlite3
from collections.abc import Iterable

from build_scripts.search.database import create_tables
from build_scripts.search.expressions import Plan
from build_scripts.search.sentences import cut_sentences
from build_scripts.search.sql import write_select


def holds_within(plan: Plan, blocks: Iterable[str]) -> bool:
    """Whether one row of the text is found by both sides of a "within" plan.

    Each sentence (paragraph) is a row of a database like the archive's, in memory, so that words
    are the same words as there.
    """
    rows = _list_rows(plan["within"], blocks)
    with sqlite3.connect(":memory:") as connection:
        create_tables(connection)
        connection.executemany("INSERT INTO x(rowid, text) VALUES(?, ?)", enumerate(rows))
        connection.executemany(
            "INSERT INTO n(rowid, words) VALUES(?, ?)",
            ((number, f"{row}\nzzall") for number, row in enumerate(rows)),
        )
        sql, parameters = write_select({"and": plan["of"]})
        return connection.execute(f"{sql} LIMIT 1", parameters).fetchone() is not None


def _list_rows(reach: str, blocks: Iterable[str]) -> list[str]:
    if reach == "paragraph":
        return list(blocks)
    return [sentence for block in blocks for sentence in cut_sentences(block)]
