"""What stands at the address of an order that is withheld."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model.address_ledger import AddressStatus, FormerAddress, KnownAddress
from build_scripts.model.archive import Archive
from build_scripts.model.page import TemplatePage
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.moved_page import WithheldPage, publish_withheld
from tests.pages.rendered import render_pages

OLD = "orders/cand/3-31-cv-00132/2031-03-04-order-on-ostriches"


def publish(tombstone: Tombstone) -> list[TemplatePage]:
    return list(publish_withheld(OLD, tombstone))


def list_facts(page: TemplatePage) -> Mapping[str, str]:
    view = page.make()
    assert isinstance(view, WithheldPage)
    return view.facts


@pytest.mark.parametrize("number", [0, 1])
def test_both_pages_say_why_and_nothing_of_the_order(number: int) -> None:
    page = publish(Tombstone("sealed by the court", "A. Librarian", datetime.date(2032, 1, 2)))[
        number
    ]
    assert page.path == (f"{OLD}.md", f"{OLD}/source.md")[number]
    assert page.meta["withheld"]
    assert page.meta["search"] == {"exclude": True}
    assert list_facts(page) == {
        "reason": "sealed by the court",
        "by": "A. Librarian",
        "since": "Jan. 2, 2032",
    }
    said = repr((page.title, page.meta, page.make()))
    assert not [word for word in ("ostriches", "cand", "00132", "2031") if word in said]


def test_what_an_editor_allows_is_told() -> None:
    told = Tombstone(
        court="Northern District of California",
        docket_number="3:31-cv-00132",
        day=datetime.date(2031, 3, 4),
    )
    page, _ = publish(told)
    assert list_facts(page) == {
        "court": "Northern District of California",
        "docket_number": "3:31-cv-00132",
        "dated": "Mar. 4, 2031",
    }


@pytest.mark.build
def test_a_reason_is_never_markup(archive: Archive, tmp_path: Path) -> None:
    told = Tombstone("<script>alert(1)</script> [x](javascript:y)\n# h")
    former = (FormerAddress(OLD, "", tombstone=told),)
    line = KnownAddress(OLD, AddressStatus.PUBLISHED, "", "d" * 64, "cand/order.txt")
    whole = replace(archive, former_addresses=former, address_ledger={OLD: line})
    page = render_pages(whole, tmp_path)[OLD]
    assert "<script>alert" not in page
    assert "<dd>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y)\n# h</dd>" in page
    assert 'or on <a href="../../../..">the home page</a>.' in page
