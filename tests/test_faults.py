"""A full disk and folders that nobody may write, at every step of a build.

One archive of two orders, built over and over; some thirty seconds in all.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.refusing_system import (
    Refused,
    build_in_fork,
    fill_disk_at,
    heed_permissions,
    run_in_fork,
)
from tests.short_orders import write_orders

pytestmark = pytest.mark.build

Site = dict[str, bytes]

# Patterns of what a build writes, from first to last; and the place that it then names
STEPS = {
    "orders-search-": "/orders-search-",
    "archive/docs/": "archive/docs/",
    ".site.new/orders/": "archive/site",
    ".site.new/assets/": "archive/site",
    ".site.new/about/": "archive/site",
    "archive/.address_ledger.csv": "archive/address_ledger.csv",
    "archive/.history.csv": "archive/history.csv",
    "archive/.publication_log.csv": "archive/publication_log.csv",
    ".site.new/.build.json": "build.json",
    ".site.new/.SHA256SUMS": "SHA256SUMS",
}
NEXT_STEPS = ("Raise the limit", "Free some space", "Fix the permissions", "Move away")
_EDITS = count()


@pytest.fixture
def unbuilt(tmp_path: Path) -> Path:
    """An archive of two orders and few pages."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    settings = (home / "mkdocs.yml").read_text()
    (home / "mkdocs.yml").write_text(settings.replace("format: 2", "format: 2\n      cache: store"))
    write_orders(home / "orders", 0, 2)
    return home


@pytest.fixture
def archive(unbuilt: Path) -> Path:
    """The same with its site."""
    build(unbuilt)
    return unbuilt


def build(home: Path) -> Site:
    """Build without any fault, and read the site."""
    ended = build_in_fork(home, lambda: None)
    assert ended.code == ExitCode.OK, ended.said
    return read_site(home)


def read_site(home: Path) -> Site:
    files = (path for path in (home / "site").rglob("*") if path.is_file())
    return {path.relative_to(home / "site").as_posix(): path.read_bytes() for path in files}


def build_from_nothing(home: Path) -> Site:
    """Build a copy of the archive that knows nothing of earlier builds."""
    fresh = home.parent / "fresh" / home.name
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(home, fresh, ignore=shutil.ignore_patterns("site", ".cache", "store", ".site*"))
    return build(fresh)


def edit_order(home: Path) -> None:
    """Give every step of the next build something to do."""
    number = next(_EDITS)
    order = next((home / "orders").rglob("*.txt"))
    order.write_text(order.read_text() + f"\nA further paragraph, number {number}.\n")
    about = home / "docs/about.md"
    about.write_text(about.read_text() + f"\nMore, {number}.\n")


def build_refused(
    home: Path, before: Site, place: str, prepare: Callable[[], None] = lambda: None
) -> Refused:
    """A build must end with one message, which names the place and a next step, and leave the old
    site and nothing half-written.
    """
    edit_order(home)
    ended = build_in_fork(home, prepare)
    assert ended.code == ExitCode.SITE_FAILED, ended.said
    assert "Traceback" not in ended.said
    (told,) = [line for line in ended.said.splitlines() if line.startswith("error: ")]
    assert place in told
    assert any(step in told for step in NEXT_STEPS), told
    assert read_site(home) == before
    return ended


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


def test_at_whatever_step_the_system_refuses_the_old_site_stands(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Afterwards the next build makes what a build from nothing makes."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    before = read_site(archive)
    for step, place in STEPS.items():
        ended = build_refused(archive, before, place, fill_disk_at(step))
        assert re.search(step, "archive/" + "\narchive/".join(ended.written)), step
        assert not (archive / ".site.new").exists()
        assert not [path for path in archive.rglob(".*.????????") if path.is_file()]
    shutil.rmtree(archive / "docs/orders")
    for folder in ("docs", "", "../passing"):
        with unwritable(archive / folder):
            build_refused(archive, before, folder.strip("./"), heed_permissions)
    for name in (".site.new", "docs/orders"):
        place = archive / name
        shutil.rmtree(place, ignore_errors=True)
        place.write_text("somebody's file")
        build_refused(archive, before, name)
        assert place.read_text() == "somebody's file"
        place.unlink()
    assert build(archive) == build(archive) == build_from_nothing(archive)


def test_without_its_cache_a_build_goes_on_and_says_so_once(archive: Path) -> None:
    """A folder that may not be written, or not be read, and somebody's file in its place."""
    cache = archive / "store"

    def build_without(prepare: Callable[[], None]) -> None:
        edit_order(archive)
        ended = build_in_fork(archive, prepare, "--strict")
        assert ended.code == ExitCode.OK, ended.said
        told = " ".join(ended.said.split())
        assert told.count("goes on without it") == 1, told
        assert str(cache) in told

    shutil.rmtree(cache)
    cache.mkdir()
    for mode in (0o500, 0o000):
        cache.chmod(mode)
        build_without(heed_permissions)
        cache.chmod(0o700)
    cache.rmdir()
    cache.write_text("somebody's file")
    build_without(lambda: None)
    cache.unlink()
    assert read_site(archive) == build_from_nothing(archive)


def test_orders_that_may_not_be_read_are_findings_and_the_others_go_on(unbuilt: Path) -> None:
    orders = unbuilt / "orders"
    closed = orders / "closed"
    closed.mkdir()
    (closed / "order.txt").write_text("IT IS SO ORDERED.")
    (orders / "forbidden.txt").write_text("IT IS SO ORDERED.")
    closed.chmod(0)
    (orders / "forbidden.txt").chmod(0)
    built = build_in_fork(unbuilt, heed_permissions)
    checked = run_in_fork(unbuilt, heed_permissions, "check", "--json")
    closed.chmod(0o700)
    assert built.code == checked.code == ExitCode.OK, built.said
    assert "2 orders" in built.said
    findings = json.loads(checked.said)["findings"]
    denied = [one["path"] for one in findings if "Permission denied" in one["message"]]
    assert denied == ["closed", "forbidden.txt"]
