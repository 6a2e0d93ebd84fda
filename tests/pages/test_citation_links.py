"""What is written around a citation in the text: its anchor, where it leads, what its card needs."""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    FootnoteMark,
    PageMark,
    Place,
)
from build_scripts.model.source_text import CellSpan
from build_scripts.pages.body import render_body
from build_scripts.pages.citation_links import format_target, wrap_citation
from tests.tables import call, each_row

ROOT = "../../../../"
CASE = Citation(CitationKind.CASE, "465 U.S. 783", 0, 12, "465 U.S. 783", "465 U.S. 783")
COURTLISTENER = Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/us/465/783/")


def make_link(target: str, url: str, anchor: str = "", others: Sequence[str] = ()) -> Link:
    return Link(LinkTarget(target), url, anchor, tuple(others))


def write(citation: Citation, link: Link | None, **more: object) -> str:
    opening, closing = wrap_citation(citation, link, 2, root=ROOT, **more).first  # type: ignore[arg-type]
    return f"{opening}{citation.text}{closing}"


def test_every_place_a_link_can_lead_to_is_named() -> None:
    assert len(set(map(format_target, LinkTarget))) == len(LinkTarget)


@each_row(link=call(make_link))
def test_a_citation_leads_to_the_best_place_that_is_known(
    link: Link | None,
    more: dict[str, object],
    kind: str,
    href: str | None,
) -> None:
    (shown,) = LexborHTMLParser(write(CASE, link, **more)).css("#cite-3")
    assert shown.text() == "465 U.S. 783"
    assert shown.attributes.get("href") == href
    assert shown.attributes.get("data-authority") == (str(more["row"]) if "row" in more else None)
    assert (shown.attributes.get("class") or "").endswith(f"citation--{kind}" if kind else "")


def test_an_entry_of_the_docket_is_marked_as_one() -> None:
    record = replace(CASE, kind=CitationKind.RECORD, text="Dkt. No. 7")
    choice = Link(LinkTarget.CHOICE, "", alternatives=("orders/a", "orders/b"))
    shown = write(record, choice)
    assert write(record, None) == shown
    assert "citation--record" in shown
    assert "<a" not in shown


@each_row()
def test_a_pin_stands_beside_the_citation_where_it_is_plain(
    pin: str | None, shown: str | None
) -> None:
    for link in (COURTLISTENER, None):
        page = write(replace(CASE, pin_cite=pin), link, row=1)
        found = re.search(r'data-pin="([^"]*)"', page)
        assert (found and html.unescape(found[1])) == shown
        assert "evil" not in page
        assert "onclick" not in page


TEXT = "See Calder v. Jones, 465 U.S. 783, 789 (1984); id. at 790, for the whole of it."


@given(
    marks=st.lists(st.integers(0, len(TEXT)), max_size=4),
    notes=st.lists(st.integers(0, len(TEXT)), max_size=3),
    spans=st.lists(st.integers(0, 2 * len(TEXT)), min_size=2, max_size=8, unique=True),
    cell=st.integers(1, len(TEXT) - 1),
)
def test_each_citation_has_its_anchor_once_however_it_is_cut(
    marks: list[int], notes: list[int], spans: list[int], cell: int
) -> None:
    """Page marks, footnote marks, cells and the ends of blocks cut citations."""
    first = Block(
        BlockKind.PARAGRAPH,
        TEXT,
        (Place(0, 1, 1),),
        page_marks=tuple(PageMark(at, page) for page, at in enumerate(sorted(marks), start=2)),
        footnote_marks=tuple(FootnoteMark(at, "1") for at in sorted(notes)),
    )
    cells = (CellSpan(0, cell), CellSpan(cell, len(TEXT)))
    second = Block(BlockKind.TABLE, TEXT, (Place(0, 1, 2),), rows=(cells, cells[:1]))
    clean = CleanOrder((first, replace(second, rows=(cells,))), (), (), (), (), 1)
    text = clean.reading_text
    bounds = sorted(spans)
    pairs = [
        (start + lead, end)
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
        if (lead := len(text[start:end]) - len(text[start:end].lstrip())) < end - start
    ]
    citations = tuple(replace(CASE, text=text[a:b], start=a, end=b) for a, b in pairs)
    for link in (COURTLISTENER, None):
        wrappings = [wrap_citation(c, link, at) for at, c in enumerate(citations)]
        body = render_body(clean, citations, wrappings).html
        named = Counter(re.findall(r' id="(cite-\d+)"', body))
        assert named == {f"cite-{at + 1}": 1 for at in range(len(citations))}
