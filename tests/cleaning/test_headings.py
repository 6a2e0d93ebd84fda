"""Headings are told by number, capitals and place."""

import pytest

from build_scripts.cleaning.headings import Enumeration, read_heading
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
    ],
)
def test_headings(text: str, set_apart: bool, enumeration: Enumeration | None) -> None:
    heading = read_heading(Line(1, text), set_apart)
    assert (heading.enumeration if heading else None) is enumeration


def test_a_heading_of_the_form_itself_is_one() -> None:
    heading = read_heading(Line(1, "The schedule", heading_level=2), set_apart=False)
    assert heading is not None
