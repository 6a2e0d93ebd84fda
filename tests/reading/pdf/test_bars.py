"""Where a black bar stands in a line and its words are gone, the text says so."""

from typing import Any

from tests.orders_from_text import read_text
from tests.reading.pdf.painted import make_pdf, paint
from tests.tables import each_row


@each_row()
def test_a_bar_in_a_line(acts: list[list[Any]], expected: str) -> None:
    lines = [
        " ".join(line.text.split()) for line in read_text(make_pdf(paint(acts))).pages[0].lines
    ]
    assert [line for line in lines if "Harbor" in line] == [expected]
