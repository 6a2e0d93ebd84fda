"""Scans: pages drawn here, made pictures, read back by a real OCR program."""

import re
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from build_scripts.cleaning import clean_order
from build_scripts.external import program
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.pdf import read_pdf
from build_scripts.reading.pdf.text_layer import has_words, is_garbage
from tests.reading.pdf.test_pdf import draw, draw_first


def scan(raw: RawOrder) -> RawOrder:
    """The same paper as pictures of its pages at 200 dpi."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    document = pdfium.PdfDocument(raw.data)
    for page in document:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, *LETTER)
        canvas.showPage()
    canvas.save()
    return RawOrder.from_bytes("scan.pdf", buffer.getvalue())


def test_a_scan_of_pleading_paper_reads_like_the_paper() -> None:
    """Takes a second: a whole page goes through OCR. Its words come back, its numbers leave."""
    source = read_pdf(scan(draw(draw_first)))
    order = clean_order(source)
    assert source.format is SourceFormat.SCAN
    assert order.ocr_confidence is not None
    assert order.ocr_confidence > 80
    printed = re.findall(r"\w+", clean_order(read_pdf(draw(draw_first))).text)
    seen = set(re.findall(r"\w+", order.text))
    found = sum(word in seen for word in printed)
    assert found >= 0.95 * len(printed)
    assert any(removal.reason is RemovalReason.ECF_STAMP for removal in order.removals)


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "which", lambda _: None)
    with pytest.raises(UnreadableOrderError, match="tesseract-ocr"):
        read_pdf(scan(draw(draw_first)))


def test_a_garbage_text_layer_is_told_by_its_words() -> None:
    prose = "The motion to dismiss is granted and the complaint is dismissed with leave. " * 8
    assert has_words(prose)
    assert not is_garbage(prose)
    garbled = prose.translate(str.maketrans("aeiouthnsr", "xqjvkzwpfm"))
    assert is_garbage(garbled)
    stamp = "Case 3:24-cv-04321-QRS Document 7 Filed 02/03/25 Page 1 of 2"
    assert not has_words(stamp)
