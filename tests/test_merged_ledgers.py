"""Two people build the same archive, and git merges what both wrote into the ledgers."""

import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.cli.init import begin_archive
from tests.commands import succeed
from tests.shared import ORDERS
from tests.test_publishing_workflow import git

pytestmark = pytest.mark.build

OURS = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
THEIRS = "cand/4-24-cv-03310/2024-06-24-order-remanding-case-sua-sponte.txt"
LOG = "publication_log.csv"


def add_and_build(archive: Path, order: str, place: str) -> None:
    shutil.copy(ORDERS / order, archive / "orders" / place)
    succeed("build", cwd=archive)
    git(archive, "add", "--all")
    git(archive, "commit", "-q", "-m", place)


def merge(tmp_path: Path) -> tuple[Path, int]:
    """Pull what another person built of another order; return the archive and git's exit code."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    git(home, "init", "-q", "-b", "main")
    add_and_build(home, OURS, "first.txt")
    git(tmp_path, "clone", "-q", str(home), "other")
    add_and_build(tmp_path / "other", THEIRS, "theirs.txt")
    (home / "orders/theirs-too.txt").write_text(
        (ORDERS / THEIRS).read_text().replace("3310", "3311")
    )
    succeed("build", cwd=home)
    git(home, "add", "--all")
    git(home, "commit", "-q", "-m", "ours")
    git(home, "fetch", "-q", str(tmp_path / "other"), "main")
    merged = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", "merge", "-q", "FETCH_HEAD"],
        cwd=home, capture_output=True, check=False,
    )  # fmt: skip
    return home, merged.returncode


def keep_our_log(home: Path) -> None:
    """Solve the conflict that git reports in the log, as docs/running.md says, and no other."""
    assert git(home, "diff", "--name-only", "--diff-filter=U") == f"{LOG}\n"
    git(home, "add", LOG)
    git(home, "commit", "-q", "-m", "merged")


def test_both_keep_their_lines_and_one_keeps_the_log(tmp_path: Path) -> None:
    """The lines of the log are a chain, which two builds continued."""
    home, code = merge(tmp_path)
    assert code == 1
    ours = git(home, "show", f"HEAD:{LOG}")
    keep_our_log(home)
    succeed("build", cwd=home)
    succeed("check", cwd=home)
    assert len((home / "history.csv").read_text().splitlines()) == 1 + 3
    assert len((home / "address_ledger.csv").read_text().splitlines()) == 1 + 3
    lines = (home / LOG).read_text()
    assert lines.startswith(ours)
    assert len(lines.splitlines()) == len(ours.splitlines()) + 1


def test_two_people_correct_the_same_order(tmp_path: Path) -> None:
    """Each moves it; a page that moved twice has two lines after the merge."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    git(home, "init", "-q", "-b", "main")
    add_and_build(home, OURS, "first.txt")
    git(tmp_path, "clone", "-q", str(home), "other")
    for archive, value in ((tmp_path / "other", "title=Order"), (home, "date=2024-03-05")):
        succeed("correct", "orders/first.txt", "--set", value, "--by", "A. Clerk", cwd=archive)
        add_and_build(archive, THEIRS, f"{value[:4]}.txt")
    git(home, "fetch", "-q", str(tmp_path / "other"), "main")
    user = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    git(home, *user, "merge", "-q", "-X", "ours", "FETCH_HEAD")
    succeed("build", cwd=home)
    ledger = read_address_ledger(home / "address_ledger.csv")
    (here,) = (one for one in ledger.values() if one.file == "first.txt" and not one.leads_to)
    former = [one for one in ledger.values() if one.file == "first.txt" and one.leads_to]
    assert len(former) == 2
    assert {one.leads_to for one in former} == {here.address}
