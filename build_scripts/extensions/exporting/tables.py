"""The database tables with which each export begins."""

import sqlite3
from collections.abc import Iterator

from build_scripts.api import (
    ArchiveIndex,
    OrderData,
    fill_database,
    locate_citations,
    make_record,
    publish_record,
)


def fill_tables(connection: sqlite3.Connection, index: ArchiveIndex, site_url: str) -> None:
    """Create and fill the tables of `archive.sqlite` in an empty database."""
    fill_database(connection, index, _list_orders(index, site_url))


def _list_orders(index: ArchiveIndex, site_url: str) -> Iterator[OrderData]:
    for place in index.list_orders():
        archived = index.order(place)
        published = publish_record(make_record(archived, site_url))
        yield OrderData(archived, published, locate_citations(index, place))
