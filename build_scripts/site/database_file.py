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
from typing import IO, Any

from build_scripts.model.text.os_errors import with_filename
from build_scripts.problems import ArchiveError

MANIFEST = "search/manifest.json"
_PIECE = 1024 * 1024  # bytes
_REFUSED = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
)
"""SQLite's error codes for a refusal of the system (https://sqlite.org/rescode.html)."""


class DatabaseFile:
    """A temporary SQLite file, deleted with this object. Pages are numbered from 1."""

    def __init__(self, page_size: int) -> None:
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="orders-search-")
        except OSError as error:
            raise _refuse(f"{error.strerror}") from error
        self._path = Path(self._folder.name) / "archive.sqlite"
        self._page_size = page_size
        self._ends = [0]  # of the compressed pages

    def make(self, fill: Callable[[sqlite3.Connection], None]) -> None:
        """Let `fill` create the database; an interruption leaves no part of it.

        Raises ArchiveError if the system refuses to write it.
        """
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
        return sqlite3.connect(self._path, check_same_thread=False)

    @property
    def pages(self) -> int:
        """Return how many pages it has."""
        return self._path.stat().st_size // self._page_size

    def stream(self) -> Iterator[bytes]:
        """Yield all of it in pieces."""
        with self._path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    def load_page(self, number: int) -> bytes:
        """Return one page."""
        with self._path.open("rb") as file:
            file.seek((number - 1) * self._page_size)
            return file.read(self._page_size)

    def pack_pages(self, pack: Callable[[bytes], bytes]) -> tuple[str, int]:
        """Compress every page once, into a file next to the database, for `load_packed`.

        Returns a digest of all of them and how many bytes they take.
        """
        digest = sha256()
        self._ends = [0]
        place = self._path.with_suffix(".packed")
        with with_filename(place), place.open("wb") as file:
            for number in range(1, self.pages + 1):
                packed = pack(self.load_page(number))
                digest.update(packed)
                file.write(packed)
                self._ends.append(file.tell())
        return digest.hexdigest(), self._ends[-1]

    def load_packed(self, number: int) -> bytes:
        """Return one page as `pack_pages` compressed it."""
        start, end = self._ends[number - 1 : number + 1]
        with (self._path.with_suffix(".packed")).open("rb") as file:
            file.seek(start)
            return file.read(end - start)

    def append(self, page: bytes) -> None:
        """Add a page of a database that comes from elsewhere."""
        with with_filename(self._path), self._path.open("ab") as file:
            file.write(page)


class PackedTexts:
    """Compressed texts, several per file, in a temporary file until these are written.

    A text that is as long as a file has its own.
    """

    _MOST = 64 * 1024
    """Bytes of a file: a reader's download for a text from a host that sends no part of a file."""

    def __init__(self) -> None:
        self._kept = _open_temporary()
        self._ends = [0]  # of the files; the last is still growing
        self._digest = sha256()

    @property
    def files(self) -> int:
        """Return how many files there are."""
        return len(self._ends) - 1

    @property
    def digest(self) -> str:
        """Return a digest of all of them."""
        return self._digest.hexdigest()

    def add(self, text: bytes) -> tuple[int, int, int]:
        """Add the next text; return the number of its file, its place there and its length.

        Raises ArchiveError if the system refuses to write it.
        """
        place = self._ends[-1]
        if self.files == 0 or place + len(text) - self._ends[-2] > self._MOST:
            self._ends.append(place)
        try:
            self._kept.write(text)
        except OSError as error:
            raise _refuse(f"{tempfile.gettempdir()}: {error.strerror}") from error
        self._digest.update(text)
        self._ends[-1] += len(text)
        return self.files - 1, place - self._ends[-2], len(text)

    def load(self, number: int) -> bytes:
        """Return one file."""
        start, end = self._ends[number : number + 2]
        self._kept.seek(start)
        return self._kept.read(end - start)


def _open_temporary() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile(prefix="orders-search-")
    except OSError as error:
        raise _refuse(f"{error.strerror}") from error


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


def read_packed(site: Path, path: str, start: int = 0, size: int = -1) -> bytes:
    """Read and decompress a file of a built site, or `size` bytes of it. Raises ArchiveError if
    these are not whole.
    """
    try:
        return gzip.decompress(read_part(site, path, start, size))
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
