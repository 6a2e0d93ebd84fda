from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from build_scripts.reading.pdf.drawn_page import LARGEST, Box, draw_picture
from tests.reading.pdf.test_pdf import draw

AROUND = Box(98, 98, 202, 152)


def print_box(canvas: Canvas) -> None:
    canvas.rect(100, 100, 100, 50, fill=1)


@pytest.mark.parametrize(("turn", "rows"), [(0, 100), (90, 200), (180, 100), (270, 200)])
def test_boxes_are_found_on_pages_however_they_lie(turn: int, rows: int) -> None:
    document = pdfium.PdfDocument(draw(print_box).data)
    page = document[0]
    page.set_rotation(turn)
    picture = draw_picture(page)
    assert not picture.shows(Box(110, 110, 190, 140))  # black all over
    assert picture.shows(Box(90, 90, 210, 160))
    assert not picture.shows(Box(300, 300, 400, 400))
    assert picture.count_strokes([]) == pytest.approx(rows, abs=3)
    assert picture.count_strokes([AROUND]) == 0


def test_a_part_of_a_page_is_looked_at_where_it_stands() -> None:
    page = pdfium.PdfDocument(draw(print_box).data)[0]
    page.set_cropbox(50, 50, 250, 250)
    picture = draw_picture(page)
    assert picture.image.size == (400, 400)
    assert picture.count_strokes([AROUND]) == 0
    assert picture.shows(Box(-900, -900, -800, -800))  # can't be judged: it is not on the page


def test_a_huge_page_is_drawn_small() -> None:
    page = pdfium.PdfDocument(draw(print_box).data)[0]
    page.set_mediabox(0, 0, 14_000, 14_000)
    page.set_cropbox(0, 0, 14_000, 14_000)
    picture = draw_picture(page)
    assert picture.image.width * picture.image.height <= 1.01 * LARGEST


def print_rules(canvas: Canvas) -> None:
    for place in range(60, 600, 60):
        canvas.line(place, 0, place, 792)
        canvas.line(0, place, 612, place)


@pytest.mark.parametrize(
    ("page", "least", "most"),
    [
        (print_rules, 0, 20),
        (lambda canvas: canvas.circle(300, 300, 50, fill=1), 150, 210),  # once a row
        (lambda canvas: canvas.drawString(72, 700, "a" * 50), 500, 2000),
    ],
    ids=["rules", "seal", "letters"],
)
def test_letters_begin_often_and_rules_do_not(
    page: Callable[[Canvas], None], least: int, most: int
) -> None:
    picture = draw_picture(pdfium.PdfDocument(draw(page).data)[0])
    assert least <= picture.count_strokes([]) <= most
