"""A site's files, from a folder and from an address."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from build_scripts.site.published.site_files import (
    FolderFiles,
    MissingFileError,
    SiteError,
    WebFiles,
    open_files,
    unpack,
)
from tests.tables import each_row

DATA = bytes(range(200))


class _Host(BaseHTTPRequestHandler):
    """Serves DATA, whole or in parts, and what hosts do wrong."""

    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        if self.path == "/away":
            return self._say(302, b"", Location="http://example.org/data")
        if self.path == "/on":
            return self._say(302, b"", Location="/data")
        if self.path == "/short":
            return self._say(200, DATA, length=len(DATA) + 9)
        if self.path == "/broken":
            return self._say(503, b"")
        if self.path not in {"/data", "/uncut"}:
            return self._say(404, b"")
        part = self.headers.get("Range", "")
        if part and self.path == "/data":
            first, last = part.removeprefix("bytes=").split("-")
            return self._say(206, DATA[int(first) : int(last) + 1])
        return self._say(200, DATA)

    def _say(self, code: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        server.asked = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize("path", ["data", "uncut", "on"])
def test_an_address_gives_files_and_parts(host: ThreadingHTTPServer, path: str) -> None:
    files = WebFiles(f"http://127.0.0.1:{host.server_port}")
    assert files.load(path) == DATA
    assert files.load(path, 10, 20) == DATA[10:30]


def test_a_whole_file_is_fetched_once(host: ThreadingHTTPServer) -> None:
    files = WebFiles(f"http://127.0.0.1:{host.server_port}/")
    assert [files.load("data"), files.load("data", 5)] == [DATA, DATA[5:]]
    assert host.asked == ["/data"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("nothing", MissingFileError, "has no file nothing"),
        ("../secret", MissingFileError, "has no file"),
        (
            "away",
            SiteError,
            "sends the request on to http://example.org/data",
        ),  # never to another host
        ("short", SiteError, "can't be reached"),
        ("broken", SiteError, r"failed \(503\)"),
    ],
)
def test_what_a_host_does_wrong_is_said(
    host: ThreadingHTTPServer, path: str, error: type[SiteError], said: str
) -> None:
    with pytest.raises(error, match=said):
        WebFiles(f"http://127.0.0.1:{host.server_port}/").load(path)


@each_row()
def test_a_place_that_is_none_is_said(place: str, said: str) -> None:
    with pytest.raises(SiteError, match=said):
        open_files(place)


def test_a_folder_gives_nothing_outside_itself(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/data").write_bytes(DATA)
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "site/link").symlink_to(tmp_path / "secret")
    files = FolderFiles(tmp_path / "site")
    assert files.load("data", 3, 4) == DATA[3:7]
    for path in ("../secret", "link", str(tmp_path / "secret"), "none"):
        with pytest.raises(MissingFileError):
            files.load(path)


def test_a_file_that_is_not_whole_is_said() -> None:
    assert unpack(b"plain", "a.gz") == b"plain"
    with pytest.raises(SiteError, match=r"a\.gz is not whole"):
        unpack(b"\x1f\x8b\x08", "a.gz")
