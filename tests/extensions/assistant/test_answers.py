"""A question that nothing can answer is an error, not an empty list: that would be an answer."""

from pathlib import Path

import pytest

from build_scripts.extensions.assistant.answers import answer_cited_by, answer_rulings
from build_scripts.problems import ArchiveError
from build_scripts.site.published.site import PublishedSite
from build_scripts.site.published.site_files import FolderFiles


class SiteOfOneCase(PublishedSite):
    """A site whose tables are not read from files."""

    rulings = ()
    authorities = ({"case_name": "Roe v. Doe", "forms": ["1 F.3d 1"]},)


@pytest.fixture
def site(tmp_path: Path) -> PublishedSite:
    return SiteOfOneCase(FolderFiles(tmp_path))


def test_an_unknown_outcome_is_named_with_the_known_ones(site: PublishedSite) -> None:
    for outcome in ("", "granted", "part"):
        assert answer_rulings(site, outcome=outcome)["total"] == 0
    with pytest.raises(ArchiveError, match="“granteed” is no outcome"):
        answer_rulings(site, outcome="granteed")


@pytest.mark.parametrize("named", ["", " ", "§", "— …"])
def test_an_authority_without_a_word_is_none(site: PublishedSite, named: str) -> None:
    with pytest.raises(ArchiveError, match="No order here cites"):
        answer_cited_by(site, named)
