"""What stands where an order, or a list of orders, was."""

from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.formatting import case_of
from build_scripts.pages.moved_page import publish_former
from tests.pages.rendered import render_pages

OLD = "orders/cand/3-31-cv-00132/2031-03-04-order-on-ostriches"


def publish(archive: Archive, leads_to: str, address: str = OLD) -> list[TemplatePage]:
    return list(publish_former(build_index(archive), FormerAddress(address, leads_to)))


def test_both_pages_of_an_order_lead_on(archive: Archive) -> None:
    there = archive.orders[0].address
    order, source = publish(archive, there)
    assert (order.path, source.path) == (f"{OLD}.md", f"{OLD}/source.md")
    assert order.meta["moved_to"] == there
    assert source.meta["moved_to"] == f"{there}/source"


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_where_nothing_is_says_nothing_of_the_order(archive: Archive, number: int) -> None:
    """It may have been withheld; what is said is the same of every order that left."""
    page = publish(archive, "")[number]
    assert page.meta["gone"]
    said = repr((page.title, page.meta, page.make()))
    assert not [word for word in ("ostriches", "cand", "withheld") if word in said]


@pytest.mark.build
def test_the_pages_as_readers_get_them(archive: Archive, tmp_path: Path) -> None:
    there, court = archive.orders[0].address, archive.groups[Facet.COURT][0]
    former = (
        FormerAddress(OLD, there),
        FormerAddress("orders/cand/gone/order", ""),
        FormerAddress("cases/cand-3-31-cv-00132", there),
        FormerAddress("courts/cnad", f"courts/{court.slug}"),
    )
    pages = render_pages(replace(archive, former_addresses=former), tmp_path)
    title = archive.orders[0].order.description.title
    assert title
    near = there.removeprefix("orders/cand/")
    link = f'<a href="../../{near}/">{title.value}</a>'
    case = f"<em>{escape(case_of(archive.orders[0].order.description))}</em>"
    assert f"It is now at {link}, {case}. Old links keep working." in pages[OLD]
    assert f'data-to="../../{near}/"' in pages[OLD]
    assert f'data-to="../../../{near}/source/"' in pages[f"{OLD}/source"]
    assert f'content="0; url=../../{there}/"' in pages["cases/cand-3-31-cv-00132"]
    assert f'What it listed is here: <a href="../../{there}/">' in pages["cases/cand-3-31-cv-00132"]
    assert f'<a href="../{court.slug}/">{court.label}</a>' in pages["courts/cnad"]
    gone = pages["orders/cand/gone/order"]
    assert '<a href="../../../../cases/">all cases</a>' in gone
    assert 'content="noindex"' in gone
