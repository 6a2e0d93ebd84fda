"""PDFs drawn here by a real PDF library, read back by PDFium."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import Style
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.pdf import read_pdf
from tests.orders_from_text import list_texts, show_marks

STAMP = "Case 3:24-cv-04321-QRS   Document 7   Filed 02/03/25   Page {page} of 2"


def draw(*pages: Callable[[Canvas], None]) -> RawOrder:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for page in pages:
        canvas.setFont("Times-Roman", 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return RawOrder.from_bytes("order.pdf", buffer.getvalue())


def draw_paper(canvas: Canvas, page: int) -> None:
    """Pleading paper: 28 numbers, the court's name up the margin, a stamp."""
    for number in range(1, 29):
        canvas.drawRightString(80, 724 - 24 * number, str(number))
    canvas.saveState()
    canvas.translate(40, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "United States District Court")
    canvas.restoreState()
    canvas.drawString(150, 760, STAMP.format(page=page))


def draw_first(canvas: Canvas) -> None:
    draw_paper(canvas, 1)
    canvas.drawCentredString(330, 628, "UNITED STATES DISTRICT COURT")
    canvas.drawCentredString(330, 604, "NORTHERN DISTRICT OF CALIFORNIA")
    for y, left, right in (
        (560, "QUINCE ORCHARDS, INC.,", "Case No. 24-cv-04321-QRS"),
        (544, "          Plaintiff,", ""),
        (528, "     v.", "ORDER DENYING MOTION TO"),
        (512, "MEDLAR FARMS LLC,", "COMPEL"),
        (496, "          Defendant.", "Re: Dkt. No. 5"),
    ):
        canvas.drawString(96, y, left)
        canvas.drawString(330, y, right)
    canvas.drawString(
        132, 460, "Plaintiff Quince Orchards, Inc. moves to compel answers to its first set"
    )
    canvas.drawString(
        96, 436, "of interrogatories. The rule requires that the parties confer first"
    )
    width = canvas.stringWidth(
        "of interrogatories. The rule requires that the parties confer first"
    )
    canvas.setFont("Times-Roman", 7)
    canvas.drawString(96 + width, 441, "1")
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(100 + width, 436, " and they")
    canvas.drawString(
        96, 412, "did not. Plaintiff wrote 2 letters in 28 days and then filed, which is not the"
    )
    canvas.setFont("Times-Roman", 7)
    canvas.drawString(96, 93, "1")
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(101, 88, "Fed. R. Civ. P. 37(a)(1).")


def draw_second(canvas: Canvas) -> None:
    draw_paper(canvas, 2)
    canvas.drawString(96, 700, "conference that the rule has in mind. The motion is denied.")
    canvas.drawString(132, 676, "IT IS SO ORDERED.")


@pytest.fixture(scope="module")
def order() -> CleanOrder:
    return clean_order(read_pdf(draw(draw_first, draw_second)))


def test_the_furniture_of_pleading_paper_leaves(order: CleanOrder) -> None:
    reasons = [removal.reason for removal in order.removals]
    assert reasons.count(RemovalReason.LINE_NUMBER) == 56
    assert reasons.count(RemovalReason.ECF_STAMP) == 2
    assert reasons.count(RemovalReason.MARGIN_NAME) == 2
    assert order.page_count == 2
    assert order.stamps[0].docket_number == "3:24-cv-04321-QRS"


def test_the_columns_of_the_caption_are_parted(order: CleanOrder) -> None:
    assert list_texts(order, BlockKind.PARTIES) == [
        "QUINCE ORCHARDS, INC.,",
        "Plaintiff,",
        "v.",
        "MEDLAR FARMS LLC,",
        "Defendant.",
    ]
    assert list_texts(order, BlockKind.TITLE) == ["ORDER DENYING MOTION TO COMPEL"]
    assert list_texts(order, BlockKind.REFERENCE) == ["Re: Dkt. No. 5"]


def test_the_paragraph_runs_over_the_page_and_keeps_its_numbers(order: CleanOrder) -> None:
    paragraph = next(block for block in order.blocks if block.kind is BlockKind.PARAGRAPH)
    shown = show_marks(paragraph)
    assert "confer first[^1] and they did not." in shown
    assert "2 letters in 28 days" in shown
    assert "which is not the [2]conference that the rule has in mind." in shown


def test_the_footnote_is_tied_to_its_raised_mark(order: CleanOrder) -> None:
    (note,) = order.footnotes
    assert (note.label, note.text, note.tied) == ("1", "Fed. R. Civ. P. 37(a)(1).", True)


def test_bold_and_italic_come_through() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 12)
        canvas.drawString(96, 700, "ORDER")
        canvas.setFont("Times-Italic", 12)
        canvas.drawString(96, 676, "Calder v. Jones controls here and in the district.")

    lines = [line for line in read_pdf(draw(page)).pages[0].lines if line.text.strip()]
    assert [(line.text.strip(), line.styles[0].style) for line in lines] == [
        ("ORDER", Style.BOLD),
        ("Calder v. Jones controls here and in the district.", Style.ITALIC),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_read_upright(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(306, 396)
        canvas.rotate(turn)
        canvas.drawString(-200, 50, "The motion for leave to amend the complaint is granted.")
        canvas.drawString(-200, 20, "Plaintiff shall file it within 14 days of this order.")

    texts = [line.text.strip() for line in read_pdf(draw(page)).pages[0].lines]
    assert [text for text in texts if text] == [
        "The motion for leave to amend the complaint is granted.",
        "Plaintiff shall file it within 14 days of this order.",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\nnot really", "damaged"),
        (draw(draw_second).data[:400], "damaged"),
    ],
)
def test_damaged_files_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableOrderError, match=says) as caught:
        read_pdf(RawOrder.from_bytes("order.pdf", data))
    assert caught.value.finding.code is FindingCode.UNREADABLE_FILE


def test_an_encrypted_file_says_so() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(96, 700, "sealed")
    canvas.save()
    with pytest.raises(UnreadableOrderError, match="encrypted"):
        read_pdf(RawOrder.from_bytes("order.pdf", buffer.getvalue()))


def test_a_page_without_text_or_picture_has_no_text() -> None:
    with pytest.raises(UnreadableOrderError, match="no text"):
        read_pdf(draw(lambda canvas: canvas.rect(100, 100, 300, 300, fill=1)))
