"""The site's folder takes the place of the old one, also where both can't change names at once."""

from pathlib import Path

import pytest

from build_scripts.problems import ArchiveError
from build_scripts.site import staging as site_folder
from build_scripts.site.staging import (
    create_staging,
    discard_staging,
    publish_staging,
    require_own_site,
)


@pytest.fixture(params=["at once", "one after the other"])
def site(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that is served, on a system that can, or can't, let two names change places."""
    if request.param != "at once":
        monkeypatch.setattr(site_folder, "_exchange", lambda _one, _other: False)
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


def test_the_new_site_takes_the_place_of_the_old(site: Path) -> None:
    staging = create_staging(site)
    (staging / "index.html").write_text("new")
    publish_staging(staging, site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_where_it_can_not_the_old_one_stays(site: Path) -> None:
    staging = create_staging(site)
    staging.rmdir()
    with pytest.raises(ArchiveError, match="can't take the place of"):
        publish_staging(staging, site)
    discard_staging(site)
    assert (site / "index.html").read_text() == "old"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_build_that_ends_between_two_names_loses_no_site(site: Path) -> None:
    """The old one has its passing name, the new one not yet the site's."""
    staging = create_staging(site)
    site.rename(site.with_name(".site.old"))
    assert create_staging(site) == staging
    assert (site / "index.html").read_text() == "old"


@pytest.mark.parametrize("held", ["notes.txt", None])
def test_what_is_no_site_of_this_program_is_never_replaced(
    tmp_path: Path, held: str | None
) -> None:
    """A folder of papers, or mkdocs.yml itself."""
    place = tmp_path / "papers"
    if held:
        place.mkdir()
        (place / held).write_text("mine")
    else:
        place.write_text("mine")
    with pytest.raises(ArchiveError, match="papers was not built by this program"):
        require_own_site(place)


def test_an_empty_folder_and_a_built_site_are_replaced(tmp_path: Path) -> None:
    require_own_site(tmp_path / "missing")
    require_own_site(tmp_path)
    (tmp_path / "SHA256SUMS").touch()
    require_own_site(tmp_path)
