"""What is installed to run, to develop and to build; what programs of others say in our output."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.shared import ROOT

pytestmark = pytest.mark.build

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def _list_locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(), re.MULTILINE))


def test_what_builds_the_project_is_not_needed_to_run_it() -> None:
    needed = {Requirement(line).name for line in PROJECT["build-system"]["requires"]}
    assert needed <= _list_locked("requirements-build.txt")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        assert not needed & _list_locked(lock), lock
        assert "editables" not in _list_locked(lock), lock


def test_an_editable_install_needs_no_package_but_the_builder(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['editables'] = None\n"
        "from hatchling.build import build_editable\n"
        "build_editable(sys.argv[1])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert list(tmp_path.glob("orders_archive-*.whl"))


def test_mkdocs_2_is_not_installed() -> None:
    mkdocs = next(
        found
        for line in PROJECT["project"]["dependencies"]
        if (found := Requirement(line)).name == "mkdocs"
    )
    assert mkdocs.specifier.contains("1.6.1")
    assert not mkdocs.specifier.contains("2.0.0")


def test_make_lets_the_theme_print_no_advertisement() -> None:
    """The theme prints as it is loaded by a program of the name `mkdocs`."""
    program = "import sys; sys.argv = ['mkdocs']; import material.templates"
    ended = subprocess.run(
        ["make", "--silent", "--eval", f'theme: ; @{sys.executable} -c "{program}"', "theme"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
