import datetime
from dataclasses import replace

import pytest

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Archive
from build_scripts.model.page import Page
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.pages import publish_pages

OLD = "orders/cand/3-31-cv-00132/2031-03-04-order-on-ostriches"


def publish(archive: Archive, tombstone: Tombstone) -> list[Page]:
    former = (FormerAddress(OLD, "", tombstone=tombstone),)
    pages = publish_pages(replace(archive, former_addresses=former))
    return [page for page in pages if page.path.startswith(OLD)]


@pytest.mark.parametrize("number", [0, 1])
def test_both_pages_say_why_and_nothing_of_the_order(archive: Archive, number: int) -> None:
    told = Tombstone("sealed by the court", "A. Librarian", datetime.date(2032, 1, 2))
    page = publish(archive, told)[number]
    assert page.path == (f"{OLD}.md", f"{OLD}/source.md")[number]
    assert "withheld: true" in page.text
    assert "Why\n:   sealed by the court" in page.text
    assert "Withheld by\n:   A. Librarian" in page.text
    assert "Since\n:   January 2, 2032" in page.text
    assert "exclude: true" in page.text
    for word in ("ostriches", "cand", "00132", "2031", "Court\n", "Docket number"):
        assert word not in page.text


def test_what_an_editor_allows_is_told(archive: Archive) -> None:
    told = Tombstone(
        court="Northern District of California",
        docket_number="3:31-cv-00132",
        day=datetime.date(2031, 3, 4),
    )
    page, _ = publish(archive, told)
    assert "Court\n:   Northern District of California" in page.text
    assert "Docket number\n:   3:31-cv-00132" in page.text
    assert "Dated\n:   March 4, 2031" in page.text
    assert "Why" not in page.text


def test_a_reason_is_never_markup(archive: Archive) -> None:
    page, _ = publish(archive, Tombstone("<script>alert(1)</script> [x](javascript:y)\n# h"))
    assert "<script" not in page.text
    assert "\\[x\\](javascript:y) # h" in page.text  # brackets escaped: no link
