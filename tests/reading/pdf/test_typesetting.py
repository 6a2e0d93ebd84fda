"""How printers set type: small capitals, tight and wide lines, raised marks, doubles, turned pages."""

import re

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.source_text import SourceFormat, Style
from build_scripts.reading.pdf import read_pdf
from tests.reading.pdf.test_annotations import read_lines
from tests.reading.pdf.test_pdf import STAMP, draw
from tests.reading.pdf.test_scan import LINES, scan

SENTENCE = "The motion for leave to amend the complaint is granted."


def draw_small_capitals(canvas: Canvas, x: float, y: float, text: str) -> None:
    for word in text.split():
        for size, part in ((12, word[0]), (9.6, word[1:])):
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, y, part)
            x += canvas.stringWidth(part)
        x += 3


def test_small_capitals_are_whole_words_as_printed() -> None:
    def page(canvas: Canvas) -> None:
        draw_small_capitals(canvas, 96, 700, "UNITED STATES DISTRICT COURT")
        draw_small_capitals(canvas, 96, 680, "QUINCE ORCHARDS, INC., Plaintiff")

    assert read_lines(draw(page)) == [
        "UNITED STATES DISTRICT COURT",
        "QUINCE ORCHARDS, INC., Plaintiff",
    ]


@pytest.mark.parametrize(
    ("letters", "blanks"), [(0, 0), (-0.6, -1.2), (0, 11), (3, 0), (0.8, 6)], ids=str
)
def test_words_of_tight_and_wide_lines_stay_words(letters: float, blanks: float) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setCharSpace(letters)
        text.setWordSpace(blanks)
        text.textOut(SENTENCE)
        canvas.drawText(text)

    assert read_lines(draw(page)) == [SENTENCE]


def test_words_without_blanks_between_them_are_parted_by_their_places() -> None:
    """Typesetters move to the next word and print no blank."""

    def page(canvas: Canvas) -> None:
        x = 96.0
        for word in SENTENCE.split():
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word) + 2.4

    assert read_lines(draw(page)) == [SENTENCE]


def test_a_mark_printed_after_its_line_stands_where_it_is_raised() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(96, 700, "The rule is plain.")
        x = 96 + canvas.stringWidth("The rule is plain.") + 5
        canvas.drawString(x, 700, "Plaintiff did not confer.")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(x - 5, 705, "3")

    (line,) = [line for line in read_pdf(draw(page)).pages[0].lines if line.text.strip()]
    assert line.text.strip() == "The rule is plain.3 Plaintiff did not confer."
    raised = [span for span in line.styles if span.style is Style.SUPERSCRIPT]
    assert [line.text[span.start : span.end] for span in raised] == ["3"]


@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_text_printed_twice_is_read_once(shift: float) -> None:
    """A stamp over a stamp, far apart in the page's order, or type made bold by printing again."""
    stamp = STAMP.format(page=1)

    def page(canvas: Canvas) -> None:
        canvas.drawString(96, 760, stamp)
        for number in range(20):
            canvas.drawString(96, 700 - 20 * number, f"{number}. {SENTENCE}")
        canvas.drawString(96 + shift, 760, stamp)

    lines = read_lines(draw(page))
    assert lines[0] == re.sub(r" +", " ", stamp)
    assert lines[1:] == [f"{number}. {SENTENCE}" for number in range(20)]


def test_a_word_that_comes_again_elsewhere_stays() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(96, 700, "that that is is, and the the order stands")

    assert read_lines(draw(page)) == ["that that is is, and the the order stands"]


def test_a_watermark_across_the_page_spoils_no_line() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(10):
            canvas.drawString(96, 700 - 40 * number, SENTENCE)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont("Times-Roman", 60)
        canvas.drawString(0, 0, "UNDER SEAL")

    source = read_pdf(draw(page))
    printed = [line.text.strip() for line in source.pages[0].lines if not line.rotated]
    assert [text for text in printed if text] == [SENTENCE] * 10
    turned = "".join(line.text for line in source.pages[0].lines if line.rotated)
    assert turned.replace(" ", "") == "UNDERSEAL"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_pages_shown_turned_read_upright_among_others(rotation: int) -> None:
    """Landscape exhibits lie between upright pages; the file says how to turn them."""

    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.translate(306, 396)
        canvas.rotate(rotation)  # undone by the page's own turn
        canvas.drawString(-200, 40, SENTENCE)
        canvas.drawString(-200, 20, "Plaintiff shall file it by June 2, 2025.")

    def upright(canvas: Canvas) -> None:
        canvas.setPageRotation(0)
        canvas.drawString(96, 700, SENTENCE)

    pages = read_pdf(draw(upright, turned, upright)).pages
    texts = [[line.text.strip() for line in page.lines if line.text.strip()] for page in pages]
    assert texts == [
        [SENTENCE],
        [SENTENCE, "Plaintiff shall file it by June 2, 2025."],
        [SENTENCE],
    ]


def test_a_hidden_text_layer_over_a_scan_is_used() -> None:
    """Scanners' own OCR lies invisible over the picture; where it is good, no second is made."""

    def write(canvas: Canvas, mode: int) -> None:
        text = canvas.beginText(96, 700)
        text.setTextRenderMode(mode)
        for line in LINES:
            text.textLine(line)
        canvas.drawText(text)

    def page(canvas: Canvas) -> None:
        seen = pdfium.PdfDocument(draw(lambda other: write(other, 0)).data)[0].render(scale=2)
        canvas.drawImage(ImageReader(seen.to_pil()), 0, 0, *LETTER)
        write(canvas, 3)

    source = read_pdf(draw(page))
    assert source.ocr_confidence is None
    assert [line.text.strip() for line in source.pages[0].lines if line.text.strip()] == LINES


def test_a_font_without_a_map_is_read_by_its_shapes() -> None:
    """Takes two seconds: the codes say nothing, so the page goes through OCR."""
    # Not Vera.ttf: where another test drew its glyphs before, reportlab writes readable codes.
    pdfmetrics.registerFont(TTFont("Unmapped", "VeraBd.ttf", asciiReadable=False))

    def page(canvas: Canvas) -> None:
        canvas.setFont("Unmapped", 11)
        for number, line in enumerate(LINES * 4):
            canvas.drawString(72, 720 - 20 * number, line)

    mapped = draw(page)
    assert LINES[0] in read_lines(mapped)
    unmapped = type(mapped).from_bytes("x.pdf", mapped.data.replace(b"/ToUnicode", b"/NoUnicode"))
    source = read_pdf(unmapped)
    assert source.format is SourceFormat.SCAN
    assert "further answers to the second set of interrogatories" in source.decoded


def test_a_scan_of_a_landscape_page_is_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize((792, 612))
        for number, line in enumerate(LINES):
            canvas.drawString(96, 500 - 24 * number, line)

    words = set(re.findall(r"\w+", " ".join(LINES)))
    found = set(re.findall(r"\w+", read_pdf(scan(draw(page))).decoded))
    assert len(words & found) >= 0.9 * len(words)
