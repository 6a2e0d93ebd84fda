"""`orders add` as an owner meets it: what is refused, and the line that adds it all the same."""

import json
import os
import shlex
from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.refusing_system import heed_permissions, run_in_fork
from tests.shared import begin_project
from tests.tables import each_row

pytestmark = pytest.mark.build

HEAD = """\
UNITED STATES DISTRICT COURT
DISTRICT OF NEVADA

JANE ROE,
Plaintiff,
v.
DOE CORP.,
Defendant.

Case No. 2:24-cv-00001-ABC-DEF

"""
ORDER = """\
ORDER DENYING MOTION TO COMPEL

The motion to compel is DENIED.

IT IS SO ORDERED.

Dated: March 4, 2024

MARA T. VALE
United States District Judge
"""
SEALED = f"FILED UNDER SEAL\n\n{HEAD}{ORDER}"
MOTION = f"{HEAD}PLAINTIFF'S MOTION TO COMPEL\n\nPlaintiff moves to compel answers.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return begin_project(tmp_path)


@each_row()
def test_what_is_refused_is_added_by_the_line_that_the_refusal_prints(
    archive: Path, text: str, beside: str, why: str, is_order: bool
) -> None:
    (archive / "a paper.txt").write_text(text)
    if beside:
        (archive / "a paper.txt.yml").write_text(beside)
    refused = run("add", "a paper.txt", cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert why in refused.stderr
    assert "Nothing was copied." in refused.stderr
    assert not list((archive / "orders").rglob("*.*"))
    line = refused.stderr.splitlines()[-1].strip()
    assert line == 'orders add \'a paper.txt\' --public --by "YOUR NAME" --reason "YOUR REASON"'
    named = line.replace("YOUR NAME", "A. Librarian").replace(
        "YOUR REASON", "It was released: 2031"
    )
    succeed(*shlex.split(named)[1:], cwd=archive)
    (place,) = (archive / "orders/nvd").rglob("a paper.txt")
    written = Path(f"{place}.yml").read_text()
    assert written.startswith(beside)
    assert 'public: {by: "A. Librarian", reason: "It was released: 2031", date: ' in written
    assert json.loads(run("check", "--json", cwd=archive).stdout)["orders"] == 1
    assert json.loads(run("show", place, "--json", cwd=archive).stdout)["is_order"] is is_order


@each_row()
def test_who_says_so_and_that_it_is_public_go_together(
    archive: Path, options: list[str], says: str
) -> None:
    (archive / "order.txt").write_text(SEALED)
    refused = run("add", "order.txt", *options, cwd=archive)
    assert refused.returncode == ExitCode.USAGE
    assert says in refused.stderr


def test_what_is_no_file_is_refused_before_it_is_read(archive: Path) -> None:
    """A pipe that nobody writes into, and a device without an end, were read for ever."""
    (archive / "my drop").mkdir()
    os.mkfifo(archive / "pipe")
    (archive / "link").symlink_to("nowhere.txt")
    for name, says in (
        ("my drop", "This is a folder. Run `orders import folder 'my drop'` to add"),
        ("pipe", "This is a pipe or a device, not a file."),
        ("/dev/zero", "This is a pipe or a device, not a file."),
        ("link", "No such file"),
    ):
        refused = run("add", name, cwd=archive)
        assert refused.returncode == ExitCode.BAD_INPUT
        assert says in " ".join(refused.stderr.split())


def test_what_corrections_withhold_is_not_added_as_public(archive: Path) -> None:
    (archive / "order.txt").write_text(HEAD + ORDER)
    (archive / "order.txt.yml").write_text("withhold: {what: order, reason: sealed}\n")
    refused = run("add", "order.txt", "--public", "--by", "A. Librarian", cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "withholds the order" in refused.stderr
    assert not list((archive / "orders").rglob("*.*"))


def test_a_file_that_can_not_be_read_stops_no_other(archive: Path) -> None:
    """Each new file was refused: it is compared with those that are there."""
    (archive / "new.txt").write_text(HEAD + ORDER)
    (archive / "inbox").mkdir()
    (archive / "inbox/other.txt").write_text(HEAD.replace("00001", "00002") + ORDER)
    closed = archive / "orders/closed.txt"
    closed.write_text(HEAD + ORDER.replace("March", "May"))
    closed.chmod(0)
    added = run_in_fork(archive, heed_permissions, "add", "new.txt")
    assert added.code == ExitCode.OK, added.said
    imported = run_in_fork(archive, heed_permissions, "import", "folder", "inbox")
    assert imported.code == ExitCode.OK, imported.said
    assert "Added 1 order" in imported.said


def test_a_file_in_a_closed_folder_does_not_keep_the_others_out(archive: Path) -> None:
    (archive / "closed").mkdir()
    for number, name in enumerate(("a.txt", "closed/b.txt", "c.txt")):
        (archive / name).write_text(f"{HEAD}{ORDER}".replace("00001", f"0000{number}"))
    (archive / "closed").chmod(0)
    added = run_in_fork(archive, heed_permissions, "add", "a.txt", "closed/b.txt", "c.txt")
    (archive / "closed").chmod(0o700)
    assert added.code == ExitCode.BAD_INPUT
    assert "closed/b.txt: The file can't be read: Permission denied." in added.said
    assert "2 of 3 added." in added.said
