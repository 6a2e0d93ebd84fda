"""What PDFs hold that their pages do not show: told, never published, left out of copies."""

import zlib
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.source_text import SidePart
from build_scripts.pages.originals import offer_original
from build_scripts.reading.external.pdf_copy import copy_pages
from tests.orders_from_text import read_text
from tests.reading.pdf.written import (
    ACTIVE,
    BESIDE,
    CONTENT,
    HIDDEN,
    PRINTED,
    SECRET,
    update_pdf,
    write_pdf,
    write_stream,
)
from tests.tables import each_row

PARTS = {
    "attachment": SidePart.FILE,
    "comment": SidePart.COMMENT,
    "information": SidePart.FACTS,
    "metadata": SidePart.FACTS,
    "field": SidePart.FIELD,
    "dynamic form": SidePart.FIELD,
    "revision": SidePart.VERSION,
}


@pytest.mark.parametrize("holder", BESIDE)
def test_what_is_not_on_the_page_is_told_and_not_copied(holder: str) -> None:
    source = read_text(BESIDE[holder])
    assert source.side_parts.parts == (PARTS[holder],)
    assert SECRET in source.side_parts.words
    assert source.side_parts.copied
    assert SECRET not in source.decoded
    copy = copy_pages(BESIDE[holder])
    assert copy == copy_pages(BESIDE[holder]), "the same each time"
    again = read_text(copy)
    assert again.decoded == source.decoded
    assert again.side_parts.parts == ()
    assert SECRET.encode() not in copy


@each_row()
def test_a_sentence_that_nobody_can_see_is_no_text_of_the_order(drawn: str, why: str) -> None:
    source = read_text(write_pdf(f"{PRINTED} {drawn}"))
    assert "sealed witness" not in source.decoded, why
    assert "sealed witness" in source.hidden[0].text, why


@pytest.mark.parametrize("holder", HIDDEN)
def test_a_sentence_that_the_page_does_not_show_is_no_text_of_it(holder: str) -> None:
    source = read_text(HIDDEN[holder])
    (hidden,) = source.hidden
    assert SECRET in hidden.text
    lines = [line.text for page in source.pages for line in page.lines]
    assert not [line for line in lines if "sealed witness" in line or "[redacted]" in line]
    assert "sealed witness" not in source.decoded


def test_scripts_and_attached_files_are_told_whatever_they_say() -> None:
    side = read_text(ACTIVE).side_parts
    assert side.parts == (SidePart.ACTION, SidePart.FILE)
    copy = copy_pages(ACTIVE)
    assert not [word for word in (b"JavaScript", b"evil", b"EmbeddedFile") if word in copy]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (write_pdf(), "nothing else"),
        (
            write_pdf(trailer="/Info 7 0 R", objects={7: b"<</Title(Roe v. Doe Mills)>>"}),
            "a title that the page prints",
        ),
        (
            write_pdf(
                trailer="/Info 7 0 R",
                objects={7: b"<</Title(Microsoft Word - untitled)/Producer(Quill 3.1)>>"},
            ),
            "names of programs",
        ),
        (
            write_pdf(
                page="/Annots[7 0 R]",
                objects={
                    7: b"<</Type/Annot/Subtype/Link/Rect[9 9 29 29]"
                    b"/A<</S/URI/URI(https://law.example/)>>>>"
                },
            ),
            "a link",
        ),
        (update_pdf(write_pdf(), {9: b"<</Type/Note>>"}), "an addition that replaces nothing"),
    ],
)
def test_what_says_no_more_than_the_page_is_passed_over(data: bytes, why: str) -> None:
    assert read_text(data).side_parts.parts == (), why


def test_a_replaced_drawing_is_an_earlier_version_though_it_has_no_words() -> None:
    box = "0 0 1 rg 72 100 9 9 re f "
    data = update_pdf(write_pdf(box + PRINTED), {CONTENT: write_stream(PRINTED.encode())})
    assert read_text(data).side_parts.parts == (SidePart.VERSION,)


def test_a_field_that_the_page_shows_is_drawn_into_the_copy() -> None:
    drawn = b"BT /F1 11 Tf 2 4 Td (Granted as modified) Tj ET"
    stream = write_stream(
        drawn, "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 4 0 R>>>>"
    )
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(ruling)/V(Granted as modified)/F 4"
        b"/Rect[72 200 272 220]/AP<</N 8 0 R>>>>"
    )
    note = b"<</Type/Annot/Subtype/Text/Rect[9 9 29 29]/Contents(Ask the clerk)>>"
    data = write_pdf(
        catalog="/AcroForm<</Fields[7 0 R]>>",
        page="/Annots[7 0 R 9 0 R]",
        objects={7: field, 8: stream, 9: note},
    )
    source = read_text(data)
    assert "Granted as modified" in source.decoded
    assert source.side_parts.parts == (SidePart.COMMENT,)
    copy = copy_pages(data)
    assert b"clerk" not in copy
    assert "Granted as modified" in read_text(copy).decoded


def test_a_layer_that_is_off_keeps_the_file_from_being_copied() -> None:
    """A copy would show it."""
    side = read_text(HIDDEN["layer"]).side_parts
    assert side.parts == (SidePart.LAYER,)
    assert not side.copied


def test_names_of_an_encrypted_file_are_read() -> None:
    from io import BytesIO

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("", ownerPassword="quill", strength=128))
    canvas.setSubject(f"SSN {SECRET}")
    canvas.drawString(72, 700, "ORDER. The motion is denied.")
    canvas.save()
    side = read_text(file.getvalue()).side_parts
    assert side.parts == (SidePart.FACTS,)
    assert SECRET in side.words
    copy = copy_pages(file.getvalue())
    assert SECRET not in str(pdfium.PdfDocument(copy).get_metadata_dict())


def test_an_editor_can_withhold_words_that_only_such_a_part_has() -> None:
    """The file is then offered in no form, and the words are looked for in the site."""
    said = b"withhold: {what: passage, words: 'SSN 219-09-9999', reason: privacy}"
    raw = RawOrder.from_bytes("order.pdf", BESIDE["comment"])
    order = convert_order(replace(raw, corrections=SideFile("order.pdf.yml", said)))
    assert [secret.bare for secret in order.redaction.secrets] == ["ssn219099999"]
    assert offer_original(catalogue_orders([order]).orders[0]) is None


@pytest.mark.parametrize(
    ("objects", "part"),
    [
        ({7: f"<</Note(SSN {SECRET})>>".encode()}, "an object that nothing refers to"),
        ({7: b"<</A" + f"[[(SSN {SECRET})]]".encode() + b">>"}, "a string in arrays"),
    ],
)
def test_words_of_an_object_that_no_page_uses_are_read(
    objects: dict[int, bytes], part: str
) -> None:
    assert SECRET in read_text(write_pdf(objects=objects)).side_parts.words, part


@pytest.mark.parametrize(
    ("object_", "why"),
    [
        (b"[" * 2000 + b"]" * 2000, "too deep"),
        (b"[" + b"(a)" * 200_000 + b"]", "too many parts in one array"),
        (b"[" + b"(" + b"a" * 4000 + b")" + b" 0" * 5_000_000 + b"]", "too large for its bounds"),
    ],
)
def test_what_can_not_be_examined_is_told_and_only_a_copy_is_offered(
    object_: bytes, why: str
) -> None:
    side = read_text(write_pdf(objects={7: object_})).side_parts
    assert side.parts == (SidePart.UNKNOWN,), why
    assert side.copied


def test_a_bomb_within_a_file_is_bounded() -> None:
    data = zlib.compress(b"a" * 200_000_000)
    head = f"<</Length {len(data)}/Filter/FlateDecode/Type/EmbeddedFile>>stream\n".encode()
    side = read_text(write_pdf(objects={7: head + data + b"\nendstream"})).side_parts
    assert side.parts == (SidePart.FILE,)
    assert len(side.words) < 1_000_000
