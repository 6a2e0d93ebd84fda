"""Filled forms, check-boxes and typed notes, drawn by a real PDF library."""

import re

from reportlab.pdfgen.canvas import Canvas

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.pdf import read_pdf
from tests.reading.pdf.test_pdf import draw


def read_lines(raw: RawOrder) -> list[str]:
    """The page's printed lines, blanks run together."""
    lines = (re.sub(r" +", " ", line.text.strip()) for line in read_pdf(raw).pages[0].lines)
    return [line for line in lines if line]


def draw_form(canvas: Canvas) -> None:
    form = canvas.acroForm
    canvas.drawString(96, 700, "Presiding judge:")
    form.textfield(value="Hon. Pat Quince", x=200, y=692, width=200, height=20, fontSize=12)
    canvas.drawString(120, 660, "The motion is GRANTED.")
    form.checkbox(x=96, y=656, size=14, checked=True)
    canvas.drawString(120, 640, "The motion is DENIED.")
    form.checkbox(x=96, y=636, size=14, checked=False, buttonStyle="cross")
    canvas.drawString(120, 620, "with leave to amend")
    form.radio(name="leave", value="with", x=96, y=616, size=14, selected=True)
    canvas.drawString(120, 600, "without leave to amend")
    form.radio(name="leave", value="without", x=96, y=596, size=14, selected=False)
    canvas.drawString(96, 570, "Held at")
    form.choice(value="Oakland", options=["Oakland", "San Jose"], x=140, y=562, width=90, height=20)
    form.textfield(
        value="Counsel shall confer\nby June 2.",
        x=96,
        y=480,
        width=200,
        height=60,
        fontSize=12,
        fieldFlags="multiline",
    )


def test_values_and_boxes_stand_where_the_form_shows_them() -> None:
    assert read_lines(draw(draw_form)) == [
        "Presiding judge: Hon. Pat Quince",
        "[X] The motion is GRANTED.",
        "[ ] The motion is DENIED.",
        "[X] with leave to amend",
        "[ ] without leave to amend",
        "Held at Oakland",
        "Counsel shall confer",
        "by June 2.",
    ]


def test_a_filled_form_keeps_its_words_through_cleaning() -> None:
    text = clean_order(read_pdf(draw(draw_form))).reading_text
    assert "Hon. Pat Quince" in text
    assert "by June 2." in text


def test_values_without_a_picture_are_read_from_the_field() -> None:
    data = draw(draw_form).data.replace(b"/AP ", b"/Xx ")
    assert "Presiding judge: Hon. Pat Quince" in read_lines(RawOrder.from_bytes("form.pdf", data))


def test_typed_notes_are_words_and_sticky_notes_are_not() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(96, 700, "The motion for leave to amend the complaint is")
        canvas.freeTextAnnotation("GRANTED", "/Helv 12 Tf", Rect=(360, 696, 440, 712))
        canvas.textAnnotation("check this with chambers", Rect=(500, 700, 520, 720))

    assert read_lines(draw(page)) == ["The motion for leave to amend the complaint is GRANTED"]


def test_a_printed_box_gets_no_second_one() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(120, 660, "The motion is taken under submission.")
        canvas.drawString(120, 640, "The hearing is vacated for good cause.")
        canvas.setFont("ZapfDingbats", 12)
        canvas.drawString(96, 660, "❏")
        canvas.drawString(96, 640, "❏")
        canvas.acroForm.checkbox(x=94, y=656, size=14, checked=True, borderWidth=0)
        canvas.acroForm.checkbox(x=94, y=636, size=14, checked=False, borderWidth=0)

    assert read_lines(draw(page)) == [
        "☒ The motion is taken under submission.",
        "☐ The hearing is vacated for good cause.",
    ]


def test_boxes_of_picture_fonts_are_no_letters() -> None:
    def page(canvas: Canvas) -> None:
        for y, box in ((700, "❏"), (680, "✔"), (660, "✘")):
            canvas.setFont("ZapfDingbats", 12)
            canvas.drawString(96, y, box)
            canvas.setFont("Times-Roman", 12)
            canvas.drawString(120, y, "The motion is decided without a hearing.")

    assert [line[0] for line in read_lines(draw(page))] == ["☐", "✓", "✗"]


def test_fields_of_a_turned_page_stand_beside_their_labels() -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(612, 0)
        canvas.rotate(90)
        canvas.drawString(96, 400, "The motion to compel further answers is granted.")
        # The library turns the box's corner only: its left upper one is given.
        canvas.acroForm.checkbox(x=70, y=410, size=14, checked=True, relative=True)

    assert read_lines(draw(page)) == ["[X] The motion to compel further answers is granted."]
