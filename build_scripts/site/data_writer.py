"""Writes the archive's data in one pass over its orders: each order's own, and all of them."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import ExitStack, closing, contextmanager
from functools import lru_cache, partial
from hashlib import sha256
from io import BufferedWriter
from pathlib import Path
from struct import calcsize, pack, unpack_from
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
    note_rows,
    read_noted,
)
from build_scripts.site.data.authorities_json import write_authorities_json
from build_scripts.site.data.csv_tables import (
    CITATION_COLUMNS,
    TABLES,
    CitationPlace,
    list_authority_paths,
    list_citations,
    place_citations,
    write_rows,
)
from build_scripts.site.data.json_lines import JSON_LINES, add_members, write_json_line
from build_scripts.site.data.publication import Publication
from build_scripts.site.data.record import (
    OrderRecord,
    make_record,
    present_similar,
    publish_record,
)
from build_scripts.site.database_file import DatabaseFile

AUTHORITIES, CITATIONS = "authorities.json.gz", "citations.csv.gz"
SCHEMA = "corrections.schema.json"
"""The JSON schema of corrections files, for editors that check while one types."""
_LEVEL = 5  # of gzip: a third faster than 6, and 1 % larger
_ORDERS_A_STRETCH = 8
_STRETCH = 128 * 1024  # bytes: four times what compression looks back
_FACTS = "<LQ"  # of a stretch: its sum and its size, before it is compressed
_LAST = "last"  # the name of the kept database
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
    references = ListedOrders(index)

    def list_inputs(place: int) -> _Inputs:
        archived, paths = index.order(place), list_authority_paths(index, place)
        refers = references.find_references(archived)
        return _Inputs(archived.identity, paths, refers, choices.site_url)

    orders = [
        _Order(
            archived, name_data_file(archived, choices), partial(list_inputs, i), publication, kept
        )
        for i, archived in enumerate(index.archive.orders)
    ]
    listed = [orders[place] for place in index.list_orders()]

    def list_all_inputs() -> object:
        rows = [one.list_parts() for one in listed]
        return rows, index.archive.authorities, index.archive.groups

    for first in ("", *(one.address for one in listed)):
        kept.hold(f"{JSON_LINES}/{first}")  # they may need no making now, but in the next build
        kept.hold(f"{CITATIONS}/{first}")
    for piece in (_LAST, *range(_MOST_PIECES)) if choices.database else ():
        kept.hold(f"{DATABASE}/{piece}")
    names = [name for name in list_data_names(choices) if name != SCHEMA]
    written = _write_own(orders, set(listed), site, kept, is_compact=choices.compact)
    make = partial(_write_whole, index, written, site, choices, kept)
    database = kept.write({name: site / name for name in names}, list_all_inputs, make)
    for _ in written:  # all of them, if the whole archive's files are those of an earlier build
        pass
    return database


def _write_schema() -> str:
    from build_scripts.describing.corrections.models import write_schema  # slow to load

    return f"{write_schema()}\n"


def _write_whole(
    index: ArchiveIndex,
    orders: Iterable["_Order"],
    site: Path,
    choices: SiteChoices,
    kept: KeptResults,
) -> DatabaseFile | None:
    """Write the files that hold all orders; return the database, if there is one."""
    with _pack(site / AUTHORITIES) as file:
        file.writelines(write_authorities_json(index.archive))
    with ExitStack() as files:
        tables = [files.enter_context((site / name).open("wb")) for name in TABLES]
        lines, citations = (
            files.enter_context(closing(_Stretches(site / name, kept.keep)))
            for name in (JSON_LINES, CITATIONS)
        )
        for table, (columns, _) in zip(tables, TABLES.values(), strict=True):
            table.write(write_rows([columns]))
        head = write_rows([CITATION_COLUMNS])
        citations.add("", len(head), head, partial(bytes, head))

        def write_order(one: _Order) -> None:
            own = one.find_tables()
            for table, rows in zip(tables, own.rows, strict=True):
                table.write(rows)
            lines.add(one.address, own.line, one.list_parts(), one.write_line)
            citations.add(one.address, own.citations, one.made_of, one.load_citations)

        if not choices.database:
            for one in orders:
                write_order(one)
            return None
        database, last = DatabaseFile(page_size=4096), DatabaseFile(page_size=4096)
        known: Mapping[str, str] = {}
        if kept.load_last(f"{DATABASE}/{_LAST}", last.place):
            with closing(last.connect()) as connection:
                known = read_noted(connection)

        def list_rows() -> Iterator[tuple[Rows, ...] | str]:
            for one in orders:
                write_order(one)
                is_known = known.get(one.address, "") == kept.rows.get(one.address)
                yield one.address if is_known else one.list_rows()

        copied = f"{last.place.as_uri()}?mode=ro&immutable=1" if known else ""
        database.make(partial(fill_database, index=index, orders=list_rows(), last=copied))
    with closing(_Stretches(site / DATABASE, kept.keep, lambda _: True)) as copy:
        for number, piece in enumerate(database.stream()):
            copy.add(str(number), len(piece), sha256(piece).digest(), partial(bytes, piece))
    database.make(partial(note_rows, rows=kept.rows))
    kept.save_last(f"{DATABASE}/{_LAST}", database.place)
    return database


class _Inputs(NamedTuple):
    """What an order's parts are made of; `paths` are those of the authorities that it cites."""

    identity: tuple[object, ...]
    paths: tuple[str, ...]
    references: References
    site_url: str


class _Parts(NamedTuple):
    """An order's part of the large data files; its JSON is without similar orders."""

    line: bytes
    citations: bytes


class _Tables(NamedTuple):
    """An order's rows of the small tables, and the bytes of its other parts."""

    rows: tuple[bytes, ...]
    line: int
    citations: int


class _Order:
    """An order's part of the data files, each made or taken from an earlier build when asked for.

    `file` is the path of its own, `members` are those of its line that other orders or the
    publication give.
    """

    def __init__(
        self,
        archived: ArchivedOrder,
        file: str,
        list_inputs: Callable[[], _Inputs],
        publication: Publication | None,
        kept: KeptResults,
    ) -> None:
        self.archived, self.file, self.list_inputs = archived, file, list_inputs
        self.address = archived.address
        own = publication.present(self.address) if publication else {}
        self.members = {"similar": present_similar(archived), **own}
        self.made_of = kept.digest(list_inputs())
        self._keep = partial(kept.keep, made_of=lambda: self.made_of)
        kept.note_rows(self.address, lambda: self.made_of)
        for name in self.parts:
            kept.hold(name)  # the files may need no making now, but in the next build

    @property
    def parts(self) -> tuple[str, str]:
        """Return the names of its parts that are kept."""
        return f"{self.address}/data", f"{self.address}/tables"

    def list_parts(self) -> object:
        """Return what its line is made of."""
        return self.made_of, self.members

    def write_line(self) -> bytes:
        """Return its line of all orders, which is its own file."""
        return add_members(self._find_parts().line, self.members)

    def load_citations(self) -> bytes:
        """Return its rows of all citations."""
        return self._find_parts().citations

    def find_tables(self) -> _Tables:
        """Return its rows of the small tables."""
        return self._keep(self.parts[1], kind=_Tables, make=self._make_tables)

    def list_rows(self) -> tuple[Rows, ...]:
        """Return its rows of the database."""
        _, published, places = _read(self)
        return list_rows(published, places, self.list_inputs().references)

    def _find_parts(self) -> _Parts:
        return self._keep(self.parts[0], kind=_Parts, make=self._make_parts)

    def _make_parts(self) -> _Parts:
        record, published, places = _read(self)
        return _Parts(write_json_line(published), write_rows(list_citations(record, places)))

    def _make_tables(self) -> _Tables:
        record, _, _ = _read(self)
        rows = tuple(write_rows(list_lines(record)) for _, list_lines in TABLES.values())
        return _Tables(rows, *map(len, self._find_parts()))


@lru_cache(maxsize=1)  # all parts of an order are made one after the other
def _read(one: _Order) -> tuple[OrderRecord, Mapping[str, Any], tuple[CitationPlace, ...]]:
    own, inputs = one.archived.alone, one.list_inputs()
    record = make_record(own, inputs.site_url)
    published = publish_record(record)
    del published["similar"]
    return record, published, place_citations(own, inputs.paths)


def _write_own(
    orders: Iterable[_Order],
    listed: Set[_Order],
    site: Path,
    kept: KeptResults,
    *,
    is_compact: bool,
) -> Iterator[_Order]:
    """Write each order's own file, or a list of those of a compact archive's court and year; yield
    the listed orders.
    """
    lists = set[Path]()
    for one in orders:
        path = site / one.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if is_compact:
            line = one.write_line().removesuffix(b"\n")
            with path.open("ab" if path in lists else "wb") as file:
                file.write((b",\n" if path in lists else b"[\n") + line)
            lists.add(path)
        else:
            path.unlink(missing_ok=True)  # it was offered empty
            kept.write({one.file: path}, one.list_parts, lambda: path.write_bytes(one.write_line()))  # noqa: B023 (called now)
        if one in listed:
            yield one
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
        self._parts: list[tuple[object, Callable[[], bytes]]] = []
        self._first = ""  # the name of the first of these
        self._sum = self._size = self._length = 0

    def add(self, name: str, length: int, made_of: object, load: Callable[[], bytes]) -> None:
        """Write a part, an order's lines of about this length, which are loaded only if they are
        made of something else. Its name decides whether a stretch begins with it.
        """
        if self._parts and (self._begins(name) or self._length > _STRETCH):
            self._write()
        self._first = self._first or name
        self._parts.append((made_of, load))
        self._length += length

    def _write(self) -> None:
        made_of = tuple(one for one, _ in self._parts)
        make = partial(_deflate, [load for _, load in self._parts])
        kept = self._keep(f"{self._name}/{self._first}", lambda: made_of, bytes, make)
        added, size = unpack_from(_FACTS, kept)
        self._file.write(memoryview(kept)[calcsize(_FACTS) :])
        self._sum, self._size = _join_sums(self._sum, added, size), self._size + size
        self._parts, self._first, self._length = [], "", 0

    def close(self) -> None:
        """Write the rest, and the end of the file."""
        with self._file:
            self._write()
            self._file.write(b"\x03\0" + pack("<LL", self._sum, self._size & 0xFFFFFFFF))


def _deflate(loads: Iterable[Callable[[], bytes]]) -> bytes:
    """Return the sum and the size of data, and it compressed so that other such data can follow."""
    data = b"".join(load() for load in loads)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
    return pack(_FACTS, crc32(data), len(data)) + packed


def _join_sums(first: int, second: int, size: int) -> int:
    """Return the sum of two pieces one after the other, of which the second has so many bytes."""
    blank = bytes(size)
    return crc32(blank, first) ^ crc32(blank) ^ second


@contextmanager
def _pack(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be compressed without a date: the same content gives the same bytes."""
    with ExitStack() as files:
        file = files.enter_context(path.open("wb"))
        packed = files.enter_context(gzip.GzipFile("", "wb", _LEVEL, file, mtime=0))
        yield files.enter_context(BufferedWriter(packed, _STRETCH))
