from dataclasses import replace

import pytest

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Archive
from build_scripts.model.page import Page
from build_scripts.pages.pages import publish_pages

OLD = "orders/cand/3-31-cv-00132/2031-03-04-order-on-ostriches"


def publish(archive: Archive, leads_to: str) -> list[Page]:
    former = (FormerAddress(OLD, leads_to),)
    pages = publish_pages(replace(archive, former_addresses=former))
    return [page for page in pages if page.path.startswith(OLD)]


def test_both_pages_of_an_order_lead_on(archive: Archive) -> None:
    there = archive.orders[0].address
    order, source = publish(archive, there)
    assert (order.path, source.path) == (f"{OLD}.md", f"{OLD}/source.md")
    assert f'moved_to: "{there}"\n' in order.text
    assert f"](../../../{there}.md)" in order.text
    assert f'moved_to: "{there}/source"\n' in source.text
    assert f"](../../../../{there}/source.md)" in source.text


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_where_nothing_is_says_nothing_of_the_order(archive: Archive, number: int) -> None:
    """It may have been withheld; what is said is the same of every order that left."""
    page = publish(archive, "")[number]
    assert "gone: true" in page.text
    assert "ostriches" not in page.text
    assert "cand" not in page.text
    assert "withheld" not in page.text
