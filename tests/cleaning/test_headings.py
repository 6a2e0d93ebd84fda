"""Headings are told by number, capitals and place."""

from build_scripts.cleaning.headings import Enumeration, continues_heading, read_heading
from build_scripts.cleaning.lines import Line
from tests.tables import each_row


@each_row(enumeration=Enumeration)
def test_headings(text: str, set_apart: bool, enumeration: Enumeration | None) -> None:
    heading = read_heading(Line(1, text), set_apart)
    assert (heading.enumeration if heading else None) is enumeration


def test_behind_a_colon_stands_a_quotation() -> None:
    assert read_heading(Line(1, "NO REFUNDS"), True, above="The sign on the door said:") is None
    assert read_heading(Line(1, "II. STANDING"), True, above="It has two parts:") is not None


def test_a_heading_of_the_form_itself_is_one() -> None:
    heading = read_heading(Line(1, "The schedule", heading_level=2), set_apart=False)
    assert heading is not None


@each_row(enumeration=Enumeration)
def test_a_heading_that_only_its_place_tells(text: str, enumeration: Enumeration | None) -> None:
    assert read_heading(Line(1, text), set_apart=True) is None
    heading = read_heading(Line(1, text), set_apart=True, over_text=True)
    assert (heading.enumeration if heading else None) is enumeration


@each_row()
def test_a_headings_second_line(first: str, second: str, continues: bool) -> None:
    above = Line(1, first)
    heading = read_heading(above, set_apart=True, over_text=True)
    assert heading is not None
    assert continues_heading(Line(2, second), heading, above) is continues
