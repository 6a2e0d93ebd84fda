"""Checks that need the texts: whether one sentence or paragraph of an order has both sides of a /s
or /p, which of two words comes first, how often one occurs.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from build_scripts.search.database import create_tables
from build_scripts.search.expressions import Plan
from build_scripts.search.highlights import find_spans
from build_scripts.search.query_tokens import fold_words
from build_scripts.search.sentences import cut_sentences
from build_scripts.search.sql import write_select


def holds_within(plan: Plan, blocks: Iterable[str]) -> bool:
    """Return whether one row of the text (sentence, paragraph, all of it) matches a "within" plan.

    Its "words" are marked in the row: those of one side must occur there at "least" so often, or
    those of the first before those of the second, with at "most" so many words between. Else both
    sides must match the row.

    Each sentence (paragraph) is a row of a database like the archive's, in memory, so that its
    words are the same as there.
    """
    rows = _list_rows(plan["within"], blocks)
    if "words" in plan:
        return _holds_words(plan, rows)
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
    if reach == "order":
        return ["\n\n".join(blocks)]
    if reach == "paragraph":
        return list(blocks)
    return [sentence for block in blocks for sentence in cut_sentences(block)]


def _holds_words(plan: Plan, rows: Sequence[str]) -> bool:
    asked = [(side, *one) for side, words in enumerate(plan["words"]) for one in words.items()]
    found = find_spans(rows, [(table, match) for _, table, match in asked])
    for number, row in enumerate(rows):
        sides: list[list[tuple[int, int]]] = [[] for _ in plan["words"]]
        for (side, _, _), spans in zip(asked, found, strict=True):
            sides[side] += spans.get(number, [])
        if "least" in plan and len({start for start, _ in sides[0]}) >= plan["least"]:
            return True
        if "least" not in plan and _is_before(row, sides[0], sides[1], plan.get("most")):
            return True
    return False


def _is_before(
    row: str, left: list[tuple[int, int]], right: list[tuple[int, int]], most: int | None
) -> bool:
    """Return whether a span of the left ends before one of the right begins, `most` words apart.

    Of each span of the left only the next one of the right is checked, so no word is read twice.
    """
    ends = sorted(end for _, end in left)
    starts = sorted(start for start, _ in right)
    place, passed = 0, -1
    for start in starts:
        while place < len(ends) and ends[place] <= start:
            place += 1
        if place - 1 > passed:
            passed = place - 1
            if most is None or len(fold_words(row[ends[passed] : start])) <= most:
                return True
    return False
