"""A question that nothing can answer is an error, not an empty list: that would be an answer."""

from collections import defaultdict
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


def test_an_unconfirmed_ruling_is_listed_and_not_counted(
    site: PublishedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = defaultdict(str, order="orders/cand/3-31-cv-00412/2031-05-06-order", counted_as="motion")
    sure = row | {"outcome": "denied", "confirmed": "true"}
    unsure = row | {"outcome": "granted", "confirmed": "false"}
    monkeypatch.setattr(SiteOfOneCase, "rulings", (sure, unsure))
    answer = answer_rulings(site)
    assert (answer["total"], answer["orders"], answer["unconfirmed"]) == (1, 1, 1)
    assert answer["outcomes"] == {"motion": {"denied": 1}}
    assert [one["confirmed"] for one in answer["rulings"]] == ["true", "false"]


@pytest.mark.parametrize("named", ["", " ", "§", "— …"])
def test_an_authority_without_a_word_is_none(site: PublishedSite, named: str) -> None:
    with pytest.raises(ArchiveError, match="No order here cites"):
        answer_cited_by(site, named)
