"""The files of a site, in a folder or at an address."""

import gzip
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import quote, urlsplit

from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.problems import ArchiveError, ExitCode
from build_scripts.site.web.http_client import GoneError, Host, ServiceError, is_safe, send

_LARGEST = 256 * 1024 * 1024  # bytes of a file that is fetched
_MOST_STEPS = 2  # hosts send on from /index.html to /
_PACKED = b"\x1f\x8b"


class SiteError(ArchiveError):
    """A site, or a file of it, can't be read."""

    exit_code = ExitCode.SERVICE_FAILED


class MissingFileError(SiteError):
    """The site has no such file."""


class SiteFiles(Protocol):
    """The place from which a site's files are read."""

    @property
    def place(self) -> str:
        """Return the folder or the address, for messages."""

    def reopen(self) -> "SiteFiles":
        """Return the same site's files as they are now, with none read before."""

    def load(self, path: str, start: int = 0, size: int = -1) -> bytes:
        """Return a file, or `size` bytes of it from `start` on.

        `path` is below the site's root. Raises MissingFileError if there is none, SiteError if it
        can't be read.
        """


class FolderFiles:
    """The files of a site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self.place = str(folder)

    def reopen(self) -> "FolderFiles":
        """Return the folder, resolved again: a link may lead to another one by now."""
        return type(self)(Path(self.place))

    def load(self, path: str, start: int = 0, size: int = -1) -> bytes:
        """Return a file below the folder, or a part of it."""
        file = (self._root / path).resolve()
        if not file.is_relative_to(self._root) or not file.is_file():
            raise MissingFileError(f"{self.place} has no file {path}.")
        try:
            with file.open("rb") as opened:
                opened.seek(start)
                return opened.read(size)
        except OSError as error:
            raise SiteError(describe_os_error(error)) from error


class WebFiles:
    """The files of a site at an address; small ones are fetched once.

    Raises SiteError for an invalid address, and for one that is neither https nor of this machine.
    """

    def __init__(self, address: str) -> None:
        if not is_safe(address):
            if _is_plain(address):
                raise SiteError(f"{address} is not protected on its way. Name it with https.")
            raise SiteError(f"{address} is no site's address. Name it as https://example.org/.")
        self.place = address.rstrip("/") + "/"
        self._host = Host(self.place, follows=_MOST_STEPS)
        self._load_whole = lru_cache(maxsize=64)(self._fetch)

    def reopen(self) -> "WebFiles":
        """Return the site's files; each is fetched again."""
        return type(self)(self.place)

    def load(self, path: str, start: int = 0, size: int = -1) -> bytes:
        """Fetch a file below the address, or a part of it."""
        if ".." in PurePosixPath(path).parts:
            raise MissingFileError(f"{self.place} has no file {path}.")
        if size < 0:
            return self._load_whole(path)[start:]
        got = self._fetch(path, f"bytes={start}-{start + size - 1}")
        return got if len(got) == size else got[start : start + size]  # a host that ignores ranges

    def _fetch(self, path: str, part: str = "") -> bytes:
        heads = {"Accept-Encoding": "identity", **({"Range": part} if part else {})}
        address = self.place + quote(path, safe="/:")
        try:
            reply = send(self._host, address, heads, largest=_LARGEST)
        except GoneError:
            raise MissingFileError(f"{self.place} has no file {path}.") from None
        except ServiceError as error:
            raise SiteError(str(error)) from error
        if urlsplit(reply.address).netloc != urlsplit(self.place).netloc:
            raise SiteError(
                f"{self.place} sends the request on to {reply.address}. Name that site."
            )
        return reply.data


def _is_plain(address: str) -> bool:
    """Return whether an address would be accepted with https instead of http."""
    return address.startswith("http://") and is_safe(f"https{address[4:]}")


def open_files(place: str) -> SiteFiles:
    """Return the files of a site at an address, or in a folder. Raises SiteError."""
    if "://" in place:
        return WebFiles(place)
    folder = Path(place)
    if not folder.is_dir():
        raise SiteError(f"There is no site in {place}. Build it with `orders build`.")
    return FolderFiles(folder)


def unpack(data: bytes, path: str) -> bytes:
    """Return a file's content, even if a server decompressed it already. Raises SiteError."""
    if not data.startswith(_PACKED):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError) as error:
        raise SiteError(f"{path} is not whole: {error}. Build or upload the site again.") from error
