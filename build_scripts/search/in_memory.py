"""A search index of an archive in memory: for the command line without a built site."""

import sqlite3

from build_scripts.model.archive import Archive
from build_scripts.search.database import (
    create_tables,
    fill_tables,
    finish_tables,
    list_words,
)
from build_scripts.search.published import present_result
from build_scripts.search.records import (
    Cite,
    iter_records,
    list_vocabulary,
)
from build_scripts.search.run import SearchIndex


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
        dated=sum(bool(record.date) for record in records),
        vocabulary=list_vocabulary(archive),
        load_result=lambda rank: present_result(records[rank]),
        load_blocks=lambda rank: records[rank].blocks,
        load_words=lambda: tuple(list_words(connection)),
        load_pins=lambda rank: records[rank].pins,
    )
