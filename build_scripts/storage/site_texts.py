"""The words in every file of a folder, whatever its form: pages, data, databases, pictures, ZIPs.

A file is told by its first bytes. What is packed is unpacked, what is marked up is read with its
mark-up and without it, and a file of no known form is read as text all the same.
"""

import gzip
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Container, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pypdfium2 as pdfium
from PIL import Image

from build_scripts.problems import ArchiveError
from build_scripts.storage.folder_walk import walk_files

_LARGEST_MEMBER = 256 * 1024 * 1024  # bytes that anything packed may unpack to
_DEEPEST = 4  # archives in archives
_CHUNK = re.compile(r"(?P<version>search/[^/]+)/chunk-\d+\.gz")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u(?P<code>[0-9a-fA-F]{4})")
_ENTITY = re.compile(r"&[#\w]{2,12};")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_IMAGES = (b"\x89PNG", b"RIFF", b"GIF8", b"\xff\xd8\xff")


def list_site_texts(
    folder: Path, passed: Container[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Yield path and words of every file below `folder`; a file may yield more than once.

    The pages of the search's database are joined before they are read: a word may lie across two.
    Files of the names in `passed` are passed over. Raises ArchiveError for a file that can't be
    read: nothing would then say what stands in it.
    """
    chunks: dict[str, list[bytes]] = {}
    for name in _list_names(folder, passed):
        path = folder / name
        try:
            data = path.read_bytes()
            yield name, name
            if match := _CHUNK.fullmatch(name):
                chunks.setdefault(match["version"], []).append(gzip.decompress(data))
            else:
                yield from ((name, text) for text in _read(data, _DEEPEST))
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"{path} can't be read: {error}. Build the site again.") from error
    for version, pages in chunks.items():
        yield from ((version, text) for text in _read_database(b"".join(pages)))


def _list_names(folder: Path, passed: Container[str]) -> list[str]:
    try:
        names = [name for name, entry in walk_files(folder) if entry.is_file()]
    except OSError as error:
        raise ArchiveError(f"{error.filename} can't be read: {error.strerror}.") from error
    return sorted(name for name in names if name not in passed)


def _read(data: bytes, depth: int) -> Iterator[str]:
    if depth and data[:2] == b"\x1f\x8b":
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield from _read(packed.read(_LARGEST_MEMBER), depth - 1)
    elif depth and data[:4] == b"PK\x03\x04":
        yield from _read_zip(data, depth - 1)
    elif data[:5] == b"%PDF-":
        yield from _read_pdf(data)
    elif data[:16] == b"SQLite format 3\x00":
        yield from _read_database(data)
    elif data.startswith(_IMAGES):
        yield from _read_picture(data)
    else:
        yield from _read_text(data)


def _read_text(data: bytes) -> Iterator[str]:
    """Text as it stands with every escape resolved, and the same without mark-up."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(encoding, "replace")
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match["code"], 16)), text)
    yield text
    plain = text
    if "&" in plain and _ENTITY.search(plain):
        plain = unescape(plain)
    if "%" in plain and _PERCENT.search(plain):
        plain = unquote(plain)
    if plain != text:
        yield plain
    if "<" in plain:
        yield _TAG.sub("", plain)


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


def _read_database(data: bytes) -> Iterator[str]:
    """Every text of every table, and what lies in the file besides: the terms of an index."""
    yield data.decode("utf-8", "replace")
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
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
