"""Two builds of one archive at one time: the second is refused, and the first undisturbed."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from tests.commands import Running, run, start
from tests.shared import ORDERS, begin_project

SPECIMEN = ORDERS / "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
# MkDocs runs it in the middle of a build: pages are converted, the site is not yet made.
HOOK = """
import os, time
from pathlib import Path

def on_pre_build(config):
    if "HALT" in os.environ:
        Path(os.environ["HALT"]).touch()
        while Path(os.environ["HALT"]).exists():
            time.sleep(0.01)
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    home = begin_project(tmp_path / "archive")
    with (home / "mkdocs.yml").open("a") as settings:
        settings.write("\nhooks: [halt.py]\n")
    (home / "halt.py").write_text(HOOK)
    shutil.copy(SPECIMEN, home / "orders")
    return home


@contextmanager
def halted_build(archive: Path) -> Iterator[Running]:
    """`orders build`, halted in its middle; it goes on at the block's end."""
    halt = archive.parent / "halted"
    building = start("build", cwd=archive, env={"HALT": str(halt)})
    while not halt.exists():
        assert os.waitpid(building.pid, os.WNOHANG) == (0, 0), "the build ended by itself"
        time.sleep(0.01)
    try:
        yield building
    finally:
        halt.unlink()


def read_tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_second_build_is_told_who_builds_and_the_first_is_undisturbed(archive: Path) -> None:
    with halted_build(archive) as first:
        before = read_tree(archive)
        second = run("build", cwd=archive)
        mkdocs = run("build", cwd=archive, program="mkdocs")
        removal = run("addresses", "--accept-removal", "orders/a", cwd=archive)
        assert read_tree(archive) == before
    assert (second.returncode, removal.returncode) == (ExitCode.BUSY, ExitCode.BUSY)
    assert mkdocs.returncode == 1
    for said in (second.stderr, mkdocs.stderr, removal.stderr):
        words = " ".join(said.split())
        assert f"at work: `orders build`, process {first.pid}, since 2" in words
        assert str(archive / ".cache/build.lock") in words
        assert "Traceback" not in words
    ended = first.finish()
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert (archive / "site/SHA256SUMS").is_file()
    assert not list(archive.glob(".site.*"))
