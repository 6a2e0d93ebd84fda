"""A page is read by what it shows: drawn letters by OCR; blank pages and short texts are let be."""

from collections.abc import Callable
from itertools import groupby

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.pdf import drawn_page, read_pdf
from build_scripts.reading.pdf.ink import needs_ocr
from build_scripts.reading.pdf.runs import read_runs
from tests.reading.pdf.test_pdf import draw

pytestmark = pytest.mark.ocr

WORDS = ("The motion to compel is granted in part.", "Defendant shall answer within 28 days.")
STAMP = "Case 3:24-cv-04321-QRS Document 7 Filed 02/03/25 Page 1 of 2"
CLERK = "E-FILED 2025 MAR 05 9:12 AM HARBOR - CLERK OF DISTRICT COURT"
DOTS = 200 / 72  # a point, of the picture whose ink is drawn


def write_words(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 14)
    for number in range(12):
        canvas.drawString(72, 700 - 28 * number, WORDS[number % 2])


def draw_words(canvas: Canvas) -> None:
    """The same page as one path of thousands of strokes, without a character or a picture."""
    (page,) = pdfium.PdfDocument(draw(write_words).data)
    picture = page.render(scale=DOTS, grayscale=True).to_pil().convert("L")
    values = picture.tobytes()
    path = canvas.beginPath()
    for row in range(picture.height):
        column = 0
        line = values[row * picture.width : (row + 1) * picture.width]
        for inked, dots in groupby(line, key=lambda value: value < 128):
            width = len(list(dots))
            if inked:
                path.rect(column / DOTS, 792 - (row + 1) / DOTS, width / DOTS, 1 / DOTS)
            column += width
    canvas.drawPath(path, stroke=0, fill=1)


def test_a_page_that_is_drawn_is_read_by_ocr() -> None:
    """Takes a second. Orders under seal were published so: each page one path."""
    source = read_pdf(draw(draw_words))
    assert source.format is SourceFormat.SCAN
    assert source.unread_pages == ()
    for words in WORDS:
        assert source.decoded.count(words) == 6


def paste(picture: Image.Image) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, *LETTER)


def write(*lines: str) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 20 * number, line)

    return page


def write_turned(canvas: Canvas) -> None:
    canvas.translate(300, 300)
    for _ in range(4):
        canvas.rotate(90)
        canvas.drawString(50, 20, "So ordered.")


def turn_page(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    write_turned(canvas)


def rule(canvas: Canvas) -> None:
    write("Dated:")(canvas)
    canvas.rect(40, 40, 532, 712)


def reverse(canvas: Canvas) -> None:
    """White letters on black, as copiers of film make them."""
    canvas.rect(0, 0, *LETTER, fill=1)
    canvas.setFillGray(1)
    draw_words(canvas)


def stamp_words(canvas: Canvas) -> None:
    """A scan that a clerk's office stamped with words of its own: a text layer of a kind."""
    write(CLERK)(canvas)
    draw_words(canvas)


def sign(canvas: Canvas) -> None:
    """A page of few words, with a seal, a signature and the rules of pleading paper."""
    write("Dated: June 2, 2025", "Ada Quill", "United States District Judge")(canvas)
    canvas.circle(120, 300, 36, fill=1)
    canvas.bezier(300, 640, 360, 760, 420, 520, 500, 660)
    for x in (86, 89, 560):
        canvas.line(x, 0, x, 792)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(draw_words, True, id="outlines"),
        pytest.param(reverse, True, id="white on black"),
        pytest.param(rule, False, id="a frame"),
        pytest.param(stamp_words, True, id="a clerk's stamp over print"),
        pytest.param(sign, False, id="a signature page"),
        pytest.param(write(*WORDS * 6), False, id="text"),
        pytest.param(lambda _: None, False, id="blank"),
        pytest.param(
            paste(Image.new("L", (85, 110), 255)), False, id="white picture"
        ),  # a scan's blank side, …
        pytest.param(
            paste(Image.new("L", (85, 110), 236)), False, id="grey picture"
        ),  # … on grey paper
        pytest.param(write("5"), False, id="page number"),
        pytest.param(write("So ordered."), False, id="short text"),
        pytest.param(write(STAMP), False, id="stamp"),
        pytest.param(write("\u2022 * -"), False, id="signs"),
        pytest.param(write_turned, False, id="turned text"),
        pytest.param(turn_page, False, id="turned page"),
    ],
)
def test_ink_is_what_no_letter_accounts_for(page: Callable[[Canvas], None], expected: bool) -> None:
    (drawn,) = pdfium.PdfDocument(draw(page).data)
    runs = read_runs(drawn.get_textpage())
    layer = "".join(run.before + run.text for run in runs)
    assert needs_ocr(drawn, layer, runs) is expected


def test_a_blank_page_between_others_is_no_unread_page() -> None:
    blank = paste(Image.new("L", (85, 110), 255))
    source = read_pdf(draw(write_words, blank, write_words))
    assert source.unread_pages == ()
    assert source.damaged_pages == ()
    assert source.format is SourceFormat.PDF


def test_what_can_not_be_drawn_is_left_to_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = pdfium.PdfDocument(draw(paste(Image.new("L", (850, 1100), 0))).data)
    monkeypatch.setattr(drawn_page, "LARGEST_IMAGE", 1000)
    assert needs_ocr(page, "", []) is True  # which says that it is unread
    assert needs_ocr(page, CLERK, []) is False
