"""One site that holds every attack, served as a strict host serves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import build_with_mkdocs
from tests.hostile.archive import make_archive
from tests.made_once import make_once
from tests.site.policy_server import serve_strictly


def build(folder: Path) -> None:
    """Make the hostile archive and build its site into served/archive."""
    make_archive(folder)
    site = folder / "served/archive"
    build_with_mkdocs(folder, "-q", "-d", site, SITE_URL="https://example.org/archive/")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of all attacks."""
    return make_once(tmp_path_factory, "hostile", build) / "served/archive"


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where it is served under the shipped policy; ends in /archive/."""
    with serve_strictly(hostile_site.parent) as address:
        yield address
