"""The whole archive as one SQLite database, for Datasette, sqlite3 and DuckDB.

Orders come one at a time; nothing as large as the archive is held.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from typing import Any, NamedTuple

from build_scripts.model.archive import Archive, ArchivedOrder, Facet, LinkTarget
from build_scripts.model.description import FIELDS
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import UNSTATED
from build_scripts.site.data.csv_tables import CitationPlace, list_authority_paths, place_citations
from build_scripts.site.data.json_lines import present_authority
from build_scripts.site.data.record import make_record, present_similar, publish_record

DATABASE = "archive.sqlite.gz"
_LISTS = ("rulings", "parties", "footnotes", "subsequent_history")
OF_ORDERS = ("orders", "order_judges", *_LISTS, "citations", "texts")
"""The tables whose rows `list_rows` lists, each with the address of its order."""
KEPT = "kept_rows"
"""The table that a database has in the cache only: what the rows of each order were made of."""

_COLUMNS = tuple(name for name, field in FIELDS.items() if not field.has_parts)
"""Fields of an order with a column in its row; those with parts have a table each."""


def _declare(name: str) -> str:
    field = FIELDS[name]
    number = "INTEGER" if field.type in (bool, int) else "TEXT"
    needed = " NOT NULL" if field.several or name == "is_order" else ""
    refers = " REFERENCES courts (court)" if name == "court" else ""
    return f"  {name} {number}{needed}{refers},\n"


_SQL = files(__package__).joinpath("archive_database.sql").read_text(encoding="utf-8")
_TABLES, *_INDEXES = _SQL.partition("CREATE INDEX")
_SCHEMA = _TABLES.replace(
    "  -- the fields of an order with one value\n", "".join(map(_declare, _COLUMNS))
)
_Row = dict[str, Any]
_Cell = str | bool | int | float | None
_JSON = json.JSONEncoder(ensure_ascii=False)


class Rows(NamedTuple):
    """Rows of a table, with its columns."""

    table: str
    columns: tuple[str, ...]
    cells: tuple[tuple[_Cell, ...], ...]


class ListedOrders:
    """The orders of the database, and the judges that its rows can refer to."""

    def __init__(self, index: ArchiveIndex) -> None:
        self.orders = [index.order(place) for place in index.list_orders()]
        self.addresses = {archived.address for archived in self.orders}
        self.judges = _list_judges(index.archive, self.orders)
        self._paths = {row["path"] for row in self.judges}

    def find_references(self, archived: ArchivedOrder) -> "References":
        """Return what the rows of an order can refer to."""
        slugs = archived.judge_slugs or ("",) * len(archived.order.description.judges)
        paths = (f"{Facet.JUDGE.value}/{slug}" for slug in slugs)
        cited = {link.url for link in archived.links if link and link.target is LinkTarget.ARCHIVE}
        return References(
            tuple(path if path in self._paths else None for path in paths),
            frozenset(cited - self.addresses),
        )


class References(NamedTuple):
    """The judges' pages of an order's rows, None for none, and cited orders that are left out."""

    judges: tuple[str | None, ...]
    left_out: frozenset[str]


def fill_database(
    connection: sqlite3.Connection,
    index: ArchiveIndex,
    orders: Iterable[Iterable[Rows] | str],
    last: str = "",
) -> None:
    """Create the tables in an empty database and fill them; the same archive gives the same bytes.

    `orders` are the rows of each listed order, in the archive's sequence, or its address: its rows
    are then those of `last`, the URI of an earlier database. Papers that are no orders are left
    out, as in `orders.csv`. Every foreign key holds: a reference to an order that is left out is
    NULL.
    """
    archive, listed = index.archive, ListedOrders(index)
    if last:
        connection.execute("ATTACH ? AS last", (last,))
    connection.executescript(f"PRAGMA encoding = 'UTF-8'; BEGIN;{_SCHEMA}")
    _insert(connection, make_rows("courts", _list_courts(listed.orders)))
    _insert(connection, make_rows("cases", _list_named_cases(archive)))
    _insert(connection, make_rows("judges", listed.judges))
    copying = _write_copying(connection)
    for order in orders:
        if isinstance(order, str):
            for statement in copying:
                connection.execute(statement, (order,))
            continue
        for rows in order:
            _insert(connection, rows)
    # Behind the orders: an order more changes many, and what is before it keeps its place.
    for archived in listed.orders:
        _insert(connection, make_rows("similar", _list_similar(archived)))
    _insert(connection, make_rows("authorities", _list_authorities(archive, listed.addresses)))
    _insert(connection, make_rows("order_cases", _list_cases(archive)))
    connection.commit()
    connection.executescript(f"BEGIN;{''.join(_INDEXES)}COMMIT;")


def _write_copying(connection: sqlite3.Connection) -> Iterable[str]:
    """Return the statements that copy an order's rows, each in the sequence of the last database;
    they get new numbers.
    """
    ask = "SELECT name FROM pragma_table_info(?) WHERE name <> 'id'"
    columns = {table: connection.execute(ask, (table,)).fetchall() for table in OF_ORDERS}
    names = {table: ", ".join(name for (name,) in found) for table, found in columns.items()}
    return [
        f"INSERT INTO {table} ({own}) "  # noqa: S608 (ours)
        f"SELECT {own} FROM last.{table} WHERE address = ? ORDER BY rowid"
        for table, own in names.items()
    ]


def note_rows(connection: sqlite3.Connection, made_of: Mapping[str, str]) -> None:
    """Note in a filled database what the rows of each of its orders were made of."""
    connection.execute(f"CREATE TABLE {KEPT} (address TEXT, made_of TEXT)")
    connection.executemany(f"INSERT INTO {KEPT} VALUES (?, ?)", made_of.items())  # noqa: S608 (ours)
    connection.commit()


def read_noted(uri: str) -> dict[str, str]:
    """Return what `note_rows` noted."""
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        return dict(connection.execute(f"SELECT * FROM {KEPT}"))  # noqa: S608 (ours)


def list_rows(
    published: Mapping[str, Any], places: Sequence[CitationPlace], references: References
) -> tuple[Rows, ...]:
    """Return an order's rows by its record and its citations' places, but similar orders."""
    address = published["address"]
    return (
        make_rows("orders", [_row_of_order(published)]),
        make_rows("order_judges", _list_order_judges(published, references)),
        *(
            make_rows(table, ({"address": address, **one} for one in published[table]))
            for table in _LISTS
        ),
        make_rows("citations", _list_citations(published, places, references)),
        make_rows("texts", [{"address": address, "text": published["text"]}]),
    )


def list_all_rows(index: ArchiveIndex, site_url: str = "") -> Iterator[tuple[Rows, ...]]:
    """Yield the rows of each listed order, for `fill_database`; `site_url` as for `make_record`."""
    listed = ListedOrders(index)
    for place in index.list_orders():
        archived = index.order(place)
        published = publish_record(make_record(archived, site_url))
        places = place_citations(archived, list_authority_paths(index, place))
        yield list_rows(published, places, listed.find_references(archived))


def make_rows(table: str, rows: Iterable[_Row]) -> Rows:
    """Return rows with the same keys; the keys are the table's columns."""
    rows = list(rows)
    columns = tuple(rows[0]) if rows else ()
    return Rows(table, columns, tuple(tuple(map(_write_cell, row.values())) for row in rows))


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    if not rows.cells:
        return
    names, places = ", ".join(rows.columns), ", ".join("?" * len(rows.columns))
    statement = f"INSERT INTO {rows.table} ({names}) VALUES ({places})"  # noqa: S608 (ours)
    connection.executemany(statement, rows.cells)


def _write_cell(value: Any) -> Any:
    return _JSON.encode(value) if isinstance(value, list | dict) else value


def _list_courts(orders: Iterable[ArchivedOrder]) -> list[_Row]:
    courts = (archived.order.description.court for archived in orders)
    names = {claim.value.court_id: claim.value.name for claim in courts if claim}
    return [{"court": court, "court_name": name} for court, name in sorted(names.items())]


def _list_named_cases(archive: Archive) -> Iterator[_Row]:
    for group in sorted(archive.groups.get(Facet.CASE, ()), key=lambda group: group.slug):
        yield {"path": f"{Facet.CASE.value}/{group.slug}", "case_name": group.label}


def _list_judges(archive: Archive, orders: Iterable[ArchivedOrder]) -> list[_Row]:
    """List the judges of the orders, without the group of orders that name none.

    Initials identify no person for sure: `known_as` has them if nothing else is printed.
    """
    named = {
        slug
        for archived in orders
        for claim, slug in zip(
            archived.order.description.judges, archived.judge_slugs, strict=False
        )
        if claim.value.name
    }
    return [
        {
            "path": f"{Facet.JUDGE.value}/{group.slug}",
            "name": group.label,
            "known_as": "name" if group.slug in named else "initials",
        }
        for group in sorted(archive.groups.get(Facet.JUDGE, ()), key=lambda group: group.slug)
        if group.slug not in UNSTATED
    ]


def _list_cases(archive: Archive) -> Iterator[_Row]:
    places = (
        (member, f"{Facet.CASE.value}/{group.slug}")
        for group in archive.groups.get(Facet.CASE, ())
        for member in group.members
    )
    for member, path in sorted(places):
        yield {"address": archive.orders[member].address, "case_path": path}


def _list_authorities(archive: Archive, here: set[str]) -> Iterator[_Row]:
    for authority in archive.authorities:
        row = present_authority(authority)
        yield {**row, "in_archive": row["in_archive"] if row["in_archive"] in here else None}


def _row_of_order(published: Mapping[str, Any]) -> _Row:
    names = (
        *("address", "url", *_COLUMNS, "page_numbers", "page_labels"),
        *("confidence", "unconfirmed", "specimen"),
    )
    source = {f"source_{name}": value for name, value in published["source"].items()}
    day = published["date"] or published["date_filed"]
    year = int(day[:4]) if day else None
    return {**{name: published[name] for name in names}, **source, "year": year}


def _list_order_judges(published: Mapping[str, Any], references: References) -> Iterator[_Row]:
    for path, judge in zip(references.judges, published["judges"], strict=True):
        yield {"address": published["address"], "judge_path": path, **judge}


def _list_similar(archived: ArchivedOrder) -> Iterator[_Row]:
    for one in present_similar(archived):
        kept = {name: value for name, value in one.items() if name != "order"}
        yield {"address": archived.address, "similar_address": one["order"], **kept}


def _list_citations(
    published: Mapping[str, Any], places: Sequence[CitationPlace], references: References
) -> Iterator[_Row]:
    for presented, at in zip(published["citations"], places, strict=True):
        yield {
            "address": published["address"],
            **presented,
            "authority_path": at.authority_path or None,
            "target": at.target,
            "cited_address": None if at.cited_address in references.left_out else at.cited_address,
            "place": at.place.words,
            "page": at.place.page or None,
            "sheet": at.place.sheet or None,
            "anchor": at.place.anchor or None,
        }
