"""What became of an order, as data: JSON, the table, the database."""

import csv
import json
import sqlite3
from dataclasses import replace

from build_scripts.model.archive import Archive
from build_scripts.model.quoted_words import QuotedWords
from build_scripts.model.subsequent_history import HistoryKind, HistoryTie, KnownBy
from build_scripts.pages.archive_index import build_index
from build_scripts.site.data.archive_database import fill_database, list_all_rows
from build_scripts.site.data.csv_tables import HISTORY_COLUMNS
from build_scripts.site.data.record import make_record, publish_record
from tests.site_build.data.joined import join_files

WORDS = QuotedWords("The Court VACATES its Order (ECF No. 8).", 40, "iv", 4, 13)


def tie_orders(archive: Archive) -> tuple[Archive, HistoryTie]:
    """The archive, whose second order vacates the first."""
    earlier, later = archive.orders[0].address, archive.orders[1].address
    tie = HistoryTie(
        earlier, later, HistoryKind.VACATED, KnownBy.ENTRY, later, (WORDS,), "evidence-history-1"
    )
    tied = (replace(one, ties=(tie,)) for one in archive.orders[:2])
    return replace(archive, orders=(*tied, *archive.orders[2:])), tie


def test_both_orders_say_it(archive: Archive) -> None:
    archive, tie = tie_orders(archive)
    first, second = (publish_record(make_record(one)) for one in archive.orders[:2])
    said = {
        "kind": "vacated", "known_by": "docket entry", "said_by": tie.later,
        "words": [WORDS.text], "page": "iv", "sheet": 4, "line": 13, "anchor": "evidence-history-1",
    }  # fmt: skip
    assert first["subsequent_history"] == [{**said, "later": tie.later}]
    assert second["prior_history"] == [{**said, "earlier": tie.earlier}]
    assert first["prior_history"] == second["subsequent_history"] == []


def test_the_table_has_a_line_for_each(archive: Archive) -> None:
    archive, tie = tie_orders(archive)
    lines = join_files(archive)["subsequent_history.csv"].decode("utf-8-sig").splitlines()
    (row,) = csv.DictReader(lines)
    assert tuple(row) == HISTORY_COLUMNS
    assert (row["order"], row["later"], row["kind"]) == (tie.earlier, tie.later, "vacated")
    assert (row["words"], row["page"], row["line"]) == (WORDS.text, "iv", "13")


def test_the_database_joins_them(archive: Archive) -> None:
    archive, tie = tie_orders(archive)
    index = build_index(archive)
    connection = sqlite3.connect(":memory:")
    fill_database(connection, index, list_all_rows(index))
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    asked = "SELECT address, kind, later, words, line FROM subsequent_history"
    (row,) = connection.execute(asked).fetchall()
    assert row == (tie.earlier, "vacated", tie.later, json.dumps([WORDS.text]), 13)
