"""The command line as a maintainer meets it: output, errors, exit codes."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from build_scripts.__main__ import COMMANDS, commands, list_options, load_command, main
from build_scripts.cli.registry import list_extensions
from build_scripts.problems import ExitCode
from tests.cli.test_add import MOTION
from tests.commands import run, succeed
from tests.shared import ORDERS, ROOT, begin_project, list_specimens

pytestmark = pytest.mark.build

SPECIMEN = ORDERS / "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small archive of one's own: settings, hand-written pages, one order."""
    begin_project(tmp_path, pages="all")
    shutil.copy(SPECIMEN, tmp_path / "orders")
    return tmp_path


_LISTING = """
import atexit, sys
from build_scripts.__main__ import main
atexit.register(lambda: print(*sys.modules, sep="\\n", file=sys.stderr))
main()
"""


def _list_loaded(*arguments: object, here: Path = ROOT) -> tuple[str, set[str]]:
    """What `orders` prints, and which modules it has loaded in the end."""
    command = [sys.executable, "-c", _LISTING, *map(str, arguments)]
    ended = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    return ended.stdout, set(ended.stderr.split())


def test_help_names_commands_and_exit_codes_and_loads_no_command() -> None:
    printed, loaded = _list_loaded("--help")
    for word in ("words lost", "interrupted", *COMMANDS, *COMMANDS.values()):
        assert word in printed
    packages = {name.partition(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert packages <= {"__main__", "build_scripts", "click", "_distutils_hack", "sitecustomize"}
    assert {name for name in loaded if name.startswith("build_scripts.")} == {
        "build_scripts.__main__",
        "build_scripts.cli",
        "build_scripts.cli.error_message",
        "build_scripts.cli.registry",
        "build_scripts.extensions",
        *(f"build_scripts.extensions.{name}" for name in list_extensions()),
        "build_scripts.problems",
        "build_scripts.model",
        "build_scripts.model.text",
        "build_scripts.model.text.os_errors",
    }


def _list_value_options() -> list[tuple[tuple[str, ...], str]]:
    """Every option of every command and subcommand that takes text: the command, the option."""
    found = []
    for name in COMMANDS:
        command = load_command(name)
        inner = command.commands if isinstance(command, click.Group) else {"": command}
        for below, one in inner.items():
            words = (name, below) if below else (name,)
            found += [(words, option.opts[0]) for option in list_options(one)]
    return found


@pytest.mark.parametrize("typed", ["…", "...", "YOUR NAME", "field=… v. …"])
def test_no_option_of_any_command_accepts_a_placeholder(typed: str) -> None:
    """Not even one whose type refuses it as well says another thing than that it can't be used."""
    options = _list_value_options()
    assert {option for _, option in options} >= {"--set", "--by", "--note", "--reason", "--words"}
    assert len({words for words, _ in options}) >= 12
    for words, option in options:
        refused = CliRunner().invoke(commands, [*words, f"{option}={typed}"])
        assert refused.exit_code == ExitCode.USAGE, (words, option, refused.output)
        assert re.search(
            r"is a placeholder\. Replace it|Invalid value|is not a valid", refused.output
        )


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_prints_its_help(option: str) -> None:
    for words in [(name,) for name in COMMANDS] + [words for words, _ in _list_value_options()]:
        printed = CliRunner().invoke(commands, [*words, option])
        assert printed.exit_code == ExitCode.OK, (words, printed.output)
        assert printed.output.startswith(f"Usage: commands {' '.join(words)}"), printed.output


def test_no_printed_command_holds_an_ellipsis() -> None:
    """It is pasted into a shell, where an ellipsis would be a value; a placeholder has words."""
    for path in (ROOT / "build_scripts").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.search(r"--[a-z]+[ =]\S*…", node.value), (path, node.lineno)


def test_show_loads_neither_what_builds_a_site_nor_readers_of_other_forms(tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_text(
        "UNITED STATES DISTRICT COURT\nDISTRICT OF ARIZONA\n\nNo. CV-21-00012\n\nORDER\n\n"
        "The motion is denied. Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009).\n"
    )
    printed, loaded = _list_loaded("show", order, here=tmp_path)  # an archive has policies to read
    assert "556 U.S. 662" in printed
    packages = {name.partition(".")[0] for name in loaded}
    builders = {"distributed", "fsspec", "jinja2", "mkdocs", "multiprocessing", "rich", "sqlite3"}
    readers = {"citeurl", "PIL", "pypdfium2", "selectolax"}
    assert not packages & (builders | readers)


def test_show_prints_the_page_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copy(SPECIMEN, tmp_path / "order.txt")
    result = succeed("show", "order.txt", cwd=tmp_path)
    assert result.stdout.startswith("---\n")
    assert 'docket_number: "3:23-cv-01234-MTO"' in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["order.txt"]


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "empty"), (b"%PDF-1.5 ...", "damaged"), (None, "can't be read")],
)
def test_show_says_what_is_wrong_with_bad_input(
    tmp_path: Path, data: bytes | None, says: str
) -> None:
    if data is not None:
        (tmp_path / "bad.txt").write_bytes(data)
    result = run("show", "bad.txt", cwd=tmp_path)
    assert result.returncode == ExitCode.BAD_INPUT
    assert says in result.stderr
    assert "bad.txt" in result.stderr
    assert "\x1b[" not in result.stderr  # no colours in a pipe


def test_check_lists_findings_and_fails_when_strict(archive: Path) -> None:
    clean = run("check", "--strict", cwd=archive)
    counted, removed = clean.stdout.splitlines()
    assert (clean.returncode, counted) == (ExitCode.OK, "1 order, 0 findings")
    assert removed.startswith("Taken off the pages: line number ")
    (archive / "orders/empty.txt").write_bytes(b"")
    listed = succeed("check", "--json", cwd=archive)
    checked = json.loads(listed.stdout)
    assert checked["findings"] == [
        {
            "path": "empty.txt",
            "place": "",
            "code": "empty-file",
            "message": "The file is empty.",
            "advice": "Fetch the order again, or remove the file.",
            "command": "",
        }
    ]
    assert checked["orders"] == 1
    assert checked["judge_joins"] == []  # an order alone joins no names
    shown = json.loads(run("show", SPECIMEN, "--json").stdout)
    assert checked["removals"] == Counter(removal["reason"] for removal in shown["removals"])
    assert run("check", "--strict", cwd=archive).returncode == ExitCode.FINDINGS


def test_add_copies_once_and_names_the_duplicate(archive: Path) -> None:
    other = next(path for path in list_specimens() if "casd" in path.parts)
    succeed("add", other, cwd=archive)
    assert list((archive / "orders/casd").rglob("*.txt"))
    bare = "ORDER\n\nThe motion to compel is DENIED.\n\nIT IS SO ORDERED.\n"
    (archive / "bare.txt").write_text(bare)
    again = run("add", other, "bare.txt", cwd=archive)
    assert again.returncode == ExitCode.DUPLICATE
    assert "in the archive already" in again.stderr
    assert "\n1 of 2 added.\nOf 1 the court or the docket number is not known" in again.stdout


def test_add_takes_a_partys_paper_only_by_force(archive: Path) -> None:
    (archive / "motion.txt").write_text(MOTION)
    refused = run("add", "motion.txt", cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "--force" in refused.stderr
    assert not list((archive / "orders").rglob("motion.txt"))
    succeed("add", "--force", "motion.txt", cwd=archive)
    assert list((archive / "orders/nvd").rglob("motion.txt"))


def test_show_lists_a_zip_archive_and_shows_one_of_its_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as bundle:
        bundle.write(SPECIMEN, "2024/order.txt")
        bundle.writestr("motion.txt", MOTION)
    listed = run("show", "bundle.zip", cwd=tmp_path)
    assert listed.stdout == "bundle.zip::2024/order.txt\nbundle.zip::motion.txt\n"
    shown = run("show", "bundle.zip::2024/order.txt", "--json", cwd=tmp_path)
    assert json.loads(shown.stdout)["case_name"] == "Larkspur Robotics, Inc. v. Does 1-8"
    missing = run("show", "bundle.zip::no.txt", cwd=tmp_path)
    assert missing.returncode == ExitCode.BAD_INPUT
    assert "no such file" in missing.stderr


def test_commands_outside_an_archive_say_where_to_go(tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "mkdocs.yml" in result.stderr


def test_a_command_whose_output_is_closed_goes_on(archive: Path) -> None:
    command = ["sh", "-c", 'exec "$0" -m build_scripts check >&-', sys.executable]
    ended = subprocess.run(command, cwd=archive, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (ExitCode.OK, "")


def test_a_full_memory_is_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(commands, "main", fill)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == ExitCode.BAD_INPUT
    assert "The memory is full." in capsys.readouterr().err


def test_a_place_for_workers_without_workers_is_a_usage_error() -> None:
    refused = run("build", "--orders-at", "s3://bucket/orders")
    assert refused.returncode == ExitCode.USAGE
    assert "--executor" in refused.stderr


def test_build_makes_the_site_and_says_so(archive: Path) -> None:
    (archive / "orders" / "empty.txt").touch()
    result = succeed("build", "--strict", "--profile", cwd=archive)
    assert "1 order, 1 file not read, " in result.stderr
    assert f"The site is in {archive / 'site'}: " in result.stderr
    for stage in ("converting orders", "data files", "looking for leaks", "the whole build"):
        (line,) = (each for each in result.stderr.splitlines() if f"{stage}: " in each)
        assert re.fullmatch(rf"{stage}: \d+\.\d\d s", line)
    assert "memory at most" in result.stderr
    assert (archive / "site/index.html").is_file()
    assert list((archive / "site/orders/cand/3-23-cv-01234").rglob("index.html"))
    data_page = (archive / "site/data/index.html").read_text(encoding="utf-8")
    assert '<p>Download: <a href="../archive.sqlite.gz">archive.sqlite.gz</a></p>' in data_page


def test_a_name_that_the_locale_does_not_know_stays_on_the_site(archive: Path) -> None:
    (order,) = (archive / "orders").glob("*.txt")
    order.rename(order.with_name("Łódź § 1.txt"))
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = subprocess.run(
        [sys.executable, "-m", "build_scripts", "changes"],
        cwd=archive,
        env=plain,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert told == "New in the history: 1 added\n"
    refused = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=archive,
        env=plain,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert refused.returncode == 1
    assert "Set PYTHONUTF8=1" in refused.stderr
    assert not (archive / "site").exists()
