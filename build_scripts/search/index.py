"""The database of an archive, opened: what checking reads of it."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.model.archive import Archive
from build_scripts.search.database import (
    create_tables,
    fill_tables,
    finish_tables,
    list_words,
)
from build_scripts.search.pins import NO_PINS, Pins
from build_scripts.search.published import present_result
from build_scripts.search.records import (
    Cite,
    iter_records,
)

Blocks = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The database of an archive's texts, and functions that read results and texts by rank."""

    connection: sqlite3.Connection
    orders: int
    load_result: Callable[[int], dict[str, Any]]
    load_blocks: Callable[[int], Blocks]
    load_words: Callable[[], Sequence[tuple[str, int]]]
    load_pins: Callable[[int], Pins] = lambda _: NO_PINS
    kept: object = None  # objects that must live as long as the connection


def index_archive(archive: Archive, cite: Cite = lambda _: ("", "", "", "")) -> SearchIndex:
    """Build the database of an archive's orders in memory, and keep their texts."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    records = list(iter_records(archive, cite))
    fill_tables(connection, records)
    finish_tables(connection)
    return SearchIndex(
        connection,
        orders=len(records),
        load_result=lambda rank: present_result(records[rank]),
        load_blocks=lambda rank: records[rank].blocks,
        load_words=lambda: tuple(list_words(connection)),
        load_pins=lambda rank: records[rank].pins,
    )
