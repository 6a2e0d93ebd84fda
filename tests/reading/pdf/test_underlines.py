"""Underlined words of a typescript are italics; other rules are none."""

from collections.abc import Callable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.source_text import Style
from tests.reading.pdf.test_hidden import make_pdf, read

LINE = "The rule of Roe v. Poe, is settled."


def width(words: str) -> float:
    return stringWidth(words, "Helvetica", 12)


def write(canvas: Canvas) -> tuple[float, float]:
    """Write the line; return where the case's name begins and ends."""
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 300, LINE)
    start = 72 + width("The rule of ")
    return start, start + width("Roe v. Poe")


def drawn_line(canvas: Canvas) -> None:
    start, end = write(canvas)
    canvas.line(start, 298.5, end, 298.5)


def thin_box(canvas: Canvas) -> None:
    start, end = write(canvas)
    canvas.rect(start, 298, end - start, 0.6, fill=1, stroke=0)


def word_by_word(canvas: Canvas) -> None:
    start, end = write(canvas)
    middle = start + width("Roe ")
    canvas.line(start, 298.5, middle, 298.5)
    canvas.line(middle, 298.5, end, 298.5)


def cell_border(canvas: Canvas) -> None:
    write(canvas)
    canvas.line(60, 298.5, 400, 298.5)


def signature_line(canvas: Canvas) -> None:
    start, end = write(canvas)
    canvas.line(start, 312, end, 312)  # the name is below it


def rule_below(canvas: Canvas) -> None:
    start, end = write(canvas)
    canvas.line(start, 290, end, 290)


def struck_through(canvas: Canvas) -> None:
    start, end = write(canvas)
    canvas.line(start, 303.5, end, 303.5)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (drawn_line, ["Roe v. Poe,"]),
        (thin_box, ["Roe v. Poe,"]),  # word processors fill one
        (word_by_word, ["Roe v. Poe,"]),
        (cell_border, []),
        (signature_line, []),
        (rule_below, []),
        (struck_through, []),
    ],
)
def test_what_is_underlined(draw: Callable[[Canvas], None], expected: list[str]) -> None:
    (line,) = [line for line in read(make_pdf(draw)).pages[0].lines if LINE in line.text]
    italic = [line.text[s.start : s.end] for s in line.styles if s.style is Style.ITALIC]
    assert italic == expected
