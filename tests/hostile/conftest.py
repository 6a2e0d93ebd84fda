"""One site that holds every attack, served as a strict host serves it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.archive import make_archive
from tests.made_once import make_once
from tests.site.policy_server import serve_strictly


def build(folder: Path) -> None:
    """Make the hostile archive and build its site into served/archive."""
    make_archive(folder)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder / "served/archive"],
        cwd=folder,
        env={**os.environ, "SITE_URL": "https://example.org/archive/"},
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of all attacks."""
    return make_once(tmp_path_factory, "hostile", build) / "served/archive"


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where it is served under the shipped policy; ends in /archive/."""
    with serve_strictly(hostile_site.parent) as address:
        yield address
