"""Underlined words of a typescript are italics; other rules are none."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from build_scripts.model.source_text import Style
from tests.orders_from_text import read_text
from tests.reading.pdf.painted import make_pdf, paint
from tests.tables import each_row

FONT = ("Helvetica", 12)
LINE = "The rule of Roe v. Poe, is settled."
START = 72 + stringWidth("The rule of ", *FONT)
WIDTH = stringWidth("Roe v. Poe", *FONT)
MIDDLE = START + stringWidth("Roe ", *FONT)
PLACES = {"start": START, "middle": MIDDLE, "end": START + WIDTH, "width": WIDTH}
"""Where the case's name begins and ends in the line, and how wide it is."""


@each_row()
def test_what_is_underlined(drawn: list[list[Any]], expected: list[str]) -> None:
    rules = [[PLACES.get(value, value) for value in act] for act in drawn]
    acts = [["setFont", *FONT], ["drawString", 72, 300, LINE], *rules]
    (line,) = [
        line for line in read_text(make_pdf(paint(acts))).pages[0].lines if LINE in line.text
    ]
    italic = [line.text[s.start : s.end] for s in line.styles if s.style is Style.ITALIC]
    assert italic == expected
