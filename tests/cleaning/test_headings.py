"""Headings are told by number, capitals and place."""

import pytest

from build_scripts.cleaning.headings import Enumeration, continues_heading, read_heading
from build_scripts.cleaning.lines import Line


@pytest.mark.parametrize(
    ("text", "set_apart", "enumeration"),
    [
        ("I.     BACKGROUND", False, Enumeration.ROMAN),
        ("II. Legal Standard", False, Enumeration.ROMAN),
        ("A. Standing", False, Enumeration.LETTER),
        ("1. Privacy and Terms", False, Enumeration.DIGIT),
        ("B. Judgment as a Matter of Law in Favor of the Surety", False, Enumeration.LETTER),
        ("INTRODUCTION", True, Enumeration.NONE),
        ("II. BACKGROUND1", True, Enumeration.ROMAN),  # with a footnote mark
        ("III", True, Enumeration.ROMAN),  # 9th Cir. opinions
        ("INTRODUCTION", False, None),  # capitals inside a sentence
        ("1. Plaintiff shall file an amended complaint by May 1.", True, None),  # a list item
        ("2. The motion is denied", True, None),
        ("IT IS SO ORDERED.", True, None),
        ("v.", True, None),
        ("A. The Court", False, Enumeration.LETTER),
        ("The court disagrees with the defendant", True, None),
        ("REMEMBER WHERE YOU PARKED!", True, None),  # a notice that is quoted
        ("ROE, UNITED STATES DISTRICT JUDGE", True, None),  # a signature
        ("YES I WISH TO ENROLL IN THE PLAN OF MY EMPLOYER AND AGREE TO PAY", True, None),
    ],
)
def test_headings(text: str, set_apart: bool, enumeration: Enumeration | None) -> None:
    heading = read_heading(Line(1, text), set_apart)
    assert (heading.enumeration if heading else None) is enumeration


def test_behind_a_colon_stands_a_quotation() -> None:
    assert read_heading(Line(1, "NO REFUNDS"), True, above="The sign on the door said:") is None
    assert read_heading(Line(1, "II. STANDING"), True, above="It has two parts:") is not None


def test_a_heading_of_the_form_itself_is_one() -> None:
    heading = read_heading(Line(1, "The schedule", heading_level=2), set_apart=False)
    assert heading is not None


@pytest.mark.parametrize(
    ("text", "enumeration"),
    [
        ("Leave to Amend", Enumeration.NONE),
        ("Disqualification of the District Judge", Enumeration.NONE),
        ("B", Enumeration.LETTER),
        ("28 U.S.C. § 1404(a)", None),
        ("Anderson v. Liberty Lobby", None),
        ("Jane Q. Thistlewood, Esq.", None),
        ("Aldergate Marine, Inc", None),
        ("OAKHURST, J.", None),
        ("Thistlewood, Circuit Judge", None),
        ("[Hon. Marian T. Oakhurst]", None),
        ("Per Curiam", None),
        ("Before:", None),
        ("The motion is denied", None),
    ],
)
def test_a_heading_that_only_its_place_tells(text: str, enumeration: Enumeration | None) -> None:
    assert read_heading(Line(1, text), set_apart=True) is None
    heading = read_heading(Line(1, text), set_apart=True, over_text=True)
    assert (heading.enumeration if heading else None) is enumeration


@pytest.mark.parametrize(
    ("first", "second", "continues"),
    [
        ("A. The Claim for an Accounting", "   Under California Law", True),
        ("   The Claim for an Accounting", "      Under California Law", True),  # hangs
        ("   The Claim for an Accounting", "           Under California Law", False),
        ("A. The Claim for an Accounting", "   B. The Lease", False),
        ("A. The Claim for an Accounting", "   The lease is void, and the", False),
        ("THE CLAIM", "   Under California Law", False),
    ],
)
def test_a_headings_second_line(first: str, second: str, continues: bool) -> None:
    above = Line(1, first)
    heading = read_heading(above, set_apart=True, over_text=True)
    assert heading is not None
    assert continues_heading(Line(2, second), heading, above) is continues
