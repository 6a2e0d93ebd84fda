"""Scans: pages drawn here, made pictures, read back by a real OCR program."""

import re
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.text.garbled import is_garbled
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.external import program
from build_scripts.reading.pdf import read_pdf
from build_scripts.reading.pdf.ink import has_words
from tests.reading.pdf.test_pdf import draw, draw_first, draw_paper

pytestmark = pytest.mark.ocr


def scan(raw: RawOrder, lean: float = 0.0) -> RawOrder:
    """The same paper as pictures of its pages at 200 dpi, laid on the glass `lean` degrees askew.

    A paper that leans is blurred and speckled too.
    """
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    document = pdfium.PdfDocument(raw.data)
    for page in document:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil().convert("L")
        if lean:
            picture = picture.rotate(lean, Image.Resampling.BICUBIC, fillcolor=255)
            picture = picture.filter(ImageFilter.GaussianBlur(0.6))
            picture = Image.blend(picture, Image.effect_noise(picture.size, 48), 0.12)
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


LINES = """The motion to compel further answers to the second set of interrogatories is
granted in part. Defendant Medlar Farms shall serve answers to interrogatories
5, 7 and 12 within 28 days. The rule asks for good faith, see Fed. R. Civ. P.
37(a)(1), and the 14 letters that counsel wrote show it. Plaintiff may renew
its motion on the other 9 if the answers are not complete by June 2, 2025.""".splitlines()


def draw_numbered(canvas: Canvas) -> None:
    """Pleading paper with the double rule between its numbers and the text."""
    draw_paper(canvas, 1)
    for x in (86, 89, 560):
        canvas.line(x, 0, x, 792)
    for number in range(28):
        canvas.drawString(100, 700 - 24 * number, LINES[number % len(LINES)])


@pytest.mark.parametrize("lean", [0.5, -0.8])
def test_the_margin_of_a_scan_is_read_apart(lean: float) -> None:
    """Takes three seconds each. Every number stands on its line; none gets into the words."""
    (page,) = read_pdf(scan(draw(draw_numbered), lean)).pages
    assert page.ocr_confidence is not None
    assert page.ocr_confidence > 90
    turned = [line.text for line in page.lines if line.rotated]
    assert turned == ["United States District Court"]
    numbered = [
        re.fullmatch(r"\s*(\d+)\s{2,}(\S.*)", line.text) for line in page.lines if not line.rotated
    ]
    found = [(int(match[1]), match[2]) for match in numbered if match]
    printed = [(number, LINES[(number - 1) % len(LINES)]) for number in range(1, 29)]
    assert [number for number, _ in found] == [number for number, _ in printed]
    words = [re.findall(r"\w+", text) for _, text in printed]
    same = sum(re.findall(r"\w+", text) == words[index] for index, (_, text) in enumerate(found))
    assert same >= 27


def test_a_column_of_other_numbers_stays_where_it_is() -> None:
    """Amounts at an even pitch are no count: nothing is masked."""

    def page(canvas: Canvas) -> None:
        for row in range(20):
            canvas.drawString(72, 700 - 24 * row, str(17 + 31 * row % 80))
            canvas.drawString(110, 700 - 24 * row, LINES[row % len(LINES)])

    (read,) = read_pdf(scan(draw(page))).pages
    words = " ".join(line.text for line in read.lines).split()
    assert sum(str(17 + 31 * row % 80) in words for row in range(20)) >= 17


def test_pages_with_a_text_layer_have_no_confidence() -> None:
    assert read_pdf(draw(draw_numbered)).pages[0].ocr_confidence is None


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "which", lambda _: None)
    with pytest.raises(UnreadableOrderError, match="tesseract-ocr"):
        read_pdf(scan(draw(draw_first)))


def test_a_garbage_text_layer_is_told_by_its_words() -> None:
    prose = "The motion to dismiss is granted and the complaint is dismissed with leave. " * 8
    assert has_words(prose)
    assert not is_garbled(prose)
    garbled = prose.translate(str.maketrans("aeiouthnsr", "xqjvkzwpfm"))
    assert is_garbled(garbled)
    stamp = "Case 3:24-cv-04321-QRS Document 7 Filed 02/03/25 Page 1 of 2"
    assert not has_words(stamp)
