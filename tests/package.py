"""The package as it is published: the source, and the wheel that is built from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made_once import make_once
from tests.shared import ROOT

REPOSITORY = "https://example.org/owner/archive"


def build_package(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with both, built once a run."""
    return make_once(factory, "package", _build)


def list_tracked(folder: str = ".") -> list[str]:
    """The files of the repository, those too that wait to be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return [name for name in listed if (ROOT / name).is_file()]


def _build(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        env={**os.environ, "REPOSITORY": REPOSITORY},
    )
