"""The words in every file of a site, whatever its form: pages, data, databases, pictures, ZIPs.

A file's first bytes give its form. Compressed files are decompressed, files with mark-up are read
with it and without it, and a file of no known form is read as text all the same.
"""

import gzip
import io
import os
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from build_scripts.archive.storage.folder_walk import walk_files
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import ArchiveError
from build_scripts.site.data.archive_database import DATABASE, KEPT, OF_ORDERS
from build_scripts.site.file_words import (
    DEEPEST,
    GZIP,
    LARGEST_MEMBER,
    PIECE,
    SHARED,
    SQLITE,
    cut_file,
    encode,
    is_read_whole,
    join_rows,
    list_rows_of,
    list_tables,
    read_database,
    read_database_of,
    read_text,
    read_words,
    unpack_database,
)

_CHUNK = Pattern(
    r"(?P<version>search/[^/]+)/chunk-\d+\.gz",
    accepts=["search/0123abcd/chunk-12.gz"],
    refuses=["search/chunk-12.gz", "search/0123abcd/names.gz", "en/search/0123abcd/chunk-1.gz"],
    by="fullmatch",
)
_LINES = frozenset({"orders.jsonl.gz", "citations.csv.gz"})
_HEAD = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
_FLUSHED, _END = b"\0\0\xff\xff", b"\3\0"
"""The head of a file of lines as a build compresses it, the sign that its stretches end with, and
its last block, before a sum and the size.
"""
_CODE = (".js", ".mjs", ".css", ".map", ".wasm", ".wasm.gz", ".whl", ".woff", ".woff2", ".ttf")
"""Extensions of programs and fonts: they contain no words of orders."""
_START = 16  # bytes that show the form of a file
_OVERLAP = 4096  # bytes of a database's page

_Count = Callable[[], int]
_Words = (  # line, words, the digests of their parts, a count of the lines before
    tuple[int, bytes]
    | tuple[int, bytes, tuple[str, ...]]
    | tuple[int, bytes, tuple[str, ...], _Count]
)


class WrittenDatabase(NamedTuple):
    """The archive's database as this build wrote it, not compressed. `rows` identify those of each
    order, by address ("" for nothing): they are not read if they passed.
    """

    place: Path
    rows: Mapping[str, str]


class SiteText(NamedTuple):
    """Words of a file in UTF-8, named by its path in the site; the first are on `line`, after
    `count_before` others. `parts` are the digests of the parts of the file that they are in, if
    these may pass by themselves.
    """

    file: str
    data: bytes
    line: int = 1
    parts: tuple[str, ...] = ()
    count_before: _Count = int

    @property
    def text(self) -> str:
        """Return the words, with a sign for bytes that are not UTF-8."""
        return self.data.decode("utf-8", "replace")


def list_site_texts(
    folder: Path,
    known: Container[str] = (),
    passed: Container[str] = (),
    written: WrittenDatabase | None = None,
) -> Iterator[SiteText]:
    """Yield the words of every file below `folder` except programs and fonts; of these, the name. A
    file may yield more than once.

    The pages of the search's database are joined before they are read: a word may span two. Large
    texts and databases come in pieces of 8 MB that overlap by one, so that memory is bounded. Of
    what is `known`, by the names of `digest_readings`, the file's name alone is yielded; of lines
    and rows of all orders, those of an order are empty if their digest is one of the `passed`,
    which have the digests of orders' JSON too. `written` is the archive's database, if this build
    wrote it.
    Raises ArchiveError for a file that can't be read: its words would not be searched.
    """
    chunks: dict[str, list[Path]] = {}
    for name in _list_names(folder):
        path = folder / name
        yield SiteText(name, encode(name))
        if name.endswith(_CODE):
            continue
        if match := _CHUNK.fullmatch(name):
            chunks.setdefault(match["version"], []).append(path)
        elif name not in known:
            read: Iterable[_Words]
            if name in _LINES:
                read = _read_stretches(path, passed)
            elif name == DATABASE:
                read = _read_written(written, passed) if written else _read_packed(path, passed)
            else:
                read = _read_file(path)
            yield from _name_texts(name, path, read)
    for version, pages in chunks.items():
        if version in known:
            continue
        unpacked = (gzip.decompress(page.read_bytes()) for page in pages)
        texts = ((1, text) for text in read_database_of(unpacked))
        yield from _name_texts(version, folder / version, texts)


def digest_readings(digests: Mapping[str, str]) -> dict[str, str]:
    """Return the digest of whatever `list_site_texts` reads as one: of files, and of the pages of
    the search's database together, by the name of their folder.

    `digests` are those of a site's files. Programs and fonts, which are not read, are left out.
    """
    readings: dict[str, str] = {}
    for name, digest in sorted(digests.items()):
        if match := _CHUNK.fullmatch(name):
            before = readings.get(match["version"], "")
            readings[match["version"]] = sha256(f"{before}{digest}".encode()).hexdigest()
        elif digest and not name.endswith(_CODE):
            readings[name] = digest
    return readings


def _name_texts(name: str, place: Path, texts: Iterable[_Words]) -> Iterator[SiteText]:
    try:
        yield from (SiteText(name, text, line, *others) for line, text, *others in texts)
    except (OSError, EOFError, zlib.error) as error:
        raise ArchiveError(f"{place} can't be read: {error}. Build the site again.") from error


def _list_names(folder: Path) -> list[str]:
    try:
        names = [name for name, entry in walk_files(folder) if entry.is_file()]
    except OSError as error:
        raise ArchiveError(f"{error.filename} can't be read: {error.strerror}.") from error
    return sorted(names)


def _read_file(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the words of a file with the lines where they begin; of a large one, compressed or not,
    some of it at a time.
    """
    with path.open("rb") as raw:
        is_packed = raw.peek(2)[:2] == GZIP
        file = gzip.GzipFile(fileobj=raw) if is_packed else raw
        start = file.read(_START)
        if start.startswith(SQLITE):
            rest = iter(partial(file.read, PIECE), b"")
            read = read_database_of(chain([start], rest)) if is_packed else read_database(path)
            yield from ((1, text) for text in read)
        elif is_read_whole(start):
            read = read_words(start + file.read(LARGEST_MEMBER), DEEPEST - is_packed)
            yield from ((1, text) for text in read)
        else:
            line = 1
            for piece in cut_file(file, PIECE, SHARED, start):
                yield from ((line, text) for text in read_text(piece))
                line += piece.count(b"\n", 0, -SHARED)


def _read_stretches(path: Path, passed: Container[str]) -> Iterator[_Words]:
    """Yield the words of lines as `_read_lines`; of stretches that passed, which are compressed by
    themselves, none is read.
    """
    with path.open("rb") as file:
        is_ours = file.read(len(_HEAD)) == _HEAD
        end = file.seek(-len(_HEAD), os.SEEK_END) if is_ours else 0
        if file.read(len(_END)) != _END:
            file.seek(0)
            with gzip.open(file) as lines:
                yield from ((line, text, (own,)) for line, text, own in _read_lines(lines, passed))
            return
        packed, start = b"", file.seek(len(_HEAD))
        for piece in _cut_stretches(file, end - start):
            packed += piece
            digest = sha256(packed).hexdigest()
            if digest in passed:
                yield 1, b"", (digest,)
            elif (data := _expand_stretch(packed)) is None:
                continue  # the sign stood in the middle of it
            else:
                before = partial(_count_lines, path, start)
                for line, text, own in _read_lines(io.BytesIO(data), passed):
                    yield line, text, (own, digest), before
            packed, start = b"", start + len(packed)
    if packed:
        raise EOFError("a stretch breaks off")


def _cut_stretches(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield so many bytes of a file, cut behind each sign that a stretch may end with."""
    rest = b""
    while block := file.read(min(size, SHARED)):
        *whole, rest = (rest + block).split(_FLUSHED)
        yield from (one + _FLUSHED for one in whole)
        size -= len(block)
    if rest:
        yield rest


def _expand_stretch(packed: bytes) -> bytes | None:
    """Return what a stretch holds by itself; None if it is not whole."""
    expander = zlib.decompressobj(-zlib.MAX_WBITS)
    data = expander.decompress(packed)
    is_last = expander.eof
    expander.decompress(_END)
    return data if expander.eof and not is_last else None


def _count_lines(path: Path, end: int) -> int:
    with path.open("rb") as file:
        expander = zlib.decompressobj(zlib.MAX_WBITS | 16)  # of gzip
        return expander.decompress(file.read(end)).count(b"\n")


def _read_lines(file: Iterable[bytes], passed: Container[str]) -> Iterator[tuple[int, bytes, str]]:
    """Yield the words of lines that begin with their order's address, those of each together."""
    number = 1
    for _, lines in groupby(file, lambda line: line.partition(b",")[0]):
        part = b"".join(lines)
        digest = sha256(part).hexdigest()
        texts = [b""] if digest in passed else read_text(part)
        yield from ((number, text, digest) for text in texts)
        number += part.count(b"\n")


def _read_written(written: WrittenDatabase, passed: Container[str]) -> Iterator[_Words]:
    """Yield the words of a database that holds nothing but its rows: of those that did not pass."""
    rows = written.rows
    yield 1, b"", tuple(digest for digest in rows.values() if digest and digest in passed)
    new = (one for one, digest in rows.items() if not digest or digest not in passed)
    for address, own in list_rows_of(written.place, OF_ORDERS, new):
        yield 1, join_rows(own), tuple(filter(None, [rows[address]]))
    yield from _read_tables(written.place, passed, (*OF_ORDERS, KEPT))


def _read_packed(path: Path, passed: Container[str]) -> Iterator[_Words]:
    """Yield the words of a database, without those of each stretch of the file and of each order's
    rows in a table that passed.
    """

    def read(place: Path) -> Iterator[_Words]:
        with place.open("rb") as file:
            for piece in cut_file(file, SHARED + _OVERLAP, _OVERLAP):
                digest = sha256(piece).hexdigest()
                yield 1, b"" if digest in passed else piece, (digest,)
        yield from _read_tables(place, passed)

    with gzip.open(path) as file:
        yield from unpack_database(iter(partial(file.read, PIECE), b""), read)


def _read_tables(place: Path, passed: Container[str], but: Container[str] = ()) -> Iterator[_Words]:
    for table in list_tables(place, but):
        first = tuple(islice(table, 1))
        is_counted = any(isinstance(row[0], int) for row in first)  # each row has its number
        find_owner = itemgetter(1) if is_counted else _name_owner
        for _, rows in groupby(chain(first, table), find_owner):
            own = [row[is_counted:] for row in rows]
            digest = sha256(msgspec.msgpack.encode(own)).hexdigest()
            yield 1, b"" if digest in passed else join_rows(own), (digest,)


def _name_owner(row: Sequence[Any]) -> bytes:
    """Return what a row of the archive's database is of: an order, or a page of authorities."""
    owner: bytes = row[0].partition(b"#")[0]
    return owner
