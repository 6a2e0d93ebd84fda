"""The order's text as HTML: every word, its anchors, its notes, its parts."""

import dataclasses
import html
import re
from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.archive import Archive
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    FootnoteMark,
    PageMark,
    Part,
    PartKind,
    Place,
)
from build_scripts.model.page import Section
from build_scripts.model.source_text import CellSpan
from build_scripts.pages.body import Body, render_body
from tests.pages.conftest import block, make_notes, words


@pytest.fixture
def first(archive: Archive) -> Body:
    body = render_body(archive.orders[0].order.clean, (), ())
    return dataclasses.replace(body, html=body.caption + body.html)


def show(*blocks: Block) -> str:
    return render_body(CleanOrder(blocks, (), (), (), (), 1), (), ()).html


def test_every_word_is_there_once_in_reading_order(archive: Archive) -> None:
    for archived in archive.orders:
        clean = archived.order.clean
        body = render_body(clean, (), ())
        page = f"{body.caption}\n{body.html}"
        without_marks = re.sub(r"<sup id=.*?</sup>|<a class=.page-mark.*?</a>", "", page)
        shown = words(
            re.sub(r"<a class=.footnote-backref.*?</a>|<p class=.untied.*?</p>", "", without_marks)
        )
        assert Counter(shown) == Counter(clean.reading_text.split())


def test_a_caption_is_folded_where_words_of_the_order_follow() -> None:
    head = [
        Block(kind, text, (Place(0, 1, line),))
        for line, (kind, text) in enumerate(
            [
                (BlockKind.COURT, "UNITED STATES DISTRICT COURT"),
                (BlockKind.PARTIES, "Roe v. Doe"),
                (BlockKind.TITLE, "ORDER"),
            ],
            start=1,
        )
    ]
    words = Block(BlockKind.PARAGRAPH, "The motion is granted.", (Place(0, 1, 9),))
    folded = render_body(CleanOrder((*head, words), (), (), (), (), 1), (), ())
    assert folded.html == '<p id="p-1">The motion is granted.</p>'
    assert "UNITED STATES DISTRICT COURT" in folded.caption
    for blocks in (head, [*head[1:], words]):  # nothing would be left; nothing would be won
        assert not render_body(CleanOrder(tuple(blocks), (), (), (), (), 1), (), ()).caption


def test_page_marks_are_anchors_between_words(first: Body) -> None:
    mark = re.search(r'the (<a class="page-mark" [^>]*>.*?</a>) Ninth Circuit', first.html)
    assert mark is not None
    assert 'id="page-2"' in mark[1]
    assert re.sub("<[^>]*>", "", mark[1]) == "page 2"


def test_a_page_that_begins_with_a_heading_is_marked_before_it() -> None:
    heading = Block(
        BlockKind.HEADING, "II. FACTS", (Place(0, 2, 1),), 1, page_marks=(PageMark(0, 2),)
    )
    mark, shown = show(heading).split("\n")
    assert mark.startswith('<p class="page-break"><a class="page-mark" id="page-2"')
    assert shown == '<h3 id="p-1">II. FACTS</h3>'


def test_footnotes_keep_their_labels_and_are_tied_to_their_marks(first: Body) -> None:
    tree = LexborHTMLParser(first.html)
    for key, label in (("fnref:1", "1"), ("fnref:*", "*")):
        link = tree.css_first(f'sup[id="{key}"] > a.footnote-ref')
        assert (link.text(), link.attributes["href"]) == (label, key.replace("fnref", "#fn"))
        assert link.attributes["aria-label"] == f"Footnote {label}"
        assert link.attributes["aria-details"] == key.replace("fnref", "fn")
    note = tree.css_first('.footnote li[id="fn:1"]')
    assert (note.attributes["data-label"], note.attributes["value"]) == ("1", "1")
    back = note.css_first("a.footnote-backref")
    assert back.attributes["href"] == "#fnref:1"
    assert note.css("p")[-1].text().endswith("↩")
    assert "value" not in tree.css_first('li[id="fn:*"]').attributes
    assert "Footnote 3, whose mark was not found in the text:" in first.html
    assert tree.css_first(".footnote").attributes["role"] == "doc-endnotes"


def test_a_label_used_twice_has_two_notes() -> None:
    """An opinion and its dissent each begin at 1."""
    page = render_body(make_notes(("1", "One."), ("1", "Other.")), (), ()).html
    marks = re.findall(r'<sup id="([^"]*)"><a [^>]*>([^<]*)</a>', page)
    assert marks == [("fnref:1", "1"), ("fnref:1~2", "1")]
    assert re.search(r'id="fn:1~2" data-label="1"[^>]*>\s*<p>Other', page)


def test_a_note_that_is_marked_twice_leads_back_to_both_marks() -> None:
    clean = make_notes(("1", "One."))
    (block,) = clean.blocks
    marks = (FootnoteMark(1, "1"), FootnoteMark(5, "1"), FootnoteMark(7, "9"))
    twice = dataclasses.replace(clean, blocks=(dataclasses.replace(block, footnote_marks=marks),))
    page = render_body(twice, (), ()).html
    assert re.findall(r'<sup id="([^"]*)"', page) == ["fnref:1", "fnref2:1"]
    assert re.findall(r'backref" href="([^"]*)"', page) == ["#fnref:1", "#fnref2:1"]
    assert "<sup>9</sup>" in page  # no such note


def test_no_level_of_headings_is_skipped() -> None:
    printed = (2, 2, 1, 3, 3, 2, 1)
    blocks = [
        Block(BlockKind.HEADING, "HEADING", (Place(0, 1, line),), level)
        for line, level in enumerate(printed, 1)
    ]
    assert re.findall(r"<h(\d)", show(*blocks)) == ["3", "3", "3", "4", "4", "4", "3"]


def test_headings_nest_below_the_section(first: Body) -> None:
    assert '<h3 id="p-2">I. LEGAL STANDARD</h3>' in first.html
    assert '<h4 id="p-6">A. The request</h4>' in first.html
    assert first.sections == (
        Section(
            "text-of-the-order",
            "Text of the order",
            (Section("p-2", "I. LEGAL STANDARD", (Section("p-6", "A. The request"),)),),
        ),
    )


def test_two_paragraphs_of_one_quotation_share_its_block(first: Body) -> None:
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", first.html, re.DOTALL)
    assert re.findall(r"<p[^>]*>", quotes[0]) == ['<p id="p-4">', '<p id="p-5">']


def test_paragraphs_headings_quotes_and_list_items_are_anchored_by_their_number(
    first: Body, archive: Archive
) -> None:
    """What a reader would call no paragraph (caption, notes, signature) has no number."""
    anchored = re.findall(r'<(\w+)[^>]* id="p-(\d+)"[^>]*>(?:<[^>]*>)*([^<]*)', first.html)
    shown = {int(number): (tag, text[:12]) for tag, number, text in anchored}
    assert sorted(shown) == list(range(1, 10))
    assert shown[2] == ("h3", "I. LEGAL STA")
    assert shown[4] == ("p", "A defendant ")
    assert shown[6] == ("h4", "A. The reque")
    assert shown[7] == ("p", "1. The reque")
    assert shown[9] == ("p", "The motion i")
    assert 'id="p-' not in first.html[first.html.index('class="footnote"') :]
    anchors = [one for one in archive.orders[0].order.clean.map.anchors if one]
    assert anchors == [*(f"p-{n}" for n in range(1, 10)), "fn:*", "fn:1", "fn:1", "fn:2"]


def test_hostile_text_is_text_in_every_kind_of_block() -> None:
    texts = (
        "<script>alert(1)</script>",
        "&amp; <!-- ]]>",
        "{: #evil } [x](y)",
        "\x00a\u202eb\ud800c",
    )
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = tuple(
        dataclasses.replace(block("x", kind, 1), text=text) for text in texts for kind in kinds
    )
    page = show(*blocks)
    names = re.findall(r' id="([^"]*)"', page)
    assert names == [f"p-{number}" for number in range(1, len(blocks) + 1)]
    shown = [html.unescape(re.sub("<[^>]*>", "", line)) for line in page.split("\n")]
    said = [line for line in shown if line]
    assert said[:12] == [block.text for block in blocks[:12]]
    assert set(said[12:]) == {" a b c".strip()}


def test_a_table_has_its_first_row_as_head_and_cells_for_all() -> None:
    rows = ((CellSpan(0, 1), CellSpan(2, 3)), (CellSpan(4, 8),))
    table = dataclasses.replace(block("A B <i>x", BlockKind.TABLE), rows=rows)
    assert re.sub(r"\n", "", show(table)) == (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>&lt;i&gt;x</td><td></td></tr></tbody></table>"
    )


def test_an_empty_cell_of_a_tables_head_is_no_heading() -> None:
    """A screen reader would read a heading without words before each cell of the column."""
    rows = ((CellSpan(0, 0), CellSpan(0, 1)), (CellSpan(2, 3), CellSpan(4, 5)))
    table = dataclasses.replace(block("B C D", BlockKind.TABLE), rows=rows)
    assert "<thead><tr><td></td><th>B</th></tr></thead>" in show(table)


def test_a_table_that_begins_with_a_number_has_no_head() -> None:
    """The first of some docket entries is no heading of the others."""
    rows = ((CellSpan(0, 2), CellSpan(3, 7)), (CellSpan(8, 10), CellSpan(11, 15)))
    table = dataclasses.replace(block("12 Writ 14 Stay", BlockKind.TABLE), rows=rows)
    assert show(table).replace("\n", "") == (
        "<table><tbody><tr><td>12</td><td>Writ</td></tr><tr><td>14</td><td>Stay</td></tr></tbody></table>"
    )


def test_parts_stand_below_headings_of_their_own(archive: Archive) -> None:
    clean = archive.orders[0].order.clean
    last = len(clean.blocks) - 1
    parts = (Part(PartKind.DISSENT, last, last + 1, author="Oakhurst, Circuit Judge"),)
    body = render_body(dataclasses.replace(clean, parts=parts), (), ())
    heading = (
        '<h2 class="part-heading" id="part-1" data-search-exclude>'
        "Dissent: Oakhurst, Circuit Judge</h2>"
    )
    assert heading in body.html
    assert clean.blocks[last].text.split()[0] in body.html.split(heading)[1]
    assert [section.anchor for section in body.sections] == ["text-of-the-order", "part-1"]


def test_a_page_read_from_a_picture_says_how_sure_its_words_are(archive: Archive) -> None:
    page = render_body(archive.orders[0].order.clean, (), (), {2: 91.6}).html
    assert re.search(r'id="page-2"[^>]*>.*?OCR, 92% confidence</span></a>', page)


def test_numbered_lines_and_paragraphs_are_anchored_once() -> None:
    places = (Place(0, 1, 3, 12), Place(6, 1, 4, 13), Place(10, 1, 5, 13))
    texts = ("¶ 1 One two", "¶ 2 Two", "¶ 3 Three")
    blocks = [Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 9),)) for text in texts]
    page = show(dataclasses.replace(blocks[0], places=places), *blocks[1:])
    assert re.findall(r'class="line-mark" id="([^"]*)"', page) == ["L1-12", "L1-13"]
    assert re.findall(r'<span id="(para-\d)">', page) == ["para-1", "para-2", "para-3"]
