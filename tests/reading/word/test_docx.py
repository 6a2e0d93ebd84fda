"""DOCX files written by hand: what Word keeps beside the running text."""

from typing import Any

import pytest

from build_scripts.model.source_text import LineKind, Style
from build_scripts.reading.word.docx_styles import Numbering
from build_scripts.reading.word.xml_tree import UnreadableXmlError, parse_xml
from tests.orders_from_text import clean_text, list_lines, read_text, show_parts
from tests.tables import each_row, list_of_tuples
from tests.word_packages import make_docx, note, paragraph, refer

GRANTED = paragraph("The motion to compel is granted.")


def test_footnotes_and_endnotes_are_tied_and_one_with_its_own_mark_keeps_it() -> None:
    own = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/></w:r>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>*</w:t></w:r>'
    )
    order = clean_text(
        make_docx(
            paragraph("Good cause exists.", refer("footnote", 1), " So held.", refer("endnote", 1))
            + paragraph("The panel agrees.", own),
            footnotes=note("footnote", 1, " 28 U.S.C. § 1782 is not at issue.")
            + note("footnote", 2, "* Sitting by designation.")
            + note("footnote", 9, "No mark refers to this."),
            endnotes=note("endnote", 1, "See Rule 26."),
        )
    )
    notes = [(n.label, n.text, n.tied) for n in order.footnotes if n.label.isdigit()]
    assert notes == [
        ("1", "28 U.S.C. § 1782 is not at issue.", True),
        ("2", "See Rule 26.", True),
    ]
    assert "Sitting by designation." in order.reading_text
    assert "No mark refers" not in order.reading_text


def test_hostile_numbers_stay_small() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:lvlText w:val="%1"/></w:lvl>'
    part = (
        f'<w:numbering><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering.from_part(parse_xml(part.encode()))
    assert [numbering.label("1", 0) for _ in range(2)] == ["1000000", "1000000"]


def test_styles_say_what_is_a_heading_a_quotation_and_slanted() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Block Text"/></w:style>'
        '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="L"/></w:style>'
    )
    long = "A party may obtain discovery of any nonprivileged matter that is relevant to a claim."
    slanted = '<w:r><w:rPr><w:rStyle w:val="E"/></w:rPr><w:t>Roe</w:t></w:r>'
    body = "".join(
        (
            paragraph('<w:pPr><w:pStyle w:val="H2"/></w:pPr>', "Discussion"),
            paragraph('<w:pPr><w:pStyle w:val="Q"/></w:pPr>', long),
            paragraph('<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>', long),
            paragraph('<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>', long),
            paragraph('<w:pPr><w:pStyle w:val="L"/></w:pPr>', "See ", slanted, "."),
        )
    )
    heading, *quotes, last = list_lines(read_text(make_docx(body, styles=styles)))
    assert heading.heading_level == 2
    assert [line.kind for line in quotes] == [
        LineKind.QUOTE,
        LineKind.QUOTE,
        LineKind.PARAGRAPH,
    ]
    assert [(s.style, last.text[s.start : s.end]) for s in last.styles] == [(Style.ITALIC, "Roe")]


@each_row(lines=list_of_tuples)
def test_each_line(
    parts: dict[str, str],
    fields: list[str],
    lines: list[tuple[object, ...]],
    cleaned: dict[str, Any] | None,
) -> None:
    data = make_docx(**parts)
    assert [
        tuple(getattr(one, name) for name in fields) for one in list_lines(read_text(data))
    ] == lines
    assert show_parts(clean_text(data), cleaned or ()) == (cleaned or {})


@each_row()
def test_words_in_odd_places_are_conserved(body: str) -> None:
    """Found by mutating files, or thought of: nothing that a schema forbids loses a word."""
    within = note("footnote", 1, "Held." + refer("footnote", 1))
    order = clean_text(make_docx(body + GRANTED, footnotes=within))
    assert "The motion to compel is granted." in order.reading_text


@pytest.mark.parametrize("xml", [b"<a>" * 300, b"<a>cut", b"<!DOCTYPE a><a/>"])
def test_hostile_xml_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableXmlError):
        parse_xml(xml)
