"""The page of an order as readers get it, and the views that it is written from."""

import dataclasses
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.archive import Archive, Facet, Group
from build_scripts.model.description import Claim, Outcome, Span
from build_scripts.model.source_text import SourcePage
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.head_rulings import DecreeLine
from build_scripts.pages.order_page import OrderPage, publish_order, view_order
from build_scripts.pages.views import line_order
from tests.changed import change_order, put_first, redescribe
from tests.pages.conftest import FIRST
from tests.pages.rendered import render_pages
from tests.tables import as_tuples, each_row


@pytest.fixture
def views(archive: Archive) -> list[OrderPage]:
    index = build_index(archive)
    return [view_order(index, place) for place in range(len(archive.orders))]


@pytest.fixture(scope="module")
def pages(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> list[LexborHTMLParser]:
    """Each order's page, built by MkDocs."""
    built = render_pages(archive, tmp_path_factory.mktemp("order_page"))
    return [LexborHTMLParser(built[one.address]) for one in archive.orders]


@pytest.mark.build
def test_the_frame_says_which_order_it_is(pages: list[LexborHTMLParser]) -> None:
    """What stands around the article: golden pages show the rest."""
    first = pages[0]
    assert first.css_first("title").text().startswith("Quill & Lantern Ltd. v. Ostrich Freight")
    assert "(N.D. Cal. 2031)" in first.css_first("title").text()
    assert (first.css_first("html").attributes["data-foot"] or "").endswith("ECF No. 8.")


@pytest.mark.build
def test_every_section_stands_once_in_its_order(pages: list[LexborHTMLParser]) -> None:
    found = [[node.attributes["id"] for node in page.css(".order-page > h2")] for page in pages]
    first = ["rulings", "text-of-the-order", "cite-this-order", "authorities-cited", "cited-by"]
    assert found[0] == [*first, "in-this-case", "files", "source"]
    assert found[2] == ["text-of-the-order", "cite-this-order", "files", "source"]
    for page, ids in zip(pages, found, strict=True):
        contents = [
            (node.attributes["href"] or "").removeprefix("#")
            for node in page.css(".md-nav--secondary > ul > li > a")
        ]
        assert contents == ids


@pytest.mark.build
def test_details_repeat_nothing_that_stands_above(pages: list[LexborHTMLParser]) -> None:
    """They have in full what the head abbreviates."""
    above = pages[0].css(".order-page > h1, .order-title, .order-line > span")
    details = pages[0].css_first(".about-order")
    assert len(above) >= 6
    for node in above:
        assert node.text().rstrip(",") not in details.text().replace("Amelia B. Cartwright,", "")
    assert "United States District Court for the" in details.text()
    assert "Amelia B. Cartwright, United States Magistrate Judge" in details.text()


@pytest.mark.build
def test_banners(pages: list[LexborHTMLParser]) -> None:
    assert [node.attributes["class"] for node in pages[0].css(".banner")] == [
        "banner banner--specimen"
    ]
    assert pages[0].css_first(".banner > strong").text() == "Specimen."
    assert pages[1].css_matches(".banner.banner--extract[role=note]")
    assert not pages[2].css_matches(".banner")


def test_nothing_of_the_removals_is_published(views: list[OrderPage]) -> None:
    assert "quill@" not in repr(views[0])
    assert "Notice sent" not in repr(views[0])
    assert views[0].left_out == {"line number": 2, "notice of electronic mailing": 1}


def test_each_number_of_a_consolidated_order_leads_to_its_own_case(archive: Archive) -> None:
    first, *others = archive.orders
    (number,) = first.order.description.docket_numbers
    second = dataclasses.replace(
        number, value=dataclasses.replace(number.value, text="5:31-cv-09999")
    )
    changed = dataclasses.replace(
        redescribe(first, docket_numbers=(number, second)),
        case_slugs=(*first.case_slugs, "cand-5-31-cv-09999"),
    )
    groups = {
        **archive.groups,
        Facet.CASE: (*archive.groups[Facet.CASE], Group("cand-5-31-cv-09999", "Other", (0,))),
    }
    index = build_index(Archive((changed, *others), groups, authorities=archive.authorities))
    (case,) = (one for one in view_order(index, 0).head.facts if one.term == "Case")
    assert [(one.before, one.words, one.address) for one in case.pieces] == [
        ("Nos. ", "5:31-cv-01234-ABC", "cases/cand-5-31-cv-01234/"),
        # the other case has no order but this one, and no page
        ("", "5:31-cv-09999", ""),
    ]
    assert index.docket_number(0, "cand-5-31-cv-09999") == "5:31-cv-09999"


def test_a_value_that_is_often_wrong_is_marked_as_doubtful(archive: Archive) -> None:
    description = archive.orders[0].order.description
    doubtful = Claim(Outcome.DENIED, None, "by hand", confidence=0.52)
    assert description.court
    assert description.rulings
    changed = redescribe(
        archive.orders[0],
        court=dataclasses.replace(description.court, confidence=0.71),
        disposition=doubtful,
        rulings=(dataclasses.replace(description.rulings[0], confidence=0.64),),
    )
    index = build_index(put_first(archive, changed))
    head = view_order(index, 0).head
    doubts = {one.notes.field: one.notes.doubt for one in head.facts}
    assert doubts["disposition"] == 5
    assert doubts["docket_numbers"] is None
    court, *others = head.line
    assert (court[-1].doubt, doubts["court"]) == (7, 7)
    assert not any(piece.doubt for pieces in others for piece in pieces)
    assert [one.doubt for one in head.rulings] == [6]


def test_the_line_of_facts_has_the_citation_and_does_not_repeat_the_case(archive: Archive) -> None:
    own = Claim("2022-NCSC-99", None, "by hand")
    changed = redescribe(archive.orders[0], docket_numbers=(), own_citations=(own,))
    index = build_index(put_first(archive, changed))
    shown = [piece.words for pieces in view_order(index, 0).head.line for piece in pieces]
    assert own.value in shown
    name = changed.order.description.name
    assert name
    assert name not in shown


def test_the_sentences_that_decide_are_quoted_with_their_pages(archive: Archive) -> None:
    order = archive.orders[0].order
    words = "The motion is therefore DENIED without prejudice."
    start = order.clean.reading_text.index(words)
    (ruling,) = order.description.rulings
    denied = dataclasses.replace(ruling, evidence=Span(start + 4, start + 20))
    granted = dataclasses.replace(
        denied, value=dataclasses.replace(denied.value, outcome=Outcome.GRANTED)
    )
    rulings = (granted, denied, dataclasses.replace(denied, evidence=None))
    index = build_index(put_first(archive, redescribe(archive.orders[0], rulings=rulings)))
    view = view_order(index, 0)
    # One sentence that decides two motions is quoted once.
    assert view.head.decree == (DecreeLine(words, "evidence-ruling-1", "page 1"),)
    assert view.head.tally == "1 granted · 2 denied"
    assert line_order(index, 0).qualifiers == "(1 granted · 2 denied)"
    assert not view_order(build_index(archive), 0).head.tally  # one ruling is no sum


@each_row(read=as_tuples)
def test_the_banner_says_which_pages_ocr_read(
    archive: Archive, read: tuple[int, ...], said: str
) -> None:
    pages = tuple(
        SourcePage(number, (), 93.0 if number in read else None) for number in range(1, 6)
    )
    clean = dataclasses.replace(archive.orders[0].order.clean, ocr_confidence=93.2)
    scanned = change_order(archive.orders[0], clean=clean, pages=pages)
    index = build_index(put_first(archive, scanned))
    banner = view_order(index, 0).head.banners[-1]
    assert (banner.kind, banner.lead) == ("ocr", "Read from a scan.")
    assert banner.words == f"{said} Check quotations against the original."


def test_a_page_has_its_markdown_and_what_stands_above_it(archive: Archive) -> None:
    page = publish_order(build_index(archive), 0)
    assert page.path == f"{FIRST}.md"
    assert page.markdown
    assert page.markdown().startswith('---\nmade_by: "orders-archive"\ntitle: "Order Denying')
    assert list(page.meta["above"]) == ["courts/", "courts/cand/", "cases/cand-5-31-cv-01234/"]


@pytest.mark.build
def test_an_order_of_a_compact_archive_has_two_files(archive: Archive, tmp_path: Path) -> None:
    """Its page and its original; its data lie with those of its court and year."""
    built = render_pages(archive, tmp_path, compact="true")
    for one in archive.orders:
        folder = tmp_path / "site" / one.address
        files = {path.stem for path in folder.rglob("*")}
        assert {"index"} <= files <= {"index", "original"}
        page = LexborHTMLParser(built[one.address])
        links = [node.attributes["href"] or "" for node in page.css("a")]
        (data,) = [link for link in links if link.endswith(".json")]
        assert (folder / data).resolve().is_file()
        assert not [link for link in links if link.endswith(".md")]
