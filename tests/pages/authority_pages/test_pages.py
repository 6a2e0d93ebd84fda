"""Runs of authorities and the pages of those that many orders cite: who cites, in what words."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import DocketNumber
from build_scripts.model.order import Order
from build_scripts.pages.authority_pages.entries import MENTIONS
from build_scripts.pages.authority_pages.pages import LONGEST, AuthorityView
from build_scripts.pages.quotations import Words
from build_scripts.pages.views import PageLink
from tests.pages.authority_pages.conftest import (
    RULE,
    cite_calder,
    list_pages,
    make_order,
    view_entry,
    write_clean,
)
from tests.pages.conftest import cite
from tests.pages.rendered import render_pages

K = CitationKind
DOCKET = DocketNumber("5:31-cv-01234", "5", 2031, "cv", 1234)
ADDRESS = "orders/cand/no-docket/2031-03-01-order-0/"


def test_a_case_with_its_parallels_where_it_leads_and_who_cites_it() -> None:
    clean = write_clean(
        "The effects test is older. See Calder v. Jones, 465 U.S. 783, 789, 104 S. Ct. 1482 "
        "(1984) (libel). It stands."
    )
    sentence = (clean.text.index("See"), clean.text.index(" It stands"))
    calder = cite_calder(
        clean, sentence=sentence, pin_cite="789", signal="See", parenthetical="(libel)"
    )
    parallel = dataclasses.replace(
        cite_calder(clean, "104 S. Ct. 1482"), normal_form="104 S. Ct. 1482", sentence=sentence
    )
    entry = view_entry(make_order(0, clean, (calder, parallel)))
    assert (entry.line.case_name, entry.line.report) == ("Calder v. Jones", "465 U.S. 783 (1984)")
    assert entry.forms == ("104 S. Ct. 1482",)
    assert entry.court == "Supreme Court of the United States"
    assert entry.read is not None
    assert entry.read.url.lower() == "https://www.courtlistener.com/c/us/465/783/"
    assert (entry.line.orders, entry.line.mentions, entry.years) == (1, 1, "2031")
    assert not entry.has_page
    (citing,) = entry.citing
    assert (citing.order.label, citing.order.address) == ("Order 0", ADDRESS)
    assert (citing.case, citing.court) == ("Lark 0 v. Finch", "N.D. Cal.")
    (quoted,) = citing.quoted
    assert quoted.words == (
        Words("See Calder v. Jones, ", emphasised=False, address=""),
        Words("465 U.S. 783", emphasised=False, address=f"{ADDRESS}#cite-1"),
        Words(", 789, 104 S. Ct. 1482 (1984) (libel).", emphasised=False, address=""),
    )
    assert quoted.facts == "pin cite 789 · signal “See” · parenthetical “(libel)”"


def test_subdivisions_are_counted_and_shown_beside_each_mention() -> None:
    clean = write_clean("Under Rule 12(b)(6) and Rule 12(b)(1) and Rule 12.")
    citations = tuple(
        cite(clean, f"Rule {number}", K.RULE, f"Fed. R. Civ. P. {number}")
        for number in ("12(b)(6)", "12(b)(1)")
    )
    whole = cite(clean, "Rule 12", K.RULE, RULE, after=40)
    entry = view_entry(make_order(0, clean, (*citations, whole)), path="authorities/frcp.md")
    assert entry.anchor == "12"
    assert entry.subdivisions == ("Fed. R. Civ. P. 12(b)(1) (1)", "Fed. R. Civ. P. 12(b)(6) (1)")
    assert "Rule 12(b)(6): cited as Fed. R. Civ. P. 12(b)(6)" in entry.citing[0].quoted[0].facts
    assert entry.line.mentions == 3


def test_many_mentions_are_cut_and_counted() -> None:
    clean = write_clean(*(f"Sentence {number}: 465 U.S. 783." for number in range(9)))
    starts = [start for start, _ in clean.map.located]
    citations = tuple(cite_calder(clean, after=start) for start in starts)
    (citing,) = view_entry(make_order(0, clean, citations)).citing
    assert len(citing.quoted) == MENTIONS == 5
    assert citing.more == PageLink("and 4 more mentions", f"{ADDRESS}#cite-6")


def test_an_authority_of_many_orders_has_a_page_and_its_line_leads_there() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    orders = [make_order(number, clean, (cite_calder(clean),)) for number in range(55)]
    pages = list_pages(*orders)
    run = pages["authorities/us/460-469.md"].make()
    assert isinstance(run, tuple)
    assert run[0].has_page
    assert run[0].line.address == "authorities/cases/465-u-s-783/"
    assert run[0].citing == ()
    views = [
        pages[path].make()
        for path in ("authorities/cases/465-u-s-783.md", "authorities/cases/465-u-s-783/2.md")
    ]
    assert all(isinstance(view, AuthorityView) for view in views)
    shown = [one.order.address for view in views for one in view.entry.citing]  # type: ignore[attr-defined]
    assert len(shown) == len(set(shown)) == 55
    first = views[0]
    assert isinstance(first, AuthorityView)
    assert sum(orders for _, orders, _ in first.years) == 55
    assert not any("us/460" in path for path in list_pages(*orders[:9]) if "cases" in path)


def test_a_long_run_is_divided_and_keeps_its_anchors() -> None:
    sections = range(400, 400 + LONGEST + 60)
    text = ". ".join(f"28 U.S.C. § {number}" for number in sections)
    clean = write_clean(f"{text}.")
    citations = tuple(
        cite(clean, f"28 U.S.C. § {number}", K.STATUTE, f"28 U.S.C. § {number}")
        for number in sections
    )
    pages = list_pages(make_order(0, clean, citations))
    view = pages["authorities/usc/28.md"].make()
    assert isinstance(view, tuple)
    assert [block.label for block, _ in view] == ["1-499", "500-999"]
    anchors = {anchor: one.address for _, members in view for anchor, one in members}
    assert anchors["550"] == "authorities/usc/28/500-999/#550"
    block = pages["authorities/usc/28/500-999.md"].make()
    assert isinstance(block, tuple)
    assert "550" in {entry.anchor for entry in block}


def test_an_order_here_and_orders_it_may_be_are_linked() -> None:
    clean = write_clean("Quill, No. 5:31-cv-01234 (N.D. Cal. 2031).")
    number = "No. 5:31-cv-01234"
    citing = cite(clean, number, K.DOCKET, number, court="cand", year=2031)
    numbered = {"docket_numbers": (DOCKET,), "date": datetime.date(2031, 3, 4)}
    first = make_order(0, write_clean("So ordered."), (), **numbered)
    second = make_order(1, write_clean("So ordered again."), (), **numbered)
    path = "authorities/dockets.md"
    sure = view_entry(first, make_order(5, clean, (citing,)), path=path)
    assert (sure.here_label, [line.order.label for line in sure.here]) == (
        "In this archive",
        ["Order 0"],
    )
    perhaps = view_entry(first, second, make_order(5, clean, (citing,)), path=path)
    assert perhaps.here_label == "Perhaps one of these orders here"
    assert [line.order.label for line in perhaps.here] == ["Order 0", "Order 1"]


def test_an_order_that_is_none_is_not_shown() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    motion = make_order(0, clean, (cite_calder(clean),))
    claim = dataclasses.replace(motion.description.is_order, value=False)
    description = dataclasses.replace(motion.description, is_order=claim)
    motion = dataclasses.replace(motion, description=description)
    assert "authorities/us/460-469.md" not in list_pages(motion)
    entry = view_entry(motion, make_order(1, clean, (cite_calder(clean),)))
    assert [one.order.label for one in entry.citing] == ["Order 1"]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """In the name, the form, the sentence and what is printed with a citation."""
    evil = '_x_ [a](b) <img src=x onerror=alert(1)> {.c} | "q" &amp; {{ 7919*7919 }}'
    clean = write_clean(f"{evil} See 465 U.S. 783 {evil}")
    calder = dataclasses.replace(
        cite_calder(clean, signal=evil, parenthetical=evil, pin_cite=evil),
        case_name=evil,
        normal_form=evil,
        authority=evil,
    )
    order = make_order(0, clean, (calder,), case_name=evil, title=evil)
    pages = render_pages(catalogue_orders([order], own_page_from=1), tmp_path)
    found = [page for path, page in pages.items() if path.startswith("authorities")]
    assert len(found) > 6
    assert not any("<img" in page or "62710561" in page for page in found)
    escaped = evil.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert any(escaped.replace('"', "&#34;") in page for page in found)


def test_every_kind_has_an_index_of_names_and_books() -> None:
    clean = write_clean("Calder v. Jones, 465 U.S. 783. 28 U.S.C. § 1331.")
    statute = cite(clean, "28 U.S.C. § 1331", K.STATUTE, "28 U.S.C. § 1331")
    pages = list_pages(make_order(0, clean, (cite_calder(clean), statute)))
    assert {path for path in pages if path.count("/") < 3 and "index" not in path} >= {
        "authorities/cases/c.md",
        "authorities/us/460-469.md",
        "authorities/usc/28.md",
    }
    cases, statutes = (
        pages[f"authorities/{kind}/index.md"].make() for kind in ("cases", "statutes")
    )
    assert [one.label for one in cases.letters] == ["C"]  # type: ignore[attr-defined]
    ((source, (run,)),) = statutes.sources.items()  # type: ignore[attr-defined]
    assert (source, run.label, run.address) == ("U.S.C.", "28", "authorities/usc/28/")
    assert statutes.letters == ()  # type: ignore[attr-defined]
    row = pages["authorities/cases/c.md"].make().rows[0]  # type: ignore[attr-defined]
    assert (row.case_name, row.report) == ("Calder v. Jones", "465 U.S. 783 (1984)")


def test_codes_that_share_a_page_stand_last_and_say_that_they_are_others() -> None:
    clean = write_clean("9th Cir. R. 36-3. Fed. R. Civ. P. 26.")
    cited = (
        cite(clean, "9th Cir. R. 36-3", K.RULE, "9th Cir. R. 36-3"),
        cite(clean, "Fed. R. Civ. P. 26", K.RULE, "Fed. R. Civ. P. 26"),
    )
    pages = list_pages(make_order(0, clean, cited))
    rules = pages["authorities/rules/index.md"].make()
    assert [(source, [one.label for one in runs]) for source, runs in rules.sources.items()] == [  # type: ignore[attr-defined]
        ("Fed. R. Civ. P.", ["Fed. R. Civ. P."]),
        ("Other", ["9"]),
    ]
    assert pages["authorities/other/9.md"].title == "Other: 9"


SAID = write_clean("See 465 U.S. 783.")
RUN = "authorities/us/460-469.md"


def cite_as(number: int, clean: CleanOrder = SAID, **described: Any) -> Order:
    return make_order(number, clean, (cite_calder(clean),), **described)


def read_parts(*orders: Order, path: str = RUN, own_page_from: int = 10) -> object:
    made_of = list_pages(*orders, own_page_from=own_page_from)[path].made_of
    assert made_of is not None
    return made_of()


@pytest.mark.parametrize(
    ("orders", "is_same"),
    [
        ((cite_as(5), cite_as(6)), True),
        ((make_order(1, SAID, ()), cite_as(5), cite_as(6)), True),  # its place moves theirs
        ((cite_as(5), cite_as(6), cite_as(7)), False),
        ((cite_as(5),), False),
        ((cite_as(5), cite_as(6, title="Another title")), False),
        ((cite_as(5), cite_as(6, date=datetime.date(2029, 1, 1))), False),
        ((cite_as(5), cite_as(6, write_clean("But see 465 U.S. 783."))), False),
        ((cite_as(5), cite_as(6), make_order(1, SAID, (), own_citations=("465 U.S. 783",))), False),
    ],
    ids=["same", "unrelated", "cited again", "cited less", "title", "day", "words", "is here"],
)
@pytest.mark.parametrize("own_page_from", [10, 2])
def test_a_page_is_made_of_what_the_citing_orders_are(
    orders: tuple[Order, ...], is_same: bool, own_page_from: int
) -> None:
    """So it is kept as long as these stay, wherever they are in the archive."""
    path = RUN if own_page_from == 10 or len(orders) < 2 else "authorities/cases/465-u-s-783.md"
    before = read_parts(cite_as(5), cite_as(6), path=path, own_page_from=own_page_from)
    assert (read_parts(*orders, path=path, own_page_from=own_page_from) == before) is is_same


def test_a_run_is_made_of_which_authorities_have_their_own_page() -> None:
    assert read_parts(cite_as(5), cite_as(6)) != read_parts(cite_as(5), cite_as(6), own_page_from=2)
