"""A build that is killed leaves the site that is served whole; the next one makes good.

`KILLS=50 ORDERS=500` kills as many builds of as many orders; some fifteen minutes.
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from tests.commands import Running, start
from tests.short_orders import write_orders

pytestmark = pytest.mark.build

KILLS = int(os.environ.get("KILLS", "3"))
ORDERS = int(os.environ.get("ORDERS", "6"))
_READ_EVERY = 0.001  # seconds


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive of short orders, not built yet."""
    folder = tmp_path / "archive"
    begin_archive(folder, "Ours")
    write_orders(folder / "orders", 0, ORDERS)
    return folder


ACTS = multiprocessing.RawValue("l")  # on files, of the build that began last


def begin_build(home: Path, killed_at: int = 0) -> Running:
    """Begin a build whose process counts what it does to files, and is killed at such an act."""

    def count(event: str, _: object) -> None:
        if event == "open" or event.startswith("os."):
            ACTS.value += 1
            if ACTS.value == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def prepare() -> None:
        os.setsid()
        ACTS.value = 0
        sys.addaudithook(count)

    address = {"SITE_URL": "https://orders.example.org/archive/"}
    return start("build", "-q", cwd=home, env=address, prepare=prepare)


def build(home: Path) -> int:
    """Build to the end; returns how much it did to files."""
    ended = begin_build(home).finish()
    assert ended.returncode == 0, ended.stderr
    return ACTS.value


def wait_for_workers(session: int) -> None:
    """The processes that worked for a build end with it, within a minute on a busy machine."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError("Workers of a build that was killed are still there")


def digest_site(home: Path) -> dict[str, str]:
    files = (path for path in (home / "site").rglob("*") if path.is_file())
    return {
        path.relative_to(home / "site").as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def build_from_nothing(home: Path) -> dict[str, str]:
    """Build a copy of the archive that knows nothing of earlier builds."""
    fresh = home.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(home, fresh, ignore=shutil.ignore_patterns("site", ".cache", ".site*"))
    build(fresh)
    return digest_site(fresh)


class Reader(threading.Thread):
    """Reads files of the site as a host does while builds go on, and notes what it gets."""

    def __init__(self, site: Path, paths: list[str]) -> None:
        super().__init__(daemon=True)
        self.site, self.paths = site, paths
        self.seen: set[tuple[str, str]] = set()
        self.reads = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        draw = random.Random(11)  # noqa: S311 (no secret)
        while not self.stopped.wait(_READ_EVERY):
            path = draw.choice(self.paths)
            try:
                digest = sha256((self.site / path).read_bytes()).hexdigest()
            except FileNotFoundError:
                digest = ""  # of no file of either site, as of one that no site has
            self.seen.add((path, digest))
            self.reads += 1


def test_a_build_killed_at_any_moment_is_made_good_by_the_next(home: Path) -> None:
    """SIGKILL at random acts, of builds with and without a cache, of one order more each time.

    All that is served meanwhile is of a whole site, one that some build finished.
    """
    draw = random.Random(7)  # noqa: S311 (no secret)
    cold = build(home)
    sites = [digest_site(home)]
    write_orders(home / "orders", ORDERS, ORDERS + 1)
    warm = build(home)
    sites.append(digest_site(home))
    reader = Reader(home / "site", sorted(set(sites[0]) & set(sites[1])))
    reader.start()
    killed = 0
    for round_ in range(KILLS):
        write_orders(home / "orders", ORDERS + 1 + round_, ORDERS + 2 + round_)
        if forgets := round_ % 2:
            shutil.rmtree(home / ".cache", ignore_errors=True)
        moment = (cold if forgets else warm) * draw.uniform(0.1, 1.05)
        running = begin_build(home, int(moment))
        killed += running.finish().returncode == -signal.SIGKILL
        wait_for_workers(running.pid)
        served = digest_site(home)
        if served not in sites:
            sites.append(build_from_nothing(home))
            assert served == sites[-1]
    build(home)
    reader.stopped.set()
    reader.join()
    sites.append(build_from_nothing(home))
    assert digest_site(home) == sites[-1]
    whole = {(path, digest) for site in sites for path, digest in site.items()}
    assert reader.seen <= whole
    assert killed
    print(f"{killed} of {KILLS} builds killed; {len(sites)} sites; {reader.reads} reads between")
