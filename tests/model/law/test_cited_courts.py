"""Courts in parentheses."""

import pytest

from build_scripts.model.law.cited_courts import find_cited_court


@pytest.mark.parametrize(
    ("printed", "court"),
    [
        ("9th Cir.", "ca9"),
        ("D.C.Cir.", "cadc"),
        ("CA10", "ca10"),
        ("N.D. Cal.", "cand"),
        ("2nd Cir.", "ca2"),
        ("3d Cir.", "ca3"),
        ("D.Md.", "mdd"),
        ("Cal. Ct. App. 2d Dist.", "calctapp"),
        ("Tex. App.—Houston [14th Dist.]", "texapp"),
        ("B.A.P. 9th Cir.", "bap9"),
        # not the court that the first word alone would name
        ("Cal. App.", "calctapp"),
        ("en banc", None),
    ],
)
def test_courts(printed: str, court: str | None) -> None:
    assert find_cited_court(printed) == court


def test_a_reporter_of_one_court_needs_no_court() -> None:
    assert find_cited_court("", "U.S.") == "scotus"
    assert find_cited_court("", "F.3d") is None


def test_ohio_s_reporters_name_its_courts() -> None:
    assert find_cited_court("", "Ohio St. 3d") == "ohio"
    assert find_cited_court("10th Dist.", "Ohio App. 3d") == "ohioctapp"
