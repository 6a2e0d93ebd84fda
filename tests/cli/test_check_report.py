"""`orders check` prints a block for each file, which can be copied from."""

import fcntl
import json
import os
import re
import shlex
import struct
import sys
import termios
from pathlib import Path

import pytest

from build_scripts.cli.check_report import list_findings
from build_scripts.problems import ExitCode, Finding, FindingCode
from tests.commands import run, succeed
from tests.extensions.review.conftest import folder, home
from tests.processes import start_process
from tests.shared import ROOT, begin_project
from tests.tables import each_row

__all__ = ["folder", "home"]

LONG = "cand/3-23-cv-01234/it's a copy of " + "what the clerk sent " * 4 + "in 2024.txt"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one order, with a long name, whose judge and date are not to be found."""
    order = begin_project(tmp_path) / "orders" / LONG
    order.parent.mkdir(parents=True)
    order.write_text(
        "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\n"
        "QUILL v. TARN,\n\nCase No. 3:23-cv-01234\n\nORDER DENYING MOTION TO STAY\n\n"
        "The motion to stay is DENIED.\n\nIT IS SO ORDERED.\n"
    )
    return tmp_path


def show_at_80_columns(archive: Path) -> str:
    """What `orders check` prints on a terminal."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    environment.pop("COLUMNS", None)
    with start_process(
        [sys.executable, "-m", "build_scripts", "check"],
        cwd=archive,
        env=environment,
        stdin=theirs,
        stdout=theirs,
    ) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                pieces.append(os.read(ours, 65536))
            except OSError:  # the other side is closed
                break
            if not pieces[-1]:
                break
        process.wait(60)
    os.close(ours)
    assert process.returncode == 0
    return b"".join(pieces).decode().replace("\r\n", "\n")


def strip_colors(text: str) -> str:
    return "".join(
        part.partition("m")[2] if at else part for at, part in enumerate(text.split("\x1b["))
    )


def test_a_terminal_of_80_columns_wraps_words_and_nothing_that_is_copied(archive: Path) -> None:
    shown = show_at_80_columns(archive)
    assert "\x1b[" in shown
    lines = strip_colors(shown).splitlines()
    path = f"orders/{LONG}"
    assert lines[0] == path
    commands = [line.strip() for line in lines if line.startswith("    orders ")]
    assert (
        f'orders correct {shlex.quote(path)} --set judges="RIGHT VALUE" --by "YOUR NAME"'
        in commands
    )
    assert f'orders correct {shlex.quote(path)} --set date=YYYY-MM-DD --by "YOUR NAME"' in commands
    words = [line for line in lines[1:-1] if line.startswith("  ") and "orders correct" not in line]
    assert words
    assert all(len(line) <= 80 for line in words)


def test_a_pipe_has_neither_colors_nor_wrapped_lines(archive: Path) -> None:
    result = run("check", cwd=archive)
    assert "\x1b[" not in result.stdout
    path, *lines = result.stdout.splitlines()
    assert path == f"orders/{LONG}"
    said = "  no-judge: The judge was not identified. Give the name of who signed it."
    assert (
        lines[lines.index(said) + 1]
        == f'    orders correct {shlex.quote(path)} --set judges="RIGHT VALUE" --by "YOUR NAME"'
    )
    assert "1 order, 2 findings" in lines


def test_a_printed_command_runs_as_it_is_pasted(archive: Path) -> None:
    printed = run("check", cwd=archive).stdout
    (command,) = [line.strip() for line in printed.splitlines() if "judges=" in line]
    pasted = shlex.split(
        command.replace("RIGHT VALUE", "Jane Q. Roe").replace("YOUR NAME", "A. Librarian")
    )[1:]
    succeed(*pasted, cwd=archive)
    assert "no-judge" not in run("check", cwd=archive).stdout


@pytest.mark.parametrize("where", ["mkdocs.yml", "Git"])
def test_a_printed_command_names_who_will_run_it(archive: Path, where: str) -> None:
    settings = archive / "mkdocs.yml"
    if where == "mkdocs.yml":
        settings.write_text(f"site_author: Nell O'Hara\n{settings.read_text()}")
    environment = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name",
                   "GIT_CONFIG_VALUE_0": "Nell O'Hara" if where == "Git" else "Another"}  # fmt: skip
    printed = run("check", cwd=archive, env=environment).stdout
    (command,) = [line.strip() for line in printed.splitlines() if "judges=" in line]
    assert shlex.split(command)[-2:] == ["--by", "Nell O'Hara"]
    refused = run(*shlex.split(command)[1:], cwd=archive)
    assert refused.returncode == ExitCode.USAGE
    assert "“RIGHT VALUE” is a placeholder" in refused.stderr


def test_what_matters_most_comes_first(home: Path) -> None:
    """Three orders with ten doubtful values, and a file that is none."""
    (home / "orders/empty.txt").write_bytes(b"")
    told = json.loads(run("check", "--json", cwd=home).stdout)
    weights = [one["weight"] for one in told["doubts"]]
    assert len(weights) == 10
    assert weights == sorted(weights, reverse=True)
    assert told["doubts"][0] == {
        "path": "cand/bare.txt",
        "field": "court",
        "wrong": 0.4,
        "weight": 0.36,
        "codes": ["no-court"],
    }
    paths = list(dict.fromkeys(one["path"] for one in told["findings"]))
    assert paths == ["empty.txt", "cand/bare.txt", "cand/printed.pdf", "cand/unsigned.txt"]
    bare = [one["code"] for one in told["findings"] if one["path"] == "cand/bare.txt"]
    assert bare[:3] == ["no-court", "no-docket-number", "no-judge"]
    shown = run("check", cwd=home).stdout
    assert shown.startswith("orders/empty.txt\n")
    assert "Doubtful values: 10. `orders review` asks for each in a browser.\n" in shown


@pytest.mark.build
def test_a_value_that_is_often_wrong_is_a_finding_without_another(tmp_path: Path) -> None:
    """Whether this paper of an appeal is a judgment or an order is said in few words."""
    name = "2000-03-17-judgment-lock-tenders-v-interstate-canal-commission.txt"
    specimen = begin_project(tmp_path, f"cadc/99-1377/{name}") / "orders/cadc/99-1377" / name
    specimen.rename(tmp_path / "orders/paper.txt")
    shown = run("check", "--strict", cwd=tmp_path)
    assert re.search(
        r"doubtful-value: The field order_type is “judgment” \(\d\d% sure\)", shown.stdout
    )
    assert shown.returncode == ExitCode.FINDINGS
    (findings,) = re.findall(r"^1 order, (\d+ findings?)$", shown.stdout, re.MULTILINE)
    built = run("build", "--jobs", "1", cwd=tmp_path)
    assert f", {findings}, " in " ".join(built.stderr.split())  # they count alike
    command = 'orders correct orders/paper.txt --set order_type="RIGHT VALUE" --by "YOUR NAME"'
    assert f"    {command}\n" in shown.stdout
    pasted = command.replace("RIGHT VALUE", "judgment").replace("YOUR NAME", "A. Librarian")
    succeed(*shlex.split(pasted)[1:], cwd=tmp_path)
    assert "order_type" not in run("check", "--strict", cwd=tmp_path).stdout


def test_what_is_found_on_several_pages_is_said_once() -> None:
    findings = [
        Finding("a.pdf", FindingCode.UNREAD_PAGE, "It is blank.", "Look at it.", f"page {page}")
        for page in (2, 5)
    ]
    other = Finding("b.pdf", FindingCode.EMPTY_FILE, "The file is empty.", "Fetch it again.")
    assert list(list_findings([*findings, other], 1204, Path("orders"), None)) == [
        "\x1b[1morders/a.pdf\x1b[0m",
        "  \x1b[33munread-page, page 2; page 5\x1b[0m: It is blank. Look at it.",
        "",
        "\x1b[1morders/b.pdf\x1b[0m",
        "  \x1b[33mempty-file\x1b[0m: The file is empty. Fetch it again.",
        "",
        "1,204 orders, 3 findings",
    ]


@each_row()
def test_a_command_names_the_order_also_beside_its_corrections(file: str, named: str) -> None:
    finding = Finding(file, FindingCode.NO_JUDGE, "", "", mend="orders correct FILE --print")
    assert finding.command(file) == f"orders correct {named} --print"
