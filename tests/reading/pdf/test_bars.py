"""Where a black bar stands in a line and its words are gone, the text says so."""

from collections.abc import Callable

import pytest
from reportlab.lib.colors import lightgrey
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdf.test_hidden import make_pdf, read


def write(canvas: Canvas, *pieces: tuple[float, str]) -> None:
    for x, words in pieces:
        canvas.drawString(x, 300, words)


def bar_inside(canvas: Canvas) -> None:
    write(canvas, (72, "The informant is"), (260, "of Harbor City."))
    canvas.rect(158, 297, 96, 12, fill=1, stroke=0)


def narrow_bar(canvas: Canvas) -> None:
    write(canvas, (72, "The informant is"), (176, "of Harbor City."))
    canvas.rect(158, 298, 15, 10, fill=1, stroke=0)


def bar_first(canvas: Canvas) -> None:
    write(canvas, (170, "of Harbor City."))
    canvas.rect(72, 297, 92, 12, fill=1, stroke=0)


def rule(canvas: Canvas) -> None:
    write(canvas, (72, "The informant is"), (260, "of Harbor City."))
    canvas.rect(158, 299, 96, 1, fill=1, stroke=0)


def shading(canvas: Canvas) -> None:
    write(canvas, (72, "The informant is"), (260, "of Harbor City."))
    canvas.setFillColor(lightgrey)
    canvas.rect(158, 297, 96, 12, fill=1, stroke=0)


def block(canvas: Canvas) -> None:
    write(canvas, (72, "The informant is"), (260, "of Harbor City."))
    canvas.rect(158, 200, 96, 150, fill=1, stroke=0)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (bar_inside, "The informant is [redacted] of Harbor City."),
        (narrow_bar, "The informant is [redacted] of Harbor City."),
        (bar_first, "[redacted] of Harbor City."),
        (rule, "The informant is of Harbor City."),  # a blank to fill in
        (shading, "The informant is of Harbor City."),
        (block, "The informant is of Harbor City."),  # a picture
    ],
)
def test_a_bar_in_a_line(draw: Callable[[Canvas], None], expected: str) -> None:
    lines = [" ".join(line.text.split()) for line in read(make_pdf(draw)).pages[0].lines]
    assert [line for line in lines if "Harbor" in line] == [expected]
