"""The files of a site, in a folder or at an address."""

import gzip
import http.client
import urllib.error
import urllib.request
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import quote, urlsplit

from build_scripts.problems import ArchiveError, ExitCode
from build_scripts.text.os_errors import describe_os_error

_LARGEST = 256 * 1024 * 1024  # bytes of a file that is fetched
_TIMEOUT = 60  # seconds without a byte
_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_PACKED = b"\x1f\x8b"


class SiteError(ArchiveError):
    """A site, or a file of it, can't be read."""

    exit_code = ExitCode.SERVICE_FAILED


class MissingFileError(SiteError):
    """The site has no such file."""


class SiteFiles(Protocol):
    """Where a site's files are read."""

    @property
    def place(self) -> str:
        """The folder or the address, for messages."""

    def load(self, path: str, start: int = 0, size: int = -1) -> bytes:
        """Return a file, or `size` bytes of it from `start` on.

        `path` is below the site's root. Raises MissingFileError where there is none, SiteError
        where it can't be read.
        """


class FolderFiles:
    """The files of a site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self.place = str(folder)

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

    Raises SiteError for an address that is none, and for one that is neither https nor of this
    machine.
    """

    def __init__(self, address: str) -> None:
        try:
            parts = urlsplit(address)
            host = parts.hostname
        except ValueError:
            host = None
        if not host or parts.scheme not in {"http", "https"}:
            raise SiteError(f"{address} is no site's address. Name it as https://example.org/.")
        if parts.scheme == "http" and host not in _HERE:
            raise SiteError(f"{address} is not protected on its way. Name it with https.")
        self.place = address.rstrip("/") + "/"
        handlers: list[urllib.request.BaseHandler] = [_StayOnSite(host)]
        if host in _HERE:
            handlers.append(urllib.request.ProxyHandler({}))
        self._opener = urllib.request.build_opener(*handlers)
        self._load_whole = lru_cache(maxsize=64)(self._fetch)

    def load(self, path: str, start: int = 0, size: int = -1) -> bytes:
        """Fetch a file below the address, or a part of it."""
        if ".." in PurePosixPath(path).parts:
            raise MissingFileError(f"{self.place} has no file {path}.")
        if size < 0:
            return self._load_whole(path)[start:]
        got = self._fetch(path, f"bytes={start}-{start + size - 1}")
        return got if len(got) == size else got[start : start + size]  # a host that cuts nothing

    def _fetch(self, path: str, part: str = "") -> bytes:
        headers = {"User-Agent": "orders-archive", "Accept-Encoding": "identity"}
        if part:
            headers["Range"] = part
        address = self.place + quote(path, safe="/:")
        request = urllib.request.Request(address, headers=headers)  # noqa: S310 (checked above)
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as response:
                data: bytes = response.read(_LARGEST + 1)
                promised = response.headers.get("Content-Length", "")
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == http.HTTPStatus.NOT_FOUND:
                raise MissingFileError(f"{self.place} has no file {path}.") from None
            raise SiteError(f"{address} answers with {error.code}. Ask again later.") from None
        except (OSError, http.client.HTTPException) as error:
            why = getattr(error, "reason", error)
            raise SiteError(f"{self.place} can't be reached: {why}. Look at the address.") from None
        if len(data) > _LARGEST:
            raise SiteError(f"{address} is larger than {_LARGEST // 1024 // 1024} MB.")
        if promised.isdecimal() and len(data) < int(promised):
            raise SiteError(f"{address} broke off. Ask again later.")
        return data


class _StayOnSite(urllib.request.HTTPRedirectHandler):
    """Follows a host to itself, with https, and nowhere else."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(self, *given: object) -> urllib.request.Request | None:
        """Follow where the new address, the last that is given, is of the same host."""
        parts = urlsplit(str(given[-1]))
        if parts.hostname != self._host or parts.scheme not in {"https", "http"}:
            return None
        if parts.scheme == "http" and self._host not in _HERE:
            return None
        return super().redirect_request(*given)  # type: ignore[arg-type]


def open_files(place: str) -> SiteFiles:
    """Return the files of a site at an address, or in a folder. Raises SiteError."""
    if "://" in place:
        return WebFiles(place)
    folder = Path(place)
    if not folder.is_dir():
        raise SiteError(f"There is no site in {place}. Build it with `orders build`.")
    return FolderFiles(folder)


def unpack(data: bytes, path: str) -> bytes:
    """Return a file's content where a server unpacked it already, too. Raises SiteError."""
    if not data.startswith(_PACKED):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError) as error:
        raise SiteError(f"{path} is not whole: {error}. Build or upload the site again.") from error
