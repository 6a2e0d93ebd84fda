"""The words in every file of a folder, whatever its form: pages, data, databases, pictures, ZIPs.

A file's first bytes give its form. Compressed files are decompressed, files with mark-up are read
with it and without it, and a file of no known form is read as text all the same.
"""

import gzip
import io
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import sha256
from html import unescape
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar
from urllib.parse import unquote

import msgspec
import pypdfium2 as pdfium
from PIL import Image

from build_scripts.archive.storage.folder_walk import walk_files
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import ArchiveError

_LARGEST_MEMBER = 256 * 1024 * 1024  # bytes that a compressed file may expand to
_DEEPEST = 4  # archives in archives
_CHUNK = Pattern(
    r"(?P<version>search/[^/]+)/chunk-\d+\.gz",
    accepts=["search/0123abcd/chunk-12.gz"],
    refuses=["search/chunk-12.gz", "search/0123abcd/names.gz", "en/search/0123abcd/chunk-1.gz"],
    by="fullmatch",
)
# Each begins with a sign: nothing else is tried without it.
_ESCAPE = Pattern(
    rb"\\u(?P<code>[0-9a-fA-F]{4})",
    accepts=[rb"R\u006fsa"],
    refuses=[rb"\user", b"u006f", rb"\x6f"],
)
_REFERENCE = Pattern(  # as html.unescape takes it
    rb"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;\x80-\xff]{1,32};?)",
    accepts=[b"R&#111;sa", b"R&#x6fsa", b"R&ampD"],
    refuses=[b"R & D", b"R&\n", b"#111;"],
)
_PERCENT = Pattern(
    rb"%[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*",
    accepts=[b"R%6fsa", b"%C5%bb"],
    refuses=[b"5% of", b"%0"],
)
_TAG = Pattern(rb"<[^<>]*>", accepts=[b"<p>", b"<a\nb>", b"1 < <b>"], refuses=[b"1 < 2", b"a > b"])
_CELL = Pattern(  # text that ends in one is no part of the text that begins in the next
    rb"</(?:t[dhr]|li|d[dt]|p|div|h[1-6]|option|text|title|a|w:(?:p|tc)|text:p)>",
    accepts=[b"</td>", b"</w:p>"],
    refuses=[b"<td>", b"</b>", b"</thead>"],
)
_PROOF = Pattern(  # of an order's JSON, which changes with every order: digests, no words
    rb',"publication":\{"place":\d+,"original":"[0-9a-f]*","salt":"[0-9a-f]*",'
    rb'"proof":"[0-9A-Za-z+/=]*"\}',
    accepts=[b',"publication":{"place":7,"original":"","salt":"0a","proof":"AA=="}'],
    refuses=[
        b',"publication":{"place":7,"original":"Rosa","salt":"","proof":""}',
        b',\\"publication\\":{\\"place\\":7,\\"original\\":\\"\\",\\"salt\\":\\"\\",\\"proof\\":\\"\\"}',
    ],
)
# Bytes that are no UTF-8, and would be together with those before the tag.
_BROKEN = Pattern(rb">[\x80-\xbf]+", accepts=[b"\xc3<b>\xa9"], refuses=["<b>é".encode()])
_LINES = frozenset({"orders.jsonl.gz", "citations.csv.gz"})
_DATABASE = "archive.sqlite.gz"
_HEAD = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
_FLUSHED, _END = b"\0\0\xff\xff", b"\3\0"
"""The head of a file of lines as a build compresses it, the sign that its stretches end with, and
its last block, before a sum and the size.
"""
_GZIP = b"\x1f\x8b"
_SQLITE = b"SQLite format 3\x00"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CODE = (".js", ".mjs", ".css", ".map", ".wasm", ".wasm.gz", ".whl", ".woff", ".woff2", ".ttf")
"""Extensions of programs and fonts: they contain no words of orders."""
_ROWS = 32  # of a database, read together: each by itself takes its time
_BETWEEN_ROWS = b" " * 16  # so wide that words of two rows are never joined
_START = 16  # bytes that show the form of a file
_PIECE = 8 * 1024 * 1024
_OVERLAP = 4096  # bytes of a database's page
_SHARED = 1024 * 1024  # by two pieces: longer than a searched string with all between its letters
_IMAGES = (b"\x89PNG", b"RIFF", b"GIF8", b"\xff\xd8\xff")

T = TypeVar("T")
_Readable = BinaryIO | gzip.GzipFile
_Count = Callable[[], int]
_Words = (  # line, words, the digests of their parts, a count of the lines before
    tuple[int, bytes]
    | tuple[int, bytes, tuple[str, ...]]
    | tuple[int, bytes, tuple[str, ...], _Count]
)


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
    folder: Path, known: Container[str] = (), passed: Container[str] = ()
) -> Iterator[SiteText]:
    """Yield the words of every file below `folder` except programs and fonts; of these, the name. A
    file may yield more than once.

    The pages of the search's database are joined before they are read: a word may span two. Large
    texts and databases come in pieces of 8 MB that overlap by one, so that memory is bounded. Of
    what is `known`, by the names of `digest_readings`, the file's name alone is yielded; of lines
    and rows of all orders, those of an order are empty if their digest is one of the `passed`,
    which have the digests of orders' JSON too. Raises ArchiveError for a file that can't be read:
    its words would not be searched.
    """
    chunks: dict[str, list[Path]] = {}
    for name in _list_names(folder):
        path = folder / name
        yield SiteText(name, _encode(name))
        if name.endswith(_CODE):
            continue
        if match := _CHUNK.fullmatch(name):
            chunks.setdefault(match["version"], []).append(path)
        elif name not in known:
            read: Iterable[_Words]
            if name in _LINES:
                read = _read_stretches(path, passed)
            elif name == _DATABASE:
                read = _read_own_database(path, passed)
            else:
                read = _read_file(path, proved=_is_order_data(name))
            yield from _name_texts(name, path, read)
    for version, pages in chunks.items():
        if version in known:
            continue
        unpacked = (gzip.decompress(page.read_bytes()) for page in pages)
        texts = ((1, text) for text in _read_database_of(unpacked))
        yield from _name_texts(version, folder / version, texts)


def digest_readings(digests: Mapping[str, str], site: Path) -> dict[str, str]:
    """Return the digest of whatever `list_site_texts` reads as one: of files, of orders' JSON
    without proofs, and of the pages of the search's database together, by the name of their folder.

    `digests` are those of a site's files. Programs and fonts, which are not read, are left out.
    """
    readings: dict[str, str] = {}
    for name, digest in sorted(digests.items()):
        if match := _CHUNK.fullmatch(name):
            before = readings.get(match["version"], "")
            readings[match["version"]] = sha256(f"{before}{digest}".encode()).hexdigest()
        elif digest and _is_order_data(name):
            readings[name] = sha256(_PROOF.sub(b"", (site / name).read_bytes())).hexdigest()
        elif digest and not name.endswith(_CODE):
            readings[name] = digest
    return readings


def list_words(data: bytes) -> Iterator[str]:
    """Yield the words of one file, like `list_site_texts`."""
    yield from (text.decode("utf-8", "replace") for text in _read(data, _DEEPEST))


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


def _is_order_data(name: str) -> bool:
    """Return whether a file is an order's JSON, which alone has a proof of publication."""
    return name.startswith("orders/") and name.endswith(".json")


def _read_file(path: Path, *, proved: bool = False) -> Iterator[tuple[int, bytes]]:
    """Yield the words of a file with the lines where they begin; of a large one, compressed or not,
    some of it at a time. Of a file that is `proved` the proof is left out.
    """
    with path.open("rb") as raw:
        is_packed = raw.peek(2)[:2] == _GZIP
        file = gzip.GzipFile(fileobj=raw) if is_packed else raw
        start = file.read(_START)
        if start.startswith(_SQLITE):
            rest = iter(partial(file.read, _PIECE), b"")
            read = _read_database_of(chain([start], rest)) if is_packed else _read_database(path)
            yield from ((1, text) for text in read)
        elif _is_packed(start):
            read = _read(start + file.read(_LARGEST_MEMBER), _DEEPEST - is_packed)
            yield from ((1, text) for text in read)
        else:
            line = 1
            for piece in _cut(file, _PIECE, _SHARED, start):
                data = _PROOF.sub(b"", piece) if proved else piece
                yield from ((line, text) for text in _read_text(data))
                line += piece.count(b"\n", 0, -_SHARED)


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
    while block := file.read(min(size, _SHARED)):
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
    """Return how many lines there are before a stretch, by its first byte."""
    with path.open("rb") as file:
        expander = zlib.decompressobj(zlib.MAX_WBITS | 16)  # of gzip
        return expander.decompress(file.read(end)).count(b"\n")


def _read_lines(file: Iterable[bytes], passed: Container[str]) -> Iterator[tuple[int, bytes, str]]:
    """Yield the words of lines that begin with their order's address, those of each together."""
    number = 1
    for _, lines in groupby(file, lambda line: line.partition(b",")[0]):
        part = b"".join(lines)
        digest = sha256(part).hexdigest()
        texts = [b""] if digest in passed else _read_text(part)
        yield from ((number, text, digest) for text in texts)
        number += part.count(b"\n")


def _is_packed(start: bytes) -> bool:
    """Return whether a file can only be read whole."""
    return start.startswith((_GZIP, b"PK\x03\x04", b"%PDF-", *_UTF_16, *_IMAGES))


def _cut(file: _Readable, size: int, shared: int, start: bytes = b"") -> Iterator[bytes]:
    """Yield the bytes of a file in pieces, each of which begins within the one before."""
    piece = start + file.read(size - len(start))
    while piece:
        yield piece
        more = file.read(size - shared)
        piece = piece[-shared:] + more if more else b""


def _read(data: bytes, depth: int) -> Iterator[bytes]:
    if depth and data[:2] == _GZIP:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield from _read(packed.read(_LARGEST_MEMBER), depth - 1)
    elif depth and data[:4] == b"PK\x03\x04":
        yield from _read_zip(data, depth - 1)
    elif data[:5] == b"%PDF-":
        yield from _read_pdf(data)
    elif data.startswith(_SQLITE):
        yield from _read_database_of([data])
    elif data.startswith(_IMAGES):
        yield from _read_picture(data)
    else:
        yield from _read_text(data)


def _read_text(data: bytes) -> Iterator[bytes]:
    """Yield a text in UTF-8, with its escapes resolved, and then without mark-up."""
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode()
    yield data
    for resolve in (_resolve_json, _resolve_web, _drop_tags):
        if (resolved := resolve(data)) != data:
            yield (data := resolved)


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _resolve_json(data: bytes) -> bytes:
    return _ESCAPE.sub(lambda match: _encode(chr(int(match["code"], 16))), data)


def _resolve_web(data: bytes) -> bytes:
    plain = _REFERENCE.sub(lambda match: _resolve_reference(match[0]), data)
    return _PERCENT.sub(lambda match: _encode(unquote(match[0].decode())), plain)


def _drop_tags(data: bytes) -> bytes:
    return _TAG.sub(b"", _CELL.sub(b" ", _BROKEN.sub(b">?", data)))


@lru_cache  # the same few, ten thousands of times
def _resolve_reference(reference: bytes) -> bytes:
    return _encode(unescape(reference.decode()))


def _read_zip(data: bytes, depth: int) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield _encode(member.filename)
                with archive.open(member) as file:
                    yield from _read(file.read(_LARGEST_MEMBER), depth)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        yield from _read_text(data)


def _read_pdf(data: bytes) -> Iterator[bytes]:
    yield data.decode("latin-1").encode()  # its contents decompressed: names, titles, forms
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return
    try:
        yield _encode(" ".join(map(str, document.get_metadata_dict().values())))
        for index in range(len(document)):
            page = document[index].get_textpage()
            yield _encode(page.get_text_range().replace("\ufffe", ""))
    finally:
        document.close()


def _read_picture(data: bytes) -> Iterator[bytes]:
    yield data.decode("latin-1").encode()
    try:
        with Image.open(io.BytesIO(data)) as image:
            yield _encode(" ".join(map(str, (*image.info.values(), *image.getexif().values()))))
    except (OSError, SyntaxError, ValueError):
        return


def _read_own_database(path: Path, passed: Container[str]) -> Iterator[_Words]:
    """Yield the words of the archive's own database, without those of each stretch of the file and
    of each order's rows in a table that passed.
    """

    def read(place: Path) -> Iterator[_Words]:
        with place.open("rb") as file:
            for piece in _cut(file, _SHARED + _OVERLAP, _OVERLAP):
                digest = sha256(piece).hexdigest()
                yield 1, b"" if digest in passed else piece, (digest,)
        for table in _list_tables(place):
            first = tuple(islice(table, 1))
            is_counted = any(isinstance(row[0], int) for row in first)  # each row has its number
            find_owner = itemgetter(1) if is_counted else _name_owner
            for _, rows in groupby(chain(first, table), find_owner):
                own = [row[is_counted:] for row in rows]
                digest = sha256(msgspec.msgpack.encode(own)).hexdigest()
                yield 1, b"" if digest in passed else _join_rows(own), (digest,)

    with gzip.open(path) as file:
        yield from _unpack_database(iter(partial(file.read, _PIECE), b""), read)


def _name_owner(row: Sequence[Any]) -> bytes:
    """Return what a row of the archive's database is of: an order, or a page of authorities."""
    owner: bytes = row[0].partition(b"#")[0]
    return owner


def _read_database_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the texts of a database that is no file by itself."""
    return _unpack_database(pieces, _read_database)


def _unpack_database(pieces: Iterable[bytes], read: Callable[[Path], Iterator[T]]) -> Iterator[T]:
    """Yield what `read` does of a database that is no file by itself."""
    with tempfile.TemporaryDirectory(prefix="orders-proof-") as folder:
        place = Path(folder) / "packed.sqlite"
        with place.open("wb") as file:
            file.writelines(pieces)
        yield from read(place)


def _read_database(place: Path) -> Iterator[bytes]:
    """Yield every text of every table, and the file's other contents: the terms of an index."""
    with place.open("rb") as file:
        yield from _cut(file, _PIECE, _SHARED)
    with suppress(sqlite3.DatabaseError):
        for table in _list_tables(place):
            while rows := list(islice(table, _ROWS)):
                yield _join_rows(rows)


def _join_rows(rows: Iterable[Sequence[Any]]) -> bytes:
    values = (one for row in rows for one in (*row, _BETWEEN_ROWS))
    return b"\n".join([one if isinstance(one, bytes) else str(one).encode() for one in values])


def _list_tables(place: Path) -> Iterator[Iterator[Sequence[Any]]]:
    """Yield the rows of each table but virtual ones."""
    connection = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    try:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        for name, made_by in tables.fetchall():
            if b"VIRTUAL" not in (made_by or b"").upper():
                quoted = name.decode().replace('"', '""')
                yield connection.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 (quoted)
    finally:
        connection.close()
