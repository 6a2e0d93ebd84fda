"""Writes the archive's data in one pass over its orders: each order's own, and all of them."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import cache, partial
from hashlib import sha256
from io import BufferedWriter
from pathlib import Path
from struct import pack
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from build_scripts.convert.durations import log_duration
from build_scripts.convert.kept import NOTHING_KEPT, KeptResults
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import Keep, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.originals import name_data_file
from build_scripts.site.data.archive_database import (
    DATABASE,
    ListedOrders,
    References,
    Rows,
    fill_database,
    list_rows,
)
from build_scripts.site.data.authorities_json import write_authorities_json
from build_scripts.site.data.csv_tables import (
    CITATION_COLUMNS,
    TABLES,
    list_authority_paths,
    list_citations,
    place_citations,
    write_rows,
)
from build_scripts.site.data.json_lines import JSON_LINES, add_members, write_json_line
from build_scripts.site.data.publication import Publication
from build_scripts.site.data.record import make_record, present_similar, publish_record
from build_scripts.site.database_file import DatabaseFile

AUTHORITIES, CITATIONS = "authorities.json.gz", "citations.csv.gz"
SCHEMA = "corrections.schema.json"
"""The JSON schema of corrections files, for editors that check while one types."""
_LEVEL = 5  # of gzip: a third faster than 6, and 1 % larger
_ORDERS_A_STRETCH = 8
_STRETCH = 128 * 1024  # bytes: four times what compression looks back
_MOST_PIECES = 2048  # of the database that stay for the next build: 2 GB


def list_data_names(choices: SiteChoices) -> tuple[str, ...]:
    """Return the names of the whole archive's files that `write_data` writes."""
    names = (AUTHORITIES, CITATIONS, JSON_LINES, SCHEMA, *TABLES)
    return (*names, DATABASE) if choices.database else names


@log_duration("data files")
def write_data(
    index: ArchiveIndex,
    choices: SiteChoices,
    site: Path,
    kept: KeptResults = NOTHING_KEPT,
    publication: Publication | None = None,
) -> DatabaseFile | None:
    """Write orders and authorities as data below `site`. Papers that are no orders are left out of
    the files that hold all. Each order's line has what proves it from the `publication`. Return the
    database, if it was written now.

    Raises OSError and ArchiveError if the system refuses.
    """
    (site / SCHEMA).write_text(kept.keep(SCHEMA, tuple, str, _write_schema), encoding="utf-8")
    listed = ListedOrders(index)

    def list_inputs(place: int) -> _Inputs:
        archived, paths = index.order(place), list_authority_paths(index, place)
        references = listed.find_references(archived)
        return _Inputs(archived.identity, paths, references, choices.site_url)

    digest_inputs = cache(lambda place: kept.digest(list_inputs(place)))

    def find_parts(place: int) -> _Parts:
        archived = index.order(place)
        kept.note_rows(archived.address, lambda: digest_inputs(place))
        return kept.keep(
            f"{archived.address}/data",
            lambda: digest_inputs(place),
            _Parts,
            lambda: _make_parts(archived.alone, list_inputs(place)),
        )

    def find_own(place: int) -> tuple[object, Mapping[str, Any]]:
        """Return what an order's line is made of, and its members besides those of its parts."""
        archived = index.order(place)
        own = publication.present(archived.address) if publication else {}
        return digest_inputs(place), {"similar": present_similar(archived), **own}

    orders = _write_orders(index, find_parts, find_own, choices, site, kept)

    def list_all_inputs() -> object:
        rows = list(map(find_own, index.list_orders()))
        return rows, index.archive.authorities, index.archive.groups

    addresses = (index.order(place).address for place in index.list_orders())
    for first in ("", *addresses):  # the files may need no writing now, but in the next build
        kept.hold(f"{JSON_LINES}/{first}")
        kept.hold(f"{CITATIONS}/{first}")
    for number in range(_MOST_PIECES if choices.database else 0):
        kept.hold(f"{DATABASE}/{number}")
    names = [name for name in list_data_names(choices) if name != SCHEMA]
    make = partial(_write_whole, index, orders, site, choices, kept.keep)
    database = kept.write({name: site / name for name in names}, list_all_inputs, make)
    for _ in orders:  # all of them, if the whole archive's files are those of an earlier build
        pass
    return database


def _write_schema() -> str:
    from build_scripts.describing.corrections.models import write_schema  # slow to load

    return f"{write_schema()}\n"


def _write_whole(
    index: ArchiveIndex,
    orders: Iterable["_Written"],
    site: Path,
    choices: SiteChoices,
    keep: Keep,
) -> DatabaseFile | None:
    """Write the files that hold all orders; return the database, if there is one."""
    database = DatabaseFile(page_size=4096) if choices.database else None
    with _pack(site / AUTHORITIES) as file:
        file.writelines(write_authorities_json(index.archive))
    with ExitStack() as files:
        tables = [files.enter_context((site / name).open("wb")) for name in TABLES]
        lines, citations = (
            files.enter_context(closing(_Stretches(site / name, keep)))
            for name in (JSON_LINES, CITATIONS)
        )
        for table, (columns, _) in zip(tables, TABLES.values(), strict=True):
            table.write(write_rows([columns]))
        citations.add("", write_rows([CITATION_COLUMNS]))

        def write_order(one: _Written) -> tuple[Rows, ...]:
            for table, rows in zip(tables, one.parts.tables, strict=True):
                table.write(rows)
            lines.add(one.address, one.line)
            citations.add(one.address, one.parts.citations)
            return one.parts.rows

        rows = map(write_order, orders)
        if database:
            database.make(partial(fill_database, index=index, orders=rows))
            with closing(_Stretches(site / DATABASE, keep, lambda _: True)) as copy:
                for number, piece in enumerate(database.stream()):
                    copy.add(str(number), piece)
        for _ in rows:
            pass
    return database


class _Inputs(NamedTuple):
    """What an order's parts are made of; `paths` are those of the authorities that it cites."""

    identity: tuple[object, ...]
    paths: tuple[str, ...]
    references: References
    site_url: str


class _Parts(NamedTuple):
    """An order's part of the data files; its JSON is without similar orders, as its rows are."""

    line: bytes
    tables: tuple[bytes, ...]
    citations: bytes
    rows: tuple[Rows, ...]


class _Written(NamedTuple):
    """A listed order whose own file is written: its parts, and its whole line."""

    address: str
    parts: _Parts
    line: bytes


def _make_parts(own: ArchivedOrder, inputs: _Inputs) -> _Parts:
    """Return the parts of an order `alone`."""
    record = make_record(own, inputs.site_url)
    places = place_citations(own, inputs.paths)
    published = publish_record(record)
    del published["similar"]
    return _Parts(
        write_json_line(published),
        tuple(write_rows(list_lines(record)) for _, list_lines in TABLES.values()),
        write_rows(list_citations(record, places)),
        list_rows(published, places, inputs.references),
    )


def _write_orders(
    index: ArchiveIndex,
    find_parts: Callable[[int], _Parts],
    find_own: Callable[[int], tuple[object, Mapping[str, Any]]],
    choices: SiteChoices,
    site: Path,
    kept: KeptResults,
) -> Iterator[_Written]:
    """Write each order's own file, or a list of those of a compact archive's court and year; yield
    the listed orders.
    """
    listed, lists = set(index.list_orders()), set[Path]()
    for place, archived in enumerate(index.archive.orders):
        parts, own = find_parts(place), find_own(place)
        line = add_members(parts.line, own[-1])
        name = name_data_file(archived, choices)
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if choices.compact:
            with path.open("ab" if path in lists else "wb") as file:
                file.write((b",\n" if path in lists else b"[\n") + line.removesuffix(b"\n"))
            lists.add(path)
        else:
            path.unlink(missing_ok=True)  # it was offered empty
            kept.write({name: path}, partial(find_own, place), partial(path.write_bytes, line))
        if place in listed:
            yield _Written(archived.address, parts, line)
    for path in lists:
        with path.open("ab") as file:
            file.write(b"\n]\n")


def _begins_stretch(address: str) -> bool:
    return crc32(address.encode()) % _ORDERS_A_STRETCH == 0


class _Stretches:
    """A compressed file of named parts, a few of which are compressed together and kept: an order
    more changes one such stretch or a few. So few begin anew that it is hardly larger.
    """

    def __init__(
        self, path: Path, keep: Keep, begins: Callable[[str], bool] = _begins_stretch
    ) -> None:
        self._name, self._keep, self._file = path.name, keep, path.open("wb")
        self._begins = begins
        self._file.write(b"\x1f\x8b\x08" + bytes(6) + b"\xff")  # gzip, without name and date
        self._lines: list[bytes] = []
        self._first = ""  # the name of the first of these
        self._sum = self._size = self._length = 0

    def add(self, name: str, lines: bytes) -> None:
        """Write a part, an order's lines. Its name decides whether a stretch begins with it."""
        if self._lines and (self._begins(name) or self._length > _STRETCH):
            self._write()
        self._first = self._first or name
        self._lines.append(lines)
        self._length += len(lines)

    def _write(self) -> None:
        lines = b"".join(self._lines)
        name, digest = f"{self._name}/{self._first}", sha256(lines).digest()
        packed = self._keep(name, lambda: digest, bytes, lambda: _deflate(lines))
        self._file.write(packed)
        self._sum, self._size = crc32(lines, self._sum), self._size + len(lines)
        self._lines, self._first, self._length = [], "", 0

    def close(self) -> None:
        """Write the rest, and the end of the file."""
        with self._file:
            self._write()
            self._file.write(b"\x03\0" + pack("<LL", self._sum, self._size & 0xFFFFFFFF))


def _deflate(data: bytes) -> bytes:
    """Return compressed data that other such data can follow."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


@contextmanager
def _pack(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be compressed without a date: the same content gives the same bytes."""
    with ExitStack() as files:
        file = files.enter_context(path.open("wb"))
        packed = files.enter_context(gzip.GzipFile("", "wb", _LEVEL, file, mtime=0))
        yield files.enter_context(BufferedWriter(packed, _STRETCH))
