"""A new archive, begun and built by what a wheel installs, far from this repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_scripts.cli.init import FILES, begin_archive
from build_scripts.problems import ArchiveError
from tests.shared import ROOT

ORDER = min((ROOT / "orders" / "cand").rglob("*.txt"))


def test_the_name_stands_in_settings_and_readme(tmp_path: Path) -> None:
    begin_archive(tmp_path / "new", 'Orders of "Judge Roe"')
    assert {str(path.relative_to(tmp_path / "new")) for path in tmp_path.glob("new/**/*.*")} >= {
        "mkdocs.yml",
        "docs/about.md",
        ".gitignore",
    }
    settings = (tmp_path / "new/mkdocs.yml").read_text()
    assert 'site_name: "Orders of \\"Judge Roe\\""' in settings
    assert (tmp_path / "new/README.md").read_text().startswith('# Orders of "Judge Roe"\n')
    assert list((tmp_path / "new/orders").iterdir()) == []


@pytest.mark.parametrize("place", FILES.values())
def test_nothing_that_is_there_is_changed(tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("mine")
    with pytest.raises(ArchiveError, match="exists already"):
        begin_archive(tmp_path, "New")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / place]
    assert (tmp_path / place).read_text() == "mine"


@pytest.mark.build
def test_a_wheel_is_all_that_an_archive_needs(tmp_path: Path) -> None:
    program = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    wheel = tmp_path / made.stdout.split()[-1]
    assert wheel.stat().st_size < 6_000_000
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = os.environ | {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(*arguments: str, folder: Path) -> str:
        ended = subprocess.run(
            [sys.executable, "-m", "build_scripts", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    assert "my-archive" in run("init", "my-archive", folder=tmp_path)
    archive = tmp_path / "my-archive"
    (archive / "orders" / ORDER.name).write_bytes(ORDER.read_bytes())
    where = "import build_scripts; print(build_scripts.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=archive, env=environment, capture_output=True, text=True
    )
    assert found.stdout.startswith(str(installed))
    run("build", "--strict", folder=archive)
    assert list(archive.glob("site/orders/*/*/*/index.html"))
    assert (archive / "site/about/index.html").is_file()
