"""Databases as files: created in a temporary folder, read back from a built site."""

import gzip
import hmac
import json
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_scripts.model.text.os_errors import with_filename
from build_scripts.problems import ArchiveError

MANIFEST = "search/manifest.json"
_PIECE = 1024 * 1024  # bytes
_REFUSED = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
)
"""SQLite's error codes for a refusal of the system (https://sqlite.org/rescode.html)."""


def open_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a temporary folder, deleted with this object. Raises ArchiveError."""
    try:
        return tempfile.TemporaryDirectory(prefix="orders-search-")
    except OSError as error:
        raise _refuse(f"{error.strerror}") from error


class DatabaseFile:
    """A temporary SQLite file, deleted with this object. Pages are numbered from 1."""

    def __init__(self, page_size: int) -> None:
        self._folder = open_folder()
        self.place = Path(self._folder.name) / "archive.sqlite"
        self._page_size = page_size

    def make(self, fill: Callable[[sqlite3.Connection], None]) -> None:
        """Let `fill` create the database. Raises ArchiveError if the system refuses to write it."""
        connection = self.connect()
        try:
            connection.execute("PRAGMA journal_mode=OFF")
            connection.execute("PRAGMA synchronous=OFF")
            fill(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _REFUSED:
                raise
            raise _refuse(f"{self._folder.name}: {error}") from error
        finally:
            connection.close()

    def connect(self) -> sqlite3.Connection:
        """Open it, for several threads; the file exists as long as this object."""
        return sqlite3.connect(self.place, check_same_thread=False, uri=True)

    @property
    def pages(self) -> int:
        """Return how many pages it has."""
        return self.place.stat().st_size // self._page_size

    def stream(self) -> Iterator[bytes]:
        """Yield all of it in pieces."""
        with self.place.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    def load_page(self, number: int) -> bytes:
        """Return one page."""
        with self.place.open("rb") as file:
            file.seek((number - 1) * self._page_size)
            return file.read(self._page_size)


class JoinedFiles:
    """Files joined in one at `place`: name, first byte and size of each; the digest of all."""

    def __init__(self, place: Path) -> None:
        self._place, self.digest = place, sha256()
        self.parts: list[tuple[str, int, int]] = []

    def add(self, name: str, data: bytes) -> None:
        """Add the next file. Raises OSError."""
        with with_filename(self._place), self._place.open("ab") as file:
            self.parts.append((name, file.tell(), len(data)))
            file.write(data)
        self.digest.update(f"{name} {len(data)}\n".encode() + data)


class PackedTexts:
    """Compressed texts, several per file; `write` is called with each file and its name.

    A text that is as long as a file has its own.
    """

    _MOST = 64 * 1024
    """Bytes of a file: a reader's download for a text from a host that sends no part of a file."""

    def __init__(self, name: str, write: Callable[[str, bytes], None]) -> None:
        self._name, self._write = name, write
        self._number, self._file = 0, b""

    def add(self, text: bytes) -> tuple[int, int, int]:
        """Add the next text; return the number of its file, its place there and its length."""
        if self._file and len(self._file) + len(text) > self._MOST:
            self.close()
        self._file += text
        return self._number, len(self._file) - len(text), len(text)

    def close(self) -> None:
        """Write the file that is not full."""
        # Not .gz: a host that announced the content as compressed would have browsers unpack it,
        # and every offset would be wrong.
        if self._file:
            self._write(f"{self._name}-{self._number:05d}.bin", self._file)
            self._number, self._file = self._number + 1, b""


def _refuse(why: str) -> ArchiveError:
    return ArchiveError(
        f"A database can't be made. {why}. Free some space there, or name another folder for "
        "passing files in the variable TMPDIR."
    )


def read_manifest(site: Path) -> dict[str, Any] | None:
    """Return the manifest of a built site's search, or None if none can be read."""
    try:
        manifest = json.loads((site / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) else None


def read_part(site: Path, path: str, start: int = 0, size: int = -1) -> bytes:
    """Read a file of a built site, or `size` bytes of it. Raises ArchiveError."""
    try:
        with (site / path).open("rb") as file:
            file.seek(start)
            return file.read(size)
    except OSError as error:
        raise _report_broken(site / path, error) from error


def read_packed(site: Path, path: str) -> bytes:
    """Read and decompress a site's file. Raises ArchiveError if it is broken."""
    try:
        return gzip.decompress(read_part(site, path))
    except (OSError, EOFError, zlib.error) as error:
        raise _report_broken(site / path, error) from error


def _report_broken(path: Path, error: Exception) -> ArchiveError:
    return ArchiveError(f"{path} can't be read: {error}. Build the site again.")


def digest_folder(
    folder: Path, known: Mapping[str, str] = MappingProxyType({}), key: str = ""
) -> str:
    """Return a digest of every file below a folder, by path and content; hidden ones are skipped.

    `known` has the sha256 of files that were read already, by path. An unreadable file counts as
    unreadable: no order is published from it. Without the archive's `key`, whoever has all other
    files could try every number in place of the one that is masked.
    """
    digest = hmac.new(key.encode(), None, "sha256") if key else sha256()
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            content = known.get(relative.as_posix()) or _digest_content(path)
            digest.update(f"{relative.as_posix()}\0{content}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _digest_content(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except PermissionError:
        return "may not be read"
