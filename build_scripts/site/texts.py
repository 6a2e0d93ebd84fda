"""The words in every file of a folder, whatever its form: pages, data, databases, pictures, ZIPs.

A file is told by its first bytes. What is packed is unpacked, what is marked up is read with its
mark-up and without it, and a file of no known form is read as text all the same.
"""

import gzip
import io
import json
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

import pypdfium2 as pdfium
from PIL import Image

from build_scripts.problems import ArchiveError
from build_scripts.storage.folder_walk import walk_files
from build_scripts.text.pattern import Pattern

_LARGEST_MEMBER = 256 * 1024 * 1024  # bytes that anything packed may unpack to
_DEEPEST = 4  # archives in archives
_CHUNK = Pattern(
    r"(?P<version>search/[^/]+)/chunk-\d+\.gz",
    accepts=["search/0123abcd/chunk-12.gz"],
    refuses=["search/chunk-12.gz", "search/0123abcd/names.gz", "en/search/0123abcd/chunk-1.gz"],
    by="fullmatch",
)
_ESCAPE = Pattern(
    r"\\u(?P<code>[0-9a-fA-F]{4})", accepts=[r"R\u006fsa"], refuses=[r"\user", "u006f", r"\x6f"]
)
_GZIP = b"\x1f\x8b"
_SQLITE = b"SQLite format 3\x00"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_START = 16  # bytes that tell what a file is
_PIECE = 8 * 1024 * 1024
_SHARED = 1024 * 1024  # of two pieces: longer than what is looked for with all between its letters
_IMAGES = (b"\x89PNG", b"RIFF", b"GIF8", b"\xff\xd8\xff")

_Readable = BinaryIO | gzip.GzipFile


class SiteText(NamedTuple):
    """Words of a file, named by its path in the site; the first stand on the line `line`."""

    file: str
    text: str
    line: int = 1


def list_site_texts(folder: Path) -> Iterator[SiteText]:
    """Yield the words of every file below `folder`; a file may yield more than once.

    The pages of the search's database are joined before they are read: a word may lie across two.
    Large texts and databases come in pieces of 8 MB that overlap by one, so that memory is bounded.
    Raises ArchiveError for a file that can't be
    read: nothing would then say what stands in it.
    """
    chunks: dict[str, list[Path]] = {}
    for name in _list_names(folder):
        path = folder / name
        try:
            yield SiteText(name, name)
            if match := _CHUNK.fullmatch(name):
                chunks.setdefault(match["version"], []).append(path)
            else:
                yield from _read_file(name, path)
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"{path} can't be read: {error}. Build the site again.") from error
    for version, pages in chunks.items():
        try:
            yield from (SiteText(version, text) for text in _read_chunks(pages))
        except (OSError, EOFError, zlib.error) as error:
            place = folder / version
            raise ArchiveError(f"{place} can't be read: {error}. Build the site again.") from error


def list_words(data: bytes) -> Iterator[str]:
    """Yield the words of one file, as above."""
    return _read(data, _DEEPEST)


def _list_names(folder: Path) -> list[str]:
    try:
        names = [name for name, entry in walk_files(folder) if entry.is_file()]
    except OSError as error:
        raise ArchiveError(f"{error.filename} can't be read: {error.strerror}.") from error
    return sorted(names)


def _read_file(name: str, path: Path) -> Iterator[SiteText]:
    """The words of a file; of a large one, packed or not, some of it at a time."""
    with path.open("rb") as raw:
        is_packed = raw.peek(2)[:2] == _GZIP
        file = gzip.GzipFile(fileobj=raw) if is_packed else raw
        start = file.read(_START)
        if start.startswith(_SQLITE):
            with tempfile.TemporaryDirectory(prefix="orders-proof-") as folder:
                place = _unpack(file, start, Path(folder)) if is_packed else path
                yield from (SiteText(name, text) for text in _read_database(place))
        elif _is_packed(start):
            read = _read(start + file.read(_LARGEST_MEMBER), _DEEPEST - is_packed)
            yield from (SiteText(name, text) for text in read)
        else:
            line = 1
            for piece in _cut(file, start):
                yield from (SiteText(name, text, line) for text in _read_text(piece))
                line += piece.count(b"\n", 0, -_SHARED)


def _unpack(file: _Readable, start: bytes, folder: Path) -> Path:
    """Write what is left of a packed database behind its start into a file of `folder`."""
    place = folder / "packed.sqlite"
    with place.open("wb") as unpacked:
        unpacked.write(start)
        shutil.copyfileobj(file, unpacked)
    return place


def _is_packed(start: bytes) -> bool:
    """Whether a file can only be read whole."""
    return start.startswith((_GZIP, b"PK\x03\x04", b"%PDF-", *_UTF_16, *_IMAGES))


def _cut(file: _Readable, start: bytes = b"") -> Iterator[bytes]:
    """The bytes of a file in pieces, each of which begins within the one before."""
    piece = start + file.read(_PIECE - len(start))
    while piece:
        yield piece
        more = file.read(_PIECE - _SHARED)
        piece = piece[-_SHARED:] + more if more else b""


def _read_chunks(pages: Iterable[Path]) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="orders-proof-") as folder:
        place = Path(folder) / "search.sqlite"
        with place.open("wb") as file:
            file.writelines(gzip.decompress(page.read_bytes()) for page in pages)
        yield from _read_database(place)


def _read(data: bytes, depth: int) -> Iterator[str]:
    if depth and data[:2] == _GZIP:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield from _read(packed.read(_LARGEST_MEMBER), depth - 1)
    elif depth and data[:4] == b"PK\x03\x04":
        yield from _read_zip(data, depth - 1)
    elif data[:5] == b"%PDF-":
        yield from _read_pdf(data)
    elif data.startswith(_SQLITE):
        with tempfile.TemporaryDirectory(prefix="orders-proof-") as folder:
            place = Path(folder) / "packed.sqlite"
            place.write_bytes(data)
            yield from _read_database(place)
    elif data.startswith(_IMAGES):
        yield from _read_picture(data)
    else:
        yield from _read_text(data)


def _read_text(data: bytes) -> Iterator[str]:
    """Text as it stands with every escape resolved, and the same without mark-up."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
    text = data.decode(encoding, "replace")
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match["code"], 16)), text)
    yield text
    plain = unquote(unescape(text))
    if plain != text:
        yield plain
    if "<" in plain:
        yield _drop_tags(plain)


def _drop_tags(text: str) -> str:
    """Return a text without mark-up: "Ro<b>s</b>a" is "Rosa", "1 < 2" stays; twice as fast as a
    pattern would.
    """
    first, *others = text.split("<")
    return first + "".join(
        [other.partition(">")[2] if ">" in other else f"<{other}" for other in others]
    )


def _read_zip(data: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename
                with archive.open(member) as file:
                    yield from _read(file.read(_LARGEST_MEMBER), depth)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        yield from _read_text(data)


def _read_pdf(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")  # what stands in it unpacked: names, titles, forms
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return
    try:
        yield " ".join(map(str, document.get_metadata_dict().values()))
        for index in range(len(document)):
            page = document[index].get_textpage()
            yield page.get_text_range().replace("\ufffe", "")
    finally:
        document.close()


def _read_picture(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    try:
        with Image.open(io.BytesIO(data)) as image:
            yield " ".join(map(str, (*image.info.values(), *image.getexif().values())))
    except (OSError, SyntaxError, ValueError):
        return


def _read_database(place: Path) -> Iterator[str]:
    """Every text of every table, and what lies in the file besides: the terms of an index."""
    with place.open("rb") as file:
        for piece in _cut(file):
            yield piece.decode("utf-8", "replace")
    connection = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        for name, made_by in rows.fetchall():
            if "VIRTUAL" not in (made_by or "").upper():
                quoted = name.replace('"', '""')
                for row in connection.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 (quoted)
                    yield "\n".join(_show(value) for value in row)
    except sqlite3.DatabaseError:
        return
    finally:
        connection.close()


def _show(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else json.dumps(value)
