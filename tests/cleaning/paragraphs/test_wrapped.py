"""Plain text of printed lines is parted by how far lines reach and how they end."""

from typing import Any

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.wrapped import Wrapping, measure_wrapping
from tests.orders_from_text import clean_text, show_parts
from tests.tables import each_row

FULL = "The boat left the harbor at dawn and returned three hours later with water"
SHORT = "in the hold."


@each_row()
def test_two_lines(before: str, line: str, gap: int, spacing: int, parts: bool) -> None:
    wrapping = Wrapping(len(FULL) + 1, spacing)
    assert wrapping.parts(Line(1, before), Line(2, line), gap) is parts


def test_paragraphs_are_no_printed_lines() -> None:
    paragraphs = [Line(at, FULL * (1 + at % 5)) for at in range(20)]
    wrapping = measure_wrapping(paragraphs)
    assert wrapping is not None
    assert not wrapping.printed
    assert measure_wrapping([Line(at, FULL) for at in range(20)]) == Wrapping(len(FULL), 0)
    assert measure_wrapping([Line(at, FULL) for at in range(3)]) is None
    few = measure_wrapping([Line(1, FULL), Line(2, " ".join([FULL] * 6))])
    assert few is not None
    assert not few.printed  # a web page of one paragraph


@each_row()
def test_whole_texts(text: str, parts: dict[str, Any]) -> None:
    assert show_parts(clean_text(text), parts) == parts
