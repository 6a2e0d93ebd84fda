"""What an owner's push does: the steps of publish.yml over an archive of one scan.

The specimens and the ledgers are gone, as the README has an owner do, and the scan is read by the
real OCR program. Steps that `uses:` an action are GitHub's own and are left out.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.raw_order import RawOrder
from tests import shipped_specimens
from tests.reading.pdf.test_scan import scan
from tests.shared import ROOT, list_specimens
from tests.site.conftest import PRINTED, print_order
from tests.test_workflows import read_workflow

pytestmark = pytest.mark.build

LEDGERS = ("address_ledger.csv", "history.csv", "publication_log.csv")
PROGRAMS = ("tesseract", "antiword", "wpd2text")
GIVEN = {"${{ steps.pages.outputs.base_url }}": "https://example.org/archive"}
OWNER = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "A. Librarian"), ("EMAIL", "librarian@example.org"))
}
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTEST", "PYTHON", "ORDERS_", "GIT_")) and name != "SITE_URL"
}


def git(home: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],
        cwd=home,
        env={**CLEAN, **OWNER},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this program and one scanned order, committed."""
    home = tmp_path_factory.mktemp("owner") / "archive"
    known = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in known:
        if (ROOT / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, home / name)
    for folder in ("build_scripts", "tests"):  # with what Python compiled
        shutil.copytree(ROOT / folder, home / folder, dirs_exist_ok=True)
    for folder in (path for path in (home / "orders").iterdir() if path.is_dir()):
        shutil.rmtree(folder)
    for ledger in LEDGERS:
        (home / ledger).unlink()
    printed = home.parent / "printed.pdf"
    print_order(printed)
    scanned = scan(RawOrder.from_bytes("printed.pdf", printed.read_bytes()))
    (home / "orders/scan.pdf").write_bytes(scanned.data)
    git(home, "init", "-q")
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "Our first order")
    set_up(home)
    return home


def set_up(home: Path) -> None:
    """Put the packages of this run where `make` would install the same ones.

    That takes a minute, and `make check` has just done it where all checks run. The program is
    that of the repository in `home`.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / ".venv"], check=True)
    packages = sysconfig.get_path("purelib", vars={"base": str(home / ".venv")})
    paths = f"{home}\n{sysconfig.get_path('purelib')}\n"
    (Path(packages) / "of_this_run.pth").write_text(paths, encoding="utf-8")
    command = home / ".venv/bin/orders"
    command.write_text(
        f"#!{home}/.venv/bin/python\nfrom build_scripts.__main__ import main\n\nmain()\n"
    )
    command.chmod(0o755)
    (home / ".venv/.site").touch()


def list_commands() -> list[dict[str, Any]]:
    return [step for step in read_workflow("publish")["jobs"]["build"]["steps"] if "run" in step]


def run_step(step: dict[str, Any], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does; what installs programs only where one is missing."""
    if "apt-get" in step["run"] and all(map(shutil.which, PROGRAMS)):
        return subprocess.CompletedProcess([], 0, "", "")
    asked = {name: _fill(value) for name, value in step.get("env", {}).items()}
    ended = subprocess.run(
        ["bash", "-e", "-c", _fill(step["run"])],
        cwd=home,
        env={**CLEAN, "CI": "true", "GITHUB_ACTIONS": "true", **asked},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, (step, ended.stdout[-1500:], ended.stderr[-1500:])
    return ended


def _fill(text: str) -> str:
    """Put in what actions say; an expression that is not known here stays, and fails."""
    for expression, value in GIVEN.items():
        text = text.replace(expression, value)
    assert "${{" not in text
    return text


def test_an_owners_scan_is_published(archive: Path) -> None:
    said = [run_step(step, archive).stdout for step in list_commands()]
    site = archive / "site"
    (page,) = (path for path in (site / "orders").glob("*/*/*/index.html"))
    text = LexborHTMLParser(page.read_bytes()).body.text()
    shown = set(re.findall(r"\w+", text))
    printed = re.findall(r"\w+", " ".join(line for lines in PRINTED for line in lines))
    assert sum(word in shown for word in printed) >= 0.95 * len(printed)
    assert page.parent.parent.name == "3-22-cv-00911"
    assert "https://example.org/archive/" in (site / "sitemap.xml").read_text("utf-8")
    assert "Taken out: nothing" in said[-2]
    assert "files; none found" in said[-2]
    assert said[-1].startswith("::warning::")

    git(archive, "add", *LEDGERS)
    git(archive, "commit", "-q", "-m", "The ledgers of the first build")
    assert run_step(list_commands()[-1], archive).stdout == ""


SAMPLE = ("tests/test_specimens.py", "tests/search/test_search_command.py", "tests/test_seed.py")


def run_python(archive: Path, *arguments: str, **settings: str) -> str:
    return subprocess.run(
        [archive / ".venv/bin/python", *arguments],
        cwd=archive,
        env={**CLEAN, "CI": "true", **settings},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_tests_skip_what_an_owner_has_not(archive: Path) -> None:
    """On GitHub too, where CI is set."""
    said = run_python(archive, "-m", "pytest", "-p", "no:cacheprovider", "-n0", *SAMPLE)
    assert re.fullmatch(r"\d+ skipped in .*", said.splitlines()[-1]), said[-1500:]


def test_real_orders_are_demanded_where_this_projects_checks_run(archive: Path) -> None:
    ask = ("-c", "from tests.shared import LACKS_SHARED; print(LACKS_SHARED)")
    assert run_python(archive, *ask) == "True\n"
    assert run_python(archive, *ask, ORDERS_SHARED_REQUIRED="1") == "False\n"


def test_specimens_are_demanded_where_this_projects_checks_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped_specimens, "FOLDER", tmp_path)
    monkeypatch.delenv("ORDERS_SPECIMENS_REQUIRED", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not in orders/"):
        list_specimens()
    monkeypatch.setenv("ORDERS_SPECIMENS_REQUIRED", "1")
    with pytest.raises(pytest.fail.Exception, match="not in orders/"):
        list_specimens()


def test_this_projects_checks_demand_both() -> None:
    assert "export ORDERS_SHARED_REQUIRED=1 ORDERS_SPECIMENS_REQUIRED=1\n" in (
        ROOT / ".ci/run"
    ).read_text(encoding="utf-8")
