"""A site's files, from a folder and from an address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
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
from tests.serving import QuietHandler, serve_here
from tests.tables import each_row

DATA = bytes(range(200))


@dataclass
class Host:
    """A host's address, and what was asked of it."""

    asked: list[str] = field(default_factory=list)
    address: str = ""


class _Handler(QuietHandler):
    """Serves DATA, whole or in parts, and what hosts do wrong."""

    host: Host

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        if self.path == "/away":
            return self.reply(302, b"", Location="http://example.org/data")
        if self.path == "/on":
            return self.reply(302, b"", Location="/data")
        if self.path == "/short":
            return self.reply(200, DATA, length=len(DATA) + 9)
        if self.path == "/broken":
            return self.reply(503, b"")
        if self.path not in {"/data", "/uncut"}:
            return self.reply(404, b"")
        part = self.headers.get("Range", "")
        if part and self.path == "/data":
            first, last = part.removeprefix("bytes=").split("-")
            return self.reply(206, DATA[int(first) : int(last) + 1])
        return self.reply(200, DATA)


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    with serve_here(type("Handler", (_Handler,), {"host": made})) as made.address:
        yield made


@pytest.mark.parametrize("path", ["data", "uncut", "on"])
def test_an_address_gives_files_and_parts(host: Host, path: str) -> None:
    files = WebFiles(host.address)
    assert files.load(path) == DATA
    assert files.load(path, 10, 20) == DATA[10:30]


def test_a_whole_file_is_fetched_once(host: Host) -> None:
    files = WebFiles(f"{host.address}/")
    assert [files.load("data"), files.load("data", 5)] == [DATA, DATA[5:]]
    assert host.asked == ["/data"]


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
    host: Host, path: str, error: type[SiteError], said: str
) -> None:
    with pytest.raises(error, match=said):
        WebFiles(f"{host.address}/").load(path)


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
