"""Opinions in HTML: paragraphs, marks, notes and pages, with every letter kept."""

from collections import Counter

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind, SourceFormat, SourceText, Style
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.html import is_too_nested, read_html
from tests.orders_from_text import list_lines
from tests.tables import each_row, list_of_tuples


def read(text: str) -> SourceText:
    return read_html(text, "utf-8", "order.html")


def list_texts(source: SourceText) -> list[str]:
    return [line.text for page in source.pages for line in page.lines]


def count_letters(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if c.isalnum())


@each_row()
def test_paragraphs(html: str, lines: list[str]) -> None:
    assert list_texts(read(html)) == lines


@each_row(lines=list_of_tuples)
def test_each_line(
    html: str,
    fields: list[str],
    lines: list[tuple[object, ...]],
    pages: list[list[object]] | None,
    markup: list[str] | None,
    cleaned: str | None,
    notes: list[list[str]] | None,
) -> None:
    """What a row lists of the pages, the markup, the cleaned text and its notes is all of it."""
    source = read(html)
    clean = clean_order(source)
    assert [tuple(getattr(one, name) for name in fields) for one in list_lines(source)] == lines
    assert pages in (
        None,
        [[one.number, [line.text for line in one.lines]] for one in source.pages],
    )
    assert markup in (None, [one.text for one in source.markup])
    assert cleaned in (None, clean.text)
    assert notes in (None, [[note.label, note.text] for note in clean.footnotes])
    read_letters = count_letters(*list_texts(source), *(one.text for one in source.markup))
    assert read_letters == count_letters(source.decoded)


def test_emphasis_headings_and_quotations() -> None:
    source = read(
        "<h2>I. FACTS</h2><p>In <i>Roe</i> we <b>held</b>.</p><blockquote><p>Q</p></blockquote>"
    )
    heading, paragraph, quote = list_lines(source)
    assert heading.heading_level == 2
    assert [(s.style, paragraph.text[s.start : s.end]) for s in paragraph.styles] == [
        (Style.ITALIC, "Roe"),
        (Style.BOLD, "held"),
    ]
    kinds = [line.kind for line in (heading, paragraph, quote)]
    assert kinds == [LineKind.HEADING, LineKind.PARAGRAPH, LineKind.QUOTE]


def test_items_of_a_list_and_blocks_of_a_note_keep_their_kind() -> None:
    source = read(
        "<p>So<sup>1</sup>:</p><ul><li><p>One.</p><p>More.</p><li>Two<br>lines</ul>"
        '<div class="footnote"><sup>1</sup> It says:<blockquote>Held.</blockquote><p>So.</p></div>'
    )
    assert [(line.text, line.kind, line.in_note) for line in list_lines(source)] == [
        ("So1:", LineKind.PARAGRAPH, False),
        ("One.", LineKind.LIST_ITEM, False),
        ("More.", LineKind.PARAGRAPH, False),
        ("Two", LineKind.LIST_ITEM, False),
        ("lines", LineKind.REST, False),
        ("1 It says:", LineKind.NOTE, False),
        ("Held.", LineKind.QUOTE, True),
        ("So.", LineKind.PARAGRAPH, True),
    ]
    clean = clean_order(source)
    assert [(block.kind, block.text) for block in clean.blocks] == [
        (BlockKind.PARAGRAPH, "So:"),
        (BlockKind.LIST_ITEM, "One."),
        (BlockKind.PARAGRAPH, "More."),
        (BlockKind.LIST_ITEM, "Two lines"),
    ]
    (note,) = clean.footnotes
    assert [(block.kind, block.text) for block in note.blocks] == [
        (BlockKind.PARAGRAPH, "It says:"),
        (BlockKind.QUOTE, "Held."),
        (BlockKind.PARAGRAPH, "So."),
    ]


@each_row()
def test_page_mark_splits_its_line_but_not_its_paragraph(page_mark: str) -> None:
    source = read(f"<p>The motion {page_mark} is denied.</p>")
    assert [(page.number, [line.text for line in page.lines]) for page in source.pages] == [
        (283, ["The motion"]),
        (284, ["is denied."]),
    ]
    assert [markup.text.strip("[]") for markup in source.markup] == ["*284"]
    assert clean_order(source).text == "The motion is denied."


NOTES = {
    "linked": (
        '<p>The rule<a class="footnote" href="#fn1" id="fn1_ref">1</a> holds.</p>'
        '<div class="footnotes"><div class="footnote" id="fn1">'
        '<a class="footnote" href="#fn1_ref">1</a><p>It was amended.</p><p>Twice.</p></div></div>'
    ),
    "listed": (
        "<p>The rule<sup>[1]</sup> holds.</p><h2>NOTES</h2><p>[1] It was amended.</p><p>Twice.</p>"
    ),
    "labelled": (
        "<p>The rule<footnotemark>1</footnotemark> holds.</p>"
        '<footnote label="1"><p>It was amended.</p><p>Twice.</p></footnote>'
    ),
    "aside": (
        '<p>The rule<a class="footnotemark" href="#footnote_1_1">1</a> holds.</p>'
        '<aside data-label="1" class="footnote" id="footnote_1_1">'
        '<a href="#ref_footnote_1_1">1</a><p>It was amended.</p><p>Twice.</p></aside>'
    ),
    "word processor": (
        '<p>The rule<a href="#_ftn1"><sup>[1]</sup></a> holds.</p>'
        '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> It was amended.</p><p>Twice.</p></div>'
    ),
}


@pytest.mark.parametrize("html", NOTES.values(), ids=NOTES)
def test_footnotes_are_tied_to_their_marks(html: str) -> None:
    clean = clean_order(read(html))
    assert clean.text == "The rule holds."
    assert [(note.label, note.text, note.tied) for note in clean.footnotes] == [
        ("1", "It was amended.\n\nTwice.", True)
    ]


BROKEN = "<br/>\n".join(
    [
        "<a name=1></a>1&#160;",
        *("&#160;", "2", "UNITED&#160;STATES DISTRICT COURT", "3", "<b>ORDER</b>", "4"),
        *(
            "The motion of the plaintiff was heard on",
            "5",
            "May 1, 2031, and it is",
            "6",
            "denied.",
        ),
        "<hr/>So ordered.",
    ]
)


def test_a_page_that_breaks_each_printed_line_is_plain_text() -> None:
    """`pdftohtml` writes so: each printed line ends in a break, each page in a rule."""
    source = read(f"<body>{BROKEN}<br/><h1>Outline</h1><ul><li>A</li></ul></body>")
    assert (source.format, source.plain, source.structured) == (SourceFormat.HTML, True, False)
    assert list_texts(source)[3:6] == ["UNITED STATES DISTRICT COURT", "3", "ORDER"]
    assert [page.number for page in source.pages] == [1, 2]


def test_breaks_within_paragraphs_are_no_printed_lines() -> None:
    source = read(f"<p>{BROKEN}</p>")
    assert source.structured


def test_preformatted_text_is_laid_out() -> None:
    source = read('<pre class="inline">        ORDER\n\n    The motion\fis <i>denied</i>.</pre>')
    assert source.laid_out
    assert source.format is SourceFormat.HTML
    assert [line.text for line in source.pages[0].lines] == ["        ORDER", "", "    The motion"]
    assert source.pages[1].lines[0].text == "is denied."


@pytest.mark.parametrize(
    "html",
    [
        *NOTES.values(),
        "<table><tr><td>Roe</td><td>No. 7</td></tr></table><!-- hidden -->",
        "<p>unclosed <b>bold <p>next</i></p></div>",
        "<div class=footnote>no label</div><footnote label=2></footnote><p>x</p>",
        "<p>a<div class=footnote><footnote label=3>deep</footnote></div>b",
        "<ul><li>one<li>two</ul><hr><sup>th</sup>",
    ],
)
def test_letters_are_conserved(html: str) -> None:
    source = read(html)
    read_letters = count_letters(*list_texts(source), *(m.text for m in source.markup))
    assert read_letters == count_letters(source.decoded)
    clean_order(source)


@pytest.mark.parametrize("html", ["<html></html>", "<p> </p>", "<script>a()</script>"])
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        read(html)
    assert caught.value.finding.code is FindingCode.UNREADABLE_FILE


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("<p>" * 5_000, False),  # the next paragraph ends the one before
        ("<i>a</i>" * 5_000, False),
        ("<i></b>" * 5_000, True),  # stray end tags hide nothing
        ("<b>" * 500 + "<p>x" * 5_000, True),  # each paragraph would copy 500 of them
    ],
)
def test_depth_counts_open_elements(text: str, deep: bool) -> None:
    assert is_too_nested(text) is deep


def test_a_tables_row_below_the_text_is_a_line_with_its_cells() -> None:
    prose = f"<p>{'The court finds as follows. ' * 10}</p>"
    rows = (
        "<tr><th>Year</th><th>Tax</th><th></th></tr>"
        "<tr><td><p>1984</p></td><td>$65<br>due</td><td>x</td></tr>"
    )
    lines = list_lines(read(f"{prose}<table>{rows}</table><p>So ordered.</p>"))
    assert [line.text for line in lines[1:]] == ["Year Tax", "1984 $65 due x", "So ordered."]
    shown = [[line.text[c.start : c.end] for c in line.cells] for line in lines[1:]]
    assert shown == [["Year", "Tax", ""], ["1984", "$65 due", "x"], []]
