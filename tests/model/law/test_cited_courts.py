"""Courts in parentheses."""

from build_scripts.model.law.cited_courts import find_cited_court
from tests.tables import each_row


@each_row()
def test_courts(printed: str, court: str | None) -> None:
    assert find_cited_court(printed) == court


def test_a_reporter_of_one_court_needs_no_court() -> None:
    assert find_cited_court("", "U.S.") == "scotus"
    assert find_cited_court("", "F.3d") is None


def test_ohio_s_reporters_name_its_courts() -> None:
    assert find_cited_court("", "Ohio St. 3d") == "ohio"
    assert find_cited_court("10th Dist.", "Ohio App. 3d") == "ohioctapp"
