"""DOCX files written by hand: what Word keeps beside the running text."""

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import LineKind, SourceLine, Style
from build_scripts.reading import read_order
from build_scripts.reading.word.docx_numbering import Numbering
from build_scripts.reading.word.xml_tree import UnreadableXmlError, parse_xml
from tests.tables import each_row
from tests.word_packages import box, make_docx, note, paragraph, refer, say

HEAD = '<w:headerReference w:type="default" r:id="rheader1"/>'
FOOT = '<w:footerReference w:type="default" r:id="rfooter1"/>'
GRANTED = paragraph("The motion to compel is granted.")


def read_lines(data: bytes) -> list[SourceLine]:
    source = read_order(RawOrder.from_bytes("order.docx", data))
    return [line for page in source.pages for line in page.lines if line.text]


def clean(data: bytes) -> CleanOrder:
    return clean_order(read_order(RawOrder.from_bytes("order.docx", data)))


def list_removed(order: CleanOrder, reason: RemovalReason) -> list[str]:
    return [removal.text for removal in order.removals if removal.reason is reason]


def number(text: str, of: str, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(f"<w:pPr>{properties}</w:pPr>", text)


def test_heads_and_feet_are_recorded_as_running_heads() -> None:
    order = clean(
        make_docx(
            GRANTED,
            HEAD + FOOT,
            header1=paragraph("Case No. 2:24-cv-00001-ABC-DEF"),
            footer1=paragraph(
                "Page ", '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'
            ),
        )
    )
    assert order.text == "The motion to compel is granted."
    assert list_removed(order, RemovalReason.RUNNING_HEAD) == [
        "Case No. 2:24-cv-00001-ABC-DEF",
        "Page 3",
    ]


def test_the_head_of_the_first_page_alone_is_text() -> None:
    first = '<w:headerReference w:type="first" r:id="rheader2"/><w:titlePg/>'
    order = clean(
        make_docx(
            GRANTED,
            HEAD + first,
            header1=paragraph("Roe v. Acme"),
            header2=paragraph("UNITED STATES DISTRICT COURT"),
        )
    )
    assert order.blocks[0].text == "UNITED STATES DISTRICT COURT"
    assert list_removed(order, RemovalReason.RUNNING_HEAD) == ["Roe v. Acme"]


def test_inserted_words_are_text_and_deleted_ones_a_removal() -> None:
    body = paragraph(
        "The motion is ",
        '<w:del w:id="1" w:author="x"><w:r><w:delText>denied</w:delText></w:r></w:del>',
        '<w:ins w:id="2" w:author="x"><w:r><w:t>granted</w:t></w:r></w:ins>',
        '<w:moveFrom w:id="3" w:author="x"><w:r><w:t> whole</w:t></w:r></w:moveFrom>',
        " in part.",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>",
    )
    comment = f'<w:comment w:id="0" w:author="A. Clerk">{paragraph("Check this.")}</w:comment>'
    order = clean(make_docx(body, comments=comment))
    assert order.text == "The motion is granted in part."
    assert list_removed(order, RemovalReason.MARKUP) == [
        "denied",
        " whole",
        "secret",
        "Check this.",
    ]


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    lines = read_lines(make_docx(paragraph("Before. ", box("Filed under seal."), "After.")))
    assert [line.text for line in lines] == ["Before. After.", "Filed under seal."]


def test_equations_fields_links_and_controls_keep_their_words() -> None:
    body = paragraph(
        "Interest of ",
        "<m:oMath><m:f><m:num><m:r><m:t>p</m:t></m:r></m:num><m:den><m:r><m:t>12</m:t></m:r>"
        "</m:den></m:f></m:oMath>",
        " is due on ",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "May 3, 2024",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:hyperlink w:anchor="x">{say(" under Rule 26")}</w:hyperlink>',
        f"<w:sdt><w:sdtContent>{say(', non')}</w:sdtContent></w:sdt>",
        "<w:r><w:noBreakHyphen/><w:t>party con</w:t><w:softHyphen/><w:t>tract.</w:t></w:r>",
    )
    (line,) = read_lines(make_docx(body))
    assert line.text == "Interest of p/12 is due on May 3, 2024 under Rule 26, non-party contract."


def test_footnotes_and_endnotes_are_tied_and_one_with_its_own_mark_keeps_it() -> None:
    own = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/></w:r>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>*</w:t></w:r>'
    )
    order = clean(
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


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val='
    '"decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt '
    'w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:abstractNum '
    'w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId '
    'w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def test_lists_are_numbered_as_printed_and_begin_anew_where_told() -> None:
    items = (("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("2", 0), ("3", 0), ("9", 0))
    body = "".join(number(f"Item {rank}.", of, level) for rank, (of, level) in enumerate(items))
    lines = read_lines(make_docx(body + paragraph("End."), numbering=LIST))
    assert [line.text.split(" Item")[0] for line in lines] == [
        "1.", "(a)", "(b)", "2.", "(a)", "1.", "•", "Item 7.", "End.",
    ]  # fmt: skip
    clean(make_docx(body, numbering=LIST))


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
    heading, *quotes, last = read_lines(make_docx(body, styles=styles))
    assert heading.heading_level == 2
    assert [line.kind for line in quotes] == [
        LineKind.QUOTE,
        LineKind.QUOTE,
        LineKind.PARAGRAPH,
    ]
    assert [(s.style, last.text[s.start : s.end]) for s in last.styles] == [(Style.ITALIC, "Roe")]


def test_a_table_needs_no_grid() -> None:
    cell = "<w:tc>{}</w:tc>".format
    inner = f"<w:tbl><w:tr>{cell(paragraph('Inner'))}</w:tr></w:tbl>"
    rows = f"<w:tr>{cell(paragraph('List'))}{cell(paragraph('May 3'))}</w:tr>"
    lines = read_lines(make_docx(f"<w:tbl>{rows}<w:tr>{cell(inner)}</w:tr></w:tbl>"))
    assert [line.text for line in lines] == ["List   May 3", "Inner"]


@each_row()
def test_words_in_odd_places_are_conserved(body: str) -> None:
    """Found by mutating files, or thought of: nothing that a schema forbids loses a word."""
    within = note("footnote", 1, "Held." + refer("footnote", 1))
    order = clean(make_docx(body + GRANTED, footnotes=within))
    assert "The motion to compel is granted." in order.reading_text


def test_headings_keep_the_numbers_that_word_prints() -> None:
    body = paragraph(
        '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
        "Background",
    )
    order = clean(make_docx(GRANTED + body + GRANTED, numbering=LIST))
    (heading,) = (block for block in order.blocks if block.kind is BlockKind.HEADING)
    assert heading.text == "1. Background"


@pytest.mark.parametrize("xml", [b"<a>" * 300, b"<a>cut", b"<!DOCTYPE a><a/>"])
def test_hostile_xml_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableXmlError):
        parse_xml(xml)
