"""The words of a file of any form: text, mark-up, ZIP, PDF, picture, database."""

import gzip
import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar
from urllib.parse import unquote

from build_scripts.model.text.pattern import Pattern

LARGEST_MEMBER = 256 * 1024 * 1024  # bytes that a compressed file may expand to
DEEPEST = 4  # archives in archives
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
# Bytes that are no UTF-8, and would be together with those before the tag.
_BROKEN = Pattern(rb">[\x80-\xbf]+", accepts=[b"\xc3<b>\xa9"], refuses=["<b>é".encode()])
GZIP = b"\x1f\x8b"
SQLITE = b"SQLite format 3\x00"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ROWS = 32  # of a database, read together: each by itself takes its time
_BETWEEN_ROWS = b" " * 16  # so wide that words of two rows are never joined
PIECE = 8 * 1024 * 1024
SHARED = 1024 * 1024  # by two pieces: longer than a searched string with all between its letters
_IMAGES = (b"\x89PNG", b"RIFF", b"GIF8", b"\xff\xd8\xff")

T = TypeVar("T")
_Readable = BinaryIO | gzip.GzipFile


def list_words(data: bytes) -> Iterator[str]:
    """Yield the words of a file by its bytes."""
    yield from (text.decode("utf-8", "replace") for text in read_words(data, DEEPEST))


def is_read_whole(start: bytes) -> bool:
    """Return whether a file can only be read whole."""
    return start.startswith((GZIP, b"PK\x03\x04", b"%PDF-", *_UTF_16, *_IMAGES))


def cut_file(file: _Readable, size: int, shared: int, start: bytes = b"") -> Iterator[bytes]:
    """Yield the bytes of a file in pieces, each of which begins within the one before."""
    piece = start + file.read(size - len(start))
    while piece:
        yield piece
        more = file.read(size - shared)
        piece = piece[-shared:] + more if more else b""


def read_words(data: bytes, depth: int) -> Iterator[bytes]:
    """Yield the words of a file in UTF-8; of archives in archives, so many below each other."""
    if depth and data[:2] == GZIP:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield from read_words(packed.read(LARGEST_MEMBER), depth - 1)
    elif depth and data[:4] == b"PK\x03\x04":
        yield from _read_zip(data, depth - 1)
    elif data[:5] == b"%PDF-":
        yield from _read_pdf(data)
    elif data.startswith(SQLITE):
        yield from read_database_of([data])
    elif data.startswith(_IMAGES):
        yield from _read_picture(data)
    else:
        yield from read_text(data)


def read_text(data: bytes) -> Iterator[bytes]:
    """Yield a text in UTF-8, with its escapes resolved, and then without mark-up."""
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode()
    yield data
    for resolve in (_resolve_json, _resolve_web, _drop_tags):
        if (resolved := resolve(data)) != data:
            yield (data := resolved)


def encode(text: str) -> bytes:
    """Return a text in UTF-8, with a sign for characters that it can't hold."""
    return text.encode("utf-8", "replace")


def _resolve_json(data: bytes) -> bytes:
    return _ESCAPE.sub(lambda match: encode(chr(int(match["code"], 16))), data)


def _resolve_web(data: bytes) -> bytes:
    plain = _REFERENCE.sub(lambda match: _resolve_reference(match[0]), data)
    return _PERCENT.sub(lambda match: encode(unquote(match[0].decode())), plain)


def _drop_tags(data: bytes) -> bytes:
    return _TAG.sub(b"", _CELL.sub(b" ", _BROKEN.sub(b">?", data)))


@lru_cache  # the same few, ten thousands of times
def _resolve_reference(reference: bytes) -> bytes:
    return encode(unescape(reference.decode()))


def _read_zip(data: bytes, depth: int) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield encode(member.filename)
                with archive.open(member) as file:
                    yield from read_words(file.read(LARGEST_MEMBER), depth)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        yield from read_text(data)


def _read_pdf(data: bytes) -> Iterator[bytes]:
    import pypdfium2 as pdfium  # slow to load

    yield data.decode("latin-1").encode()  # its contents decompressed: names, titles, forms
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return
    try:
        yield encode(" ".join(map(str, document.get_metadata_dict().values())))
        for index in range(len(document)):
            page = document[index].get_textpage()
            yield encode(page.get_text_range().replace("\ufffe", ""))
    finally:
        document.close()


def _read_picture(data: bytes) -> Iterator[bytes]:
    from PIL import Image  # slow to load

    yield data.decode("latin-1").encode()
    try:
        with Image.open(io.BytesIO(data)) as image:
            yield encode(" ".join(map(str, (*image.info.values(), *image.getexif().values()))))
    except (OSError, SyntaxError, ValueError):
        return


def read_database_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the texts of a database that is no file by itself."""
    return unpack_database(pieces, read_database)


def unpack_database(pieces: Iterable[bytes], read: Callable[[Path], Iterator[T]]) -> Iterator[T]:
    """Yield what `read` does of a database that is no file by itself."""
    with tempfile.TemporaryDirectory(prefix="orders-proof-") as folder:
        place = Path(folder) / "packed.sqlite"
        with place.open("wb") as file:
            file.writelines(pieces)
        yield from read(place)


def read_database(place: Path) -> Iterator[bytes]:
    """Yield every text of every table, and the file's other contents: the terms of an index."""
    with place.open("rb") as file:
        yield from cut_file(file, PIECE, SHARED)
    with suppress(sqlite3.DatabaseError):
        for table in list_tables(place):
            while rows := list(islice(table, _ROWS)):
                yield join_rows(rows)


def join_rows(rows: Iterable[Sequence[Any]]) -> bytes:
    """Return the values of rows as one text, in which no two rows are next to each other."""
    values = (one for row in rows for one in (*row, _BETWEEN_ROWS))
    return b"\n".join([one if isinstance(one, bytes) else str(one).encode() for one in values])


def list_tables(place: Path, but: Container[str] = ()) -> Iterator[Iterator[Sequence[Any]]]:
    """Yield the rows of each table but virtual ones and some others, by their names."""
    with _open_database(place) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        for name, made_by in tables.fetchall():
            if b"VIRTUAL" not in (made_by or b"").upper() and name.decode() not in but:
                quoted = name.decode().replace('"', '""')
                yield connection.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 (quoted)


def list_rows_of(
    place: Path, tables: Iterable[str], addresses: Iterable[str]
) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """Yield each of the addresses with its rows of one of the tables, one after the other."""
    with _open_database(place) as connection:
        queries = [f"SELECT * FROM {one} WHERE address = ?" for one in tables]  # noqa: S608 (ours)
        for address in addresses:
            for query in queries:
                yield address, connection.execute(query, (address,)).fetchall()


@contextmanager
def _open_database(place: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    try:
        yield connection
    finally:
        connection.close()
