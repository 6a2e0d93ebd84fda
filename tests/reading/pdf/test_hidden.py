"""Words that a PDF holds and does not show are left out; shading, highlights and scans are not."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.colors import Color, black, lightgrey, white, yellow
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceText
from build_scripts.pages.originals import list_open_pages, offer_original
from build_scripts.problems import FindingCode
from build_scripts.reading import read_order

SECRET = "Quentin Larkspur"
LINE = 14.0
PROSE = "The Court finds that the motion of the plaintiff is to be denied on this record."


def make_pdf(draw: Callable[[Canvas], None], turn: int = 0) -> bytes:
    buffer = io.BytesIO()
    size = letter[::-1] if turn == 90 else letter  # reportlab turns the size too
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    canvas.setFont("Times-Roman", 12)
    for number in range(12):
        canvas.drawString(72, 720 - 2 * LINE * number, PROSE)
    if turn:
        canvas.setPageRotation(turn)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def read(data: bytes) -> SourceText:
    return read_order(RawOrder.from_bytes("order.pdf", data))


def write_secret(canvas: Canvas, y: float = 300) -> None:
    canvas.setFillColor(black)
    canvas.drawString(72, y, "The informant is")
    canvas.drawString(160, y, SECRET)
    canvas.drawString(260, y, "of Harbor City.")


def under_box(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.rect(158, 296, 96, 14, fill=1, stroke=0)


def over_black_box(canvas: Canvas) -> None:
    canvas.rect(158, 296, 96, 14, fill=1, stroke=0)
    write_secret(canvas)


def under_white_box(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.setFillColor(white)
    canvas.rect(158, 296, 96, 14, fill=1, stroke=0)


def under_picture(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 4))), 158, 296, 96, 14)


def in_white(canvas: Canvas) -> None:
    write_secret(canvas, 320)
    canvas.setFillColor(white)
    canvas.drawString(160, 300, SECRET + "'s wife")


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(160, 300)
    text.setTextRenderMode(3)
    text.textLine(SECRET)
    canvas.drawText(text)


def outside_clip(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 320, 480, 40)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(160, 300, SECRET)
    canvas.restoreState()


def between_clips(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 320, 480, 40)
    path.rect(60, 250, 480, 40)  # the words are in the box of both, and in neither
    canvas.clipPath(path, stroke=0)
    canvas.drawString(160, 300, SECRET)
    canvas.restoreState()


def under_broad_line(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.setLineWidth(14)
    canvas.line(158, 303, 254, 303)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(160, 300, SECRET)


def only_clipping(canvas: Canvas) -> None:
    text = canvas.beginText(160, 300)
    text.setTextRenderMode(7)
    text.textLine(SECRET)
    canvas.drawText(text)


def outside_letters(canvas: Canvas) -> None:
    canvas.saveState()
    text = canvas.beginText(400, 500)
    text.setTextRenderMode(7)
    text.textOut("x")
    canvas.drawText(text)
    text = canvas.beginText(160, 300)
    text.setTextRenderMode(0)
    text.textLine(SECRET)
    canvas.drawText(text)
    canvas.restoreState()


HIDING = [
    under_box,
    over_black_box,
    under_white_box,
    under_picture,
    under_broad_line,
    invisible,
    outside_clip,
    between_clips,
    transparent,
    only_clipping,
    outside_letters,
]


@pytest.mark.parametrize("turn", [0, 90, 180])
@pytest.mark.parametrize("draw", HIDING)
def test_words_that_are_covered_are_left_out(draw: Callable[[Canvas], None], turn: int) -> None:
    source = read(make_pdf(draw, turn))
    assert [(each.page, each.text) for each in source.hidden] == [(1, SECRET)]
    assert "Larkspur" not in source.decoded
    assert not any("Larkspur" in line.text for line in source.pages[0].lines)
    if draw in HIDING[:5]:
        lines = [" ".join(line.text.split()) for line in source.pages[0].lines]
        assert "The informant is [redacted] of Harbor City." in lines


def under_two_boxes(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "The informant is Quentin Larkspur of")
    canvas.rect(156, 296, 42, 14, fill=1, stroke=0)
    canvas.rect(200, 296, 48, 14, fill=1, stroke=0)


def under_boxes_on_two_lines(canvas: Canvas) -> None:
    canvas.drawString(72, 320, "The informant is Quentin")
    canvas.drawString(72, 306, "Larkspur of Harbor City.")
    canvas.rect(156, 317, 60, 13, fill=1, stroke=0)
    canvas.rect(70, 303, 48, 13, fill=1, stroke=0)


def white_amid_words(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "The informant is")
    canvas.drawString(260, 300, "of Harbor City.")
    canvas.setFillColor(white)
    canvas.drawString(160, 300, SECRET)


def foot_outside_clip(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 320, 480, 40)
    canvas.clipPath(path, stroke=0)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 300, "2/16/2031 - Quentin / Larkspur - 1 / 2")
    canvas.restoreState()


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (foot_outside_clip, []),  # nor this one; its dashes are no words
        (under_two_boxes, ["The informant is [redacted] of"]),
        (under_boxes_on_two_lines, ["The informant is [redacted]", "[redacted] of Harbor City."]),
        (white_amid_words, ["The informant is [redacted] of Harbor City."]),
        (invisible, []),  # no sentence lacks it
    ],
)
def test_a_sign_stands_where_a_sentence_would_lack_words(
    draw: Callable[[Canvas], None], expected: list[str]
) -> None:
    source = read(make_pdf(draw))
    lines = [" ".join(line.text.split()) for line in source.pages[0].lines]
    assert [line for line in lines if line and line != PROSE] == expected
    assert "Larkspur" not in source.decoded
    assert source.hidden


def test_white_words_are_left_out_and_the_same_in_black_stay() -> None:
    source = read(make_pdf(in_white))
    assert [each.text for each in source.hidden] == [SECRET + "'s wife"]
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
    source = read(mark_to_redact(make_pdf(write_secret)))
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
    assert read(buffer.getvalue()).hidden == ()
    pdfium.raw.FPDFAnnot_SetColor(annotation, inside, 0, 0, 0, 255)
    buffer = io.BytesIO()
    document.save(buffer)
    assert [(each.page, each.text) for each in read(buffer.getvalue()).hidden] == [(2, SECRET)]


def highlighted(canvas: Canvas) -> None:
    canvas.setFillColor(yellow)
    canvas.rect(158, 296, 96, 14, fill=1, stroke=0)
    write_secret(canvas)


def highlighted_over(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.setFillColor(Color(1, 1, 0, alpha=0.4))
    canvas.rect(158, 296, 96, 14, fill=1, stroke=0)


def shaded(canvas: Canvas) -> None:
    canvas.setFillColor(lightgrey)
    canvas.rect(60, 290, 400, 30, fill=1, stroke=1)
    write_secret(canvas)


def white_on_black(canvas: Canvas) -> None:
    canvas.rect(60, 290, 400, 30, fill=1, stroke=0)
    canvas.setFillColor(white)
    canvas.drawString(160, 300, SECRET)


def framed(canvas: Canvas) -> None:
    write_secret(canvas)
    canvas.rect(60, 290, 400, 30, fill=0, stroke=1)
    canvas.line(72, 298, 300, 298)
    canvas.setLineWidth(6)
    canvas.rect(50, 280, 420, 60, fill=0, stroke=1)


def on_paper(canvas: Canvas) -> None:
    """A white page is drawn first, as some programs do."""
    canvas.setFillColor(white)
    canvas.rect(60, 290, 400, 30, fill=1, stroke=0)
    write_secret(canvas)


def within_clip(canvas: Canvas) -> None:
    """Each line in a clipping path of its own, as word processors write them; one cuts a descender."""
    path = canvas.beginPath()
    path.rect(70, 299, 400, 20)
    canvas.clipPath(path, stroke=0)
    write_secret(canvas)


def pale(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.6)
    write_secret(canvas)


@pytest.mark.parametrize(
    "draw",
    [highlighted, highlighted_over, shaded, white_on_black, framed, on_paper, within_clip, pale],
)
def test_what_is_seen_stays(draw: Callable[[Canvas], None]) -> None:
    source = read(make_pdf(draw))
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
    source = read(buffer.getvalue())
    assert source.hidden == ()
    assert SECRET in source.decoded


def test_hidden_words_are_reported_and_the_file_is_not_offered() -> None:
    from build_scripts.archive import catalogue_orders
    from build_scripts.convert.order import convert_order

    order = convert_order(RawOrder.from_bytes("order.pdf", make_pdf(under_box)))
    (finding,) = [each for each in order.findings if each.code is FindingCode.BAD_REDACTION]
    assert finding.place == "page 1"
    assert "Larkspur" not in f"{finding.message}{finding.advice}"
    assert [secret.bare for secret in order.redaction.secrets] == ["quentinlarkspur"]
    assert offer_original(catalogue_orders([order]).orders[0]) is None
    assert list_open_pages(order) == []
