"""What is installed to run, to develop and to build; what programs of others say in our output."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.package import REPOSITORY, build_package, list_tracked
from tests.shared import ROOT
from tools import package_trial

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


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_package(tmp_path_factory)


def test_the_package_is_as_the_index_asks(package: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *package.iterdir()],
        check=True,
        capture_output=True,
    )


def test_the_wheel_holds_the_whole_program_and_nothing_else(package: Path) -> None:
    (wheel,) = package.glob("*.whl")
    assert wheel.stat().st_size <= 6_000_000
    moved = {"orders/": "cli/new_archive/specimens/", "docs/": "cli/manual/"}
    left_out = {"orders/README.md", "docs/pictures/home.png"}
    expected = set(list_tracked("build_scripts"))
    for folder, place in moved.items():
        tracked = set(list_tracked(folder)) - left_out
        expected |= {name.replace(folder, f"build_scripts/{place}", 1) for name in tracked}
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == expected


def test_the_source_package_holds_whatever_the_tests_and_the_wheel_need(package: Path) -> None:
    (source,) = package.glob("*.tar.gz")
    with tarfile.open(source) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert names >= set(list_tracked())


def test_metadata_says_what_pythons_are_tried(package: Path) -> None:
    (wheel,) = package.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        (name,) = (one for one in opened.namelist() if one.endswith(".dist-info/METADATA"))
        said = message_from_bytes(opened.read(name))
    listed = [one for one in said.get_all("Classifier", []) if re.search(r":: 3\.\d+$", one)]
    assert [one.rpartition(" ")[2] for one in listed] == list(package_trial.PYTHONS)
    assert said["License-Expression"] == "MIT"
    assert said["License-File"] == "LICENSE"
    addresses = dict(line.split(", ") for line in said.get_all("Project-URL", []))
    assert addresses["Source"] == REPOSITORY
    assert said["Description-Content-Type"] == "text/markdown"
    text = str(said.get_payload())
    assert f"({REPOSITORY}/raw/v{said['Version']}/.github/order-page.png)" in text
    assert re.findall(r"\]\((?!https://)[^)]*\)", text) == []


def test_a_package_that_knows_no_repository_names_no_address(tmp_path: Path) -> None:
    program = "import sys; from hatchling.build import prepare_metadata_for_build_wheel as write; write(sys.argv[1])"
    kept = {name: value for name, value in os.environ.items() if name != "REPOSITORY"}
    command = [sys.executable, "-c", program, tmp_path]
    subprocess.run(command, cwd=ROOT, env=kept, check=True, capture_output=True)
    (file,) = tmp_path.glob("*/METADATA")
    said = message_from_bytes(file.read_bytes())
    assert said.get_all("Project-URL") is None
    assert str(said.get_payload()).startswith("# Orders archive\n")
