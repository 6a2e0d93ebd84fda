"""Writes the files that hold the whole archive, in one pass over its orders."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from build_scripts.data.archive_database import DATABASE, OrderData, fill_database
from build_scripts.data.authorities_json import write_authorities_json
from build_scripts.data.citations_csv import (
    locate_citations,
    write_citations,
    write_citations_head,
)
from build_scripts.data.record import make_record
from build_scripts.data.whole_files import (
    CSV,
    JSON_LINES,
    write_csv_head,
    write_csv_row,
    write_json_line,
)
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.site.database_file import DatabaseFile

AUTHORITIES, CITATIONS = "authorities.json", "citations.csv"


def list_data_names(choices: SiteChoices) -> tuple[str, ...]:
    """Return the names of the files that `write_data` writes."""
    names = (AUTHORITIES, CITATIONS, CSV, JSON_LINES)
    return (*names, DATABASE) if choices.database else names


def write_data(index: ArchiveIndex, choices: SiteChoices, site: Path) -> None:
    """Write orders and authorities as data below `site`. Papers that are no orders are left out.

    Raises OSError and ArchiveError where the system refuses.
    """
    with (site / AUTHORITIES).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(write_authorities_json(index.archive))
    orders = _write_orders(index, choices, site)
    if not choices.database:
        for _ in orders:
            pass
        return
    database = DatabaseFile(page_size=4096)
    database.make(partial(fill_database, index=index, orders=orders))
    with (site / DATABASE).open("wb") as copy:
        copy.writelines(database.stream())


def _write_orders(index: ArchiveIndex, choices: SiteChoices, site: Path) -> Iterator[OrderData]:
    """Write each order into the tables and lines, and yield what the database takes of it."""
    with ExitStack() as files:
        table, lines, citations = (
            files.enter_context((site / name).open("wb")) for name in (CSV, JSON_LINES, CITATIONS)
        )
        table.write(write_csv_head())
        citations.write(write_citations_head())
        for place in index.list_orders():
            record = make_record(index.order(place), choices.site_url)
            places = locate_citations(index, place)
            table.write(write_csv_row(record))
            lines.write(write_json_line(record))
            citations.write(write_citations(index, place, record, places))
            yield record, places
