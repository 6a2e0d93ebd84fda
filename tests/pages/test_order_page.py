import dataclasses
import html
import re
from collections import Counter
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.archive import Archive, Facet, Group
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Part, PartKind
from build_scripts.model.source_text import SourcePage
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.body import render_body
from build_scripts.pages.order_page import publish_order
from tests.pages.conftest import SECOND


@pytest.fixture
def pages(archive: Archive) -> list[str]:
    """The Markdown of each order's page, without its front matter."""
    archive_index = build_index(archive)
    texts = (publish_order(archive_index, index).text for index in range(len(archive.orders)))
    return [text.split("\n---\n", 1)[1] for text in texts]


@pytest.fixture
def first(pages: list[str], render: Callable[[str], str]) -> str:
    """The first order's page as HTML."""
    return render(pages[0])


def test_every_word_of_every_order_is_on_its_page(
    archive: Archive,
    pages: list[str],
    render: Callable[[str], str],
    words: Callable[[str], list[str]],
) -> None:
    for archived, page in zip(archive.orders, pages, strict=True):
        without_marks = re.sub(r"<sup id=.*?</sup>|<a class=.page-mark.*?</a>", "", render(page))
        shown = Counter(words(without_marks))
        assert Counter(archived.order.clean.reading_text.split()) <= shown


def test_nothing_of_the_removals_is_published(pages: list[str]) -> None:
    assert "quill@" not in pages[0]
    assert "Notice sent" not in pages[0]
    assert "line number (2), notice of electronic mailing (1)" in pages[0]


def test_id_leads_where_its_antecedent_leads(first: str) -> None:
    tree = LexborHTMLParser(first)
    full, short, record = (tree.css_first(f"#cite-{number}") for number in (4, 5, 3))
    assert full.text().startswith("Yahoo! Inc. v. La Ligue")
    assert short.text() == "Id. at 1206"
    for name in ("href", "data-authority"):
        assert full.attributes[name] == short.attributes[name]
    row = tree.css_first(f"#authority-{full.attributes['data-authority']}")
    assert row.text().startswith("Yahoo! Inc. v.")
    assert "href" not in record.attributes


def test_links_within_the_archive_are_files_that_mkdocs_can_check(pages: list[str]) -> None:
    target = "../../../orders/cand/5-31-cv-01234/2031-03-04-order-denying-motion-for-expedited"
    assert f'[Dkt. No. 8]({target}-discovery.md "In this archive")' in pages[1]


def test_page_marks_are_anchors_between_words(first: str) -> None:
    mark = re.search(r'the (<a class="page-mark" [^>]*>.*?</a>) Ninth Circuit', first)
    assert mark is not None
    assert 'id="page-2"' in mark[1]
    assert re.sub("<[^>]*>", "", mark[1]) == "page 2"


def test_footnotes_keep_their_labels_and_are_tied_to_their_marks(first: str) -> None:
    assert re.search(r'<em>Calder</em><sup id="fnref:1"><a [^>]*href="#fn:1"[^>]*>1</a>', first)
    assert re.search(r'DISCOVERY</strong><sup id="fnref:\*"><a [^>]*>\*</a>', first)
    assert re.search(r'<li data-label="\*" id="fn:\*">\s*<p>This order', first)
    assert first.index('id="fn:2"') < first.index("Authorities cited")
    assert "Footnote 3, whose mark was not found in the text:" in first


def test_the_caption_stands_once_and_headings_nest_below_the_section(first: str) -> None:
    assert first.count("UNITED STATES DISTRICT COURT") == 1
    assert len(re.findall("<h1", first)) == 1
    assert re.search(r"<h3[^>]*>I. LEGAL STANDARD</h3>", first)
    assert re.search(r"<h4[^>]*>A. The request</h4>", first)


def test_two_paragraphs_of_one_quotation_share_its_block(first: str) -> None:
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", first, re.DOTALL)
    assert re.findall(r"<p[^>]*>", quotes[0]) == ['<p id="p-4">', '<p id="p-5">']


def test_paragraphs_headings_quotes_and_list_items_are_anchored_by_their_number(first: str) -> None:
    """What a reader would call no paragraph (caption, notes, signature) has no number."""
    anchored = re.findall(r'<(\w+)[^>]* id="p-(\d+)"[^>]*>(?:<[^>]*>)*([^<]*)', first)
    shown = {int(number): (tag, text[:12]) for tag, number, text in anchored}
    assert sorted(shown) == list(range(1, 10))
    assert shown[2] == ("h3", "I. LEGAL STA")
    assert shown[4] == ("p", "A defendant ")
    assert shown[6] == ("h4", "A. The reque")
    assert shown[7] == ("p", "1. The reque")
    assert shown[9] == ("p", "The motion i")
    notes = first[first.index('class="footnote"') : first.index("Authorities cited")]
    assert 'id="p-' not in notes


def test_an_anchor_takes_nothing_from_hostile_text(
    render: Callable[[str], str], make_block: Callable[..., Block]
) -> None:
    """Text that looks like attributes, or like the end of a heading, stays text."""
    texts = ("ends in {: #p-7 .x }", "{: #evil }", "C#", "> quoted", "a\\")
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = tuple(make_block(text, kind, 1) for text in texts for kind in kinds)
    page = render(render_body(CleanOrder(blocks, (), (), (), (), 1), (), ()))
    names = re.findall(r' id="([^"]*)"', page)
    assert names == [f"p-{number}" for number in range(1, len(blocks) + 1)]
    shown = [html.unescape(re.sub("<[^>]*>", "", line)) for line in page.split("\n")]
    assert [line for line in shown if line] == [block.text for block in blocks]


def test_banners(pages: list[str]) -> None:
    assert "{: .banner .banner--specimen role=note }" in pages[0]
    assert "{: .banner .banner--extract role=note }" in pages[1]
    assert ".banner" not in pages[2]


def test_neighbours(pages: list[str]) -> None:
    assert "## Cited by" in pages[0]
    assert f"[<mark>Dkt. No. 8</mark>](../../../{SECOND}.md#cite-1)" in pages[0]
    assert "**Order Denying Motion for Expedited Discovery** (this order)" in pages[0]
    assert "## In this case" not in pages[2]


def test_a_label_used_twice_has_two_notes(
    archive: Archive, render: Callable[[str], str], make_notes: Callable[..., CleanOrder]
) -> None:
    """An opinion and its dissent each begin at 1."""
    first = archive.orders[2]
    order = dataclasses.replace(first.order, clean=make_notes(("1", "One."), ("1", "Other.")))
    twice = dataclasses.replace(
        archive, orders=(*archive.orders[:2], dataclasses.replace(first, order=order))
    )
    rendered = render(publish_order(build_index(twice), 2).text.split("\n---\n", 1)[1])
    marks = re.findall(r'<sup id="([^"]*)"><a [^>]*>([^<]*)</a>', rendered)
    assert marks == [("fnref:1", "1"), ("fnref:1~2", "1")]
    assert re.search(r'data-label="1" id="fn:1~2"[^>]*>\s*<p>Other', rendered)


def test_a_hostile_order_stays_text(
    archive: Archive, make_notes: Callable[..., CleanOrder]
) -> None:
    first = archive.orders[2]
    evil = "[[footnotes]] <script>alert(1)</script> [^1]: x"
    clean = make_notes(("1", evil), text=evil)
    order = dataclasses.replace(first.order, clean=clean)
    changed = dataclasses.replace(
        archive, orders=(*archive.orders[:2], dataclasses.replace(first, order=order))
    )
    page = publish_order(build_index(changed), 2).text
    assert "<script" not in page


def test_each_number_of_a_consolidated_order_leads_to_its_own_case(archive: Archive) -> None:
    first, *others = archive.orders
    (number,) = first.order.description.docket_numbers
    second = dataclasses.replace(
        number, value=dataclasses.replace(number.value, text="5:31-cv-09999")
    )
    description = dataclasses.replace(first.order.description, docket_numbers=(number, second))
    changed = dataclasses.replace(
        first,
        order=dataclasses.replace(first.order, description=description),
        case_slugs=(*first.case_slugs, "cand-5-31-cv-09999"),
    )
    groups = {
        **archive.groups,
        Facet.CASE: (*archive.groups[Facet.CASE], Group("cand-5-31-cv-09999", "Other", (0,))),
    }
    whole = Archive((changed, *others), groups, authorities=archive.authorities)
    archive_index = build_index(whole)
    case = "[5:31-cv-01234-ABC](../../../cases/cand-5-31-cv-01234.md)"
    # The other case has no order but this one, and no page.
    assert f"Nos. {case}, 5:31-cv-09999" in publish_order(archive_index, 0).text
    assert archive_index.docket_number(0, "cand-5-31-cv-09999") == "5:31-cv-09999"


def test_parts_stand_below_headings_of_their_own(
    archive: Archive, render: Callable[[str], str]
) -> None:
    archived = archive.orders[0]
    clean = archived.order.clean
    last = len(clean.blocks) - 1
    parts = (Part(PartKind.DISSENT, last, last + 1, author="Oakhurst, Circuit Judge"),)
    body = render_body(dataclasses.replace(clean, parts=parts), (), ())
    heading = '<h2 class="part-heading" data-search-exclude id="part-1">Dissent: Oakhurst, Circuit Judge</h2>'
    page = render(body)
    assert heading in page
    assert clean.blocks[last].text.split()[0] in page.split(heading)[1]


def test_a_page_read_from_a_picture_says_how_sure_its_words_are(
    archive: Archive, render: Callable[[str], str]
) -> None:
    clean = archive.orders[0].order.clean
    page = render(render_body(clean, (), (), {2: 91.6}))
    assert re.search(r'id="page-2"[^>]*>.*?OCR, 92% confidence</span></a>', page)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ((1,), "Page 1 was read by OCR (93% confidence)."),
        ((1, 2, 3, 5), "Pages 1–3, 5 were read by OCR (93% confidence)."),
        ((1, 2, 3, 4, 5), "This order was read by OCR (93% confidence)."),
    ],
)
def test_the_banner_says_which_pages_ocr_read(
    archive: Archive, read: tuple[int, ...], said: str
) -> None:
    first, *others = archive.orders
    pages = tuple(
        SourcePage(number, (), 93.0 if number in read else None) for number in range(1, 6)
    )
    clean = dataclasses.replace(first.order.clean, ocr_confidence=93.2)
    scanned = dataclasses.replace(
        first, order=dataclasses.replace(first.order, clean=clean, pages=pages)
    )
    archive_index = build_index(dataclasses.replace(archive, orders=(scanned, *others)))
    page = publish_order(archive_index, 0).text
    assert f"**Read from a scan.** {said} Check quotations against the original." in page
