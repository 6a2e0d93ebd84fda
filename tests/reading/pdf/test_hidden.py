"""Words that a PDF holds and does not show are left out; shading, highlights and scans are not."""

import io
from typing import Any

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.originals import list_open_pages, offer_original
from build_scripts.problems import FindingCode
from tests.orders_from_text import read_text
from tests.reading.pdf.painted import LINE, PROSE, SECRET, make_pdf, paint, write_secret
from tests.tables import each_row

UNDER_BOX = [["secret"], ["rect", 158, 296, 96, 14, 0, 1]]


@pytest.mark.parametrize("turn", [0, 90, 180])
@each_row()
def test_words_that_are_covered_are_left_out(
    acts: list[list[Any]], in_sentence: bool | None, turn: int
) -> None:
    source = read_text(make_pdf(paint(acts), turn))
    assert [(each.page, each.text) for each in source.hidden] == [(1, SECRET)]
    assert "Larkspur" not in source.decoded
    assert not any("Larkspur" in line.text for line in source.pages[0].lines)
    if in_sentence:
        lines = [" ".join(line.text.split()) for line in source.pages[0].lines]
        assert "The informant is [redacted] of Harbor City." in lines


@each_row()
def test_a_sign_stands_where_a_sentence_would_lack_words(
    acts: list[list[Any]], expected: list[str]
) -> None:
    source = read_text(make_pdf(paint(acts)))
    lines = [" ".join(line.text.split()) for line in source.pages[0].lines]
    assert [line for line in lines if line and line != PROSE] == expected
    assert "Larkspur" not in source.decoded
    assert source.hidden


def test_white_words_are_left_out_and_the_same_in_black_stay() -> None:
    wife = SECRET + "'s wife"
    acts = [["secret", 320], ["setFillColor", "white"], ["drawString", 160, 300, wife]]
    source = read_text(make_pdf(paint(acts)))
    assert [each.text for each in source.hidden] == [wife]
    assert source.decoded.count("Larkspur") == 1


def mark_to_redact(data: bytes) -> bytes:
    """A mark of a redaction tool that was never applied."""
    document = pdfium.PdfDocument(data)
    page = document[0]
    annotation = pdfium.raw.FPDFPage_CreateAnnot(page.raw, pdfium.raw.FPDF_ANNOT_HIGHLIGHT)
    corners = pdfium.raw.FS_RECTF(158, 312, 256, 296)
    pdfium.raw.FPDFAnnot_SetRect(annotation, corners)
    pdfium.raw.FPDFPage_CloseAnnot(annotation)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue().replace(b"/Highlight", b"/Redact   ")


def test_a_redaction_that_was_never_applied_is_applied() -> None:
    source = read_text(mark_to_redact(make_pdf(write_secret)))
    assert [each.text for each in source.hidden] == [SECRET]


def test_a_black_square_that_somebody_drew_over_words_covers_them() -> None:
    """As PDF viewers' drawing tools leave it; a square without filling covers nothing."""
    document = pdfium.PdfDocument(make_pdf(Canvas.saveState))
    document.import_pages(pdfium.PdfDocument(make_pdf(write_secret)))
    page = document[1]
    annotation = pdfium.raw.FPDFPage_CreateAnnot(page.raw, pdfium.raw.FPDF_ANNOT_SQUARE)
    pdfium.raw.FPDFAnnot_SetRect(annotation, pdfium.raw.FS_RECTF(158, 312, 256, 296))
    inside = pdfium.raw.FPDFANNOT_COLORTYPE_InteriorColor
    frame = pdfium.raw.FPDFANNOT_COLORTYPE_Color
    pdfium.raw.FPDFAnnot_SetColor(annotation, frame, 0, 0, 0, 255)
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_text(buffer.getvalue()).hidden == ()
    pdfium.raw.FPDFAnnot_SetColor(annotation, inside, 0, 0, 0, 255)
    buffer = io.BytesIO()
    document.save(buffer)
    assert [(each.page, each.text) for each in read_text(buffer.getvalue()).hidden] == [(2, SECRET)]


@each_row()
def test_what_is_seen_stays(acts: list[list[Any]]) -> None:
    source = read_text(make_pdf(paint(acts)))
    assert source.hidden == ()
    assert SECRET in source.decoded


def test_the_text_layer_of_a_scan_is_no_redaction() -> None:
    """The page as a picture, and its words over it, invisible: as OCR leaves it."""
    printed = pdfium.PdfDocument(make_pdf(write_secret))[0].render(scale=2).to_pil()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    canvas.drawImage(ImageReader(printed), 0, 0, *letter)
    text = canvas.beginText(72, 720)
    text.setFont("Times-Roman", 12)
    text.setTextRenderMode(3)
    for number in range(12):
        text.setTextOrigin(72, 720 - 2 * LINE * number)
        text.textLine(PROSE)
    text.setTextOrigin(160, 300)
    text.textLine(SECRET)
    canvas.drawText(text)
    canvas.save()
    source = read_text(buffer.getvalue())
    assert source.hidden == ()
    assert SECRET in source.decoded


def test_hidden_words_are_reported_and_the_file_is_not_offered() -> None:
    from build_scripts.archive import catalogue_orders
    from build_scripts.convert.order import convert_order

    order = convert_order(RawOrder.from_bytes("order.pdf", make_pdf(paint(UNDER_BOX))))
    (finding,) = [each for each in order.findings if each.code is FindingCode.BAD_REDACTION]
    assert finding.place == "page 1"
    assert "Larkspur" not in f"{finding.message}{finding.advice}"
    assert [secret.bare for secret in order.redaction.secrets] == ["quentinlarkspur"]
    assert offer_original(catalogue_orders([order]).orders[0]) is None
    assert list_open_pages(order) == []
