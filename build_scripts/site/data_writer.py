"""Writes the archive's data in one pass over its orders: each order's own, and all of them."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import cache, partial
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
from build_scripts.site.data.csv_tables import (
    CITATION_COLUMNS,
    TABLES,
    CitationPlace,
    list_authority_paths,
    list_citations,
    place_citations,
    write_rows,
)
from build_scripts.site.data.json_lines import (
    JSON_LINES,
    add_members,
    write_authorities_json,
    write_json_line,
)
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
_Inputs = tuple[tuple[object, ...], tuple[str, ...], References, str]
"""What an order's parts are made of: itself, the paths of the authorities that it cites, what its
rows refer to, the site's address.
"""
_Tables = tuple[tuple[bytes, ...], int, int]
"""An order's rows of the small tables, and the sizes of its other parts."""
_FACTS = "<LQ"  # of a stretch: its sum and its size, before it is compressed
_LAST = "last database"  # the name of the kept one
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
        return archived.identity, paths, refers, choices.site_url

    digest_inputs = cache(lambda place: kept.digest(list_inputs(place)))

    @cache
    def find_members(place: int) -> Mapping[str, Any]:
        archived = index.order(place)
        own = publication.present(archived.address) if publication else {}
        return {"similar": present_similar(archived), **own}

    def find_order(place: int) -> _Order:
        made_of = digest_inputs(place)
        kept.note_rows(index.order(place).address, lambda: made_of)
        keep = partial(kept.keep, made_of=lambda: made_of)
        make_inputs = partial(list_inputs, place)
        return _find_order(index.order(place), make_inputs, made_of, find_members(place), keep)

    def list_all_inputs() -> object:
        rows = [(digest_inputs(place), find_members(place)) for place in index.list_orders()]
        return rows, index.archive.authorities, index.archive.groups

    addresses = (index.order(place).address for place in index.list_orders())
    for first in ("", *addresses):
        kept.hold(f"{JSON_LINES}/{first}")  # they may need no making now, but in the next build
        kept.hold(f"{CITATIONS}/{first}")
    for piece in range(_MOST_PIECES) if choices.database else ():
        kept.hold(f"{DATABASE}/{piece}")
    if choices.database:
        kept.hold(_LAST)
    names = [name for name in list_data_names(choices) if name != SCHEMA]
    orders = map(find_order, range(len(index.archive.orders)))
    written = _write_own(orders, choices, site, kept)
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
            address, (own, *sizes) = one.archived.address, one.load_tables()
            for table, rows in zip(tables, own, strict=True):
                table.write(rows)
            lines.add(address, sizes[0], one.line_parts, one.load_line)
            citations.add(address, sizes[1], one.made_of, one.load_citations)

        if not choices.database:
            for one in orders:
                write_order(one)
            return None
        database, last = DatabaseFile(page_size=4096), DatabaseFile(page_size=4096)
        uri, made_of = f"{last.place.as_uri()}?mode=ro&immutable=1", dict[str, str]()
        known = read_noted(uri) if kept.load_last(_LAST, last.place) else {}

        def list_rows() -> Iterator[tuple[Rows, ...] | str]:
            for one in orders:
                write_order(one)
                address = one.archived.address
                made_of[address] = own = kept.rows.get(address, "")
                yield address if own and known.get(address) == own else one.list_rows()

        last_uri = uri if known else ""
        database.make(partial(fill_database, index=index, orders=list_rows(), last=last_uri))
    with closing(_Stretches(site / DATABASE, kept.keep, lambda _: True)) as copy:
        for number, piece in enumerate(database.stream()):
            copy.add(str(number), len(piece), sha256(piece).digest(), partial(bytes, piece))
    database.make(partial(note_rows, made_of=made_of))
    kept.save_last(_LAST, database.place)
    return database


class _Order(NamedTuple):
    """An order's parts of the data files, each made or taken from an earlier build when asked for;
    what its line is made of, and all else.
    """

    archived: ArchivedOrder
    line_parts: tuple[bytes, Mapping[str, Any]]
    made_of: bytes
    load_line: Callable[[], bytes]
    load_citations: Callable[[], bytes]
    load_tables: Callable[[], _Tables]
    list_rows: Callable[[], tuple[Rows, ...]]


def _find_order(
    archived: ArchivedOrder,
    list_inputs: Callable[[], _Inputs],
    made_of: bytes,
    members: Mapping[str, Any],
    keep: Callable[..., Any],
) -> _Order:
    @cache  # as long as the order is written
    def read() -> tuple[OrderRecord, dict[str, Any], tuple[CitationPlace, ...], References]:
        own, (_, paths, references, site_url) = archived.alone, list_inputs()
        record = make_record(own, site_url)
        published = publish_record(record)
        del published["similar"]
        return record, published, place_citations(own, paths), references

    def make_large() -> tuple[bytes, bytes]:
        record, published, places, _ = read()
        return write_json_line(published), write_rows(list_citations(record, places))

    def make_tables() -> _Tables:
        rows = tuple(write_rows(list_lines(read()[0])) for _, list_lines in TABLES.values())
        line, citations = load()
        return rows, len(line), len(citations)

    name = archived.address
    load = partial(keep, f"{name}/data", kind=tuple[bytes, bytes], make=make_large)
    return _Order(
        archived,
        (made_of, members),
        made_of,
        lambda: add_members(load()[0], members),
        lambda: load()[1],
        partial(keep, f"{name}/tables", kind=_Tables, make=make_tables),
        lambda: list_rows(*read()[1:]),
    )


def _write_own(
    orders: Iterable[_Order], choices: SiteChoices, site: Path, kept: KeptResults
) -> Iterator[_Order]:
    """Write each order's own file, or a list of those of a compact archive's court and year; yield
    the listed orders.
    """
    lists = set[Path]()
    for one in orders:
        name = name_data_file(one.archived, choices)
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for part in ("data", "tables"):
            kept.hold(f"{one.archived.address}/{part}")  # this build may not ask for them
        if choices.compact:
            with path.open("ab" if path in lists else "wb") as file:
                file.write((b",\n" if path in lists else b"[\n") + one.load_line()[:-1])
            lists.add(path)
        else:
            path.unlink(missing_ok=True)  # it was offered empty
            write = partial(_write_line, path, one.load_line)
            kept.write({name: path}, partial(tuple, one.line_parts), write)
        if one.archived.order.description.is_listed:
            yield one
    for path in lists:
        with path.open("ab") as file:
            file.write(b"\n]\n")


def _write_line(path: Path, load: Callable[[], bytes]) -> None:
    path.write_bytes(load())


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

    def add(self, name: str, size: int, made_of: object, load: Callable[[], bytes]) -> None:
        """Write a part, an order's lines of about this size, loaded only if they are made of
        something else than in the last build. Its name decides whether a stretch begins with it.
        """
        if self._parts and (self._begins(name) or self._length > _STRETCH):
            self._write()
        self._first = self._first or name
        self._parts.append((made_of, load))
        self._length += size

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
