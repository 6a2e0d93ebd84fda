"""How accessible the site is: the limits of its orders, and how to ask for another form."""

import dataclasses
from pathlib import Path

from build_scripts.model.archive import Archive
from build_scripts.model.description import Claim
from build_scripts.model.source_text import SourceFormat
from build_scripts.pages.accessibility_page import view_accessibility
from build_scripts.pages.archive_index import build_index
from build_scripts.problems import Finding, FindingCode
from tests.changed import change_order, put_first, redescribe
from tests.pages.rendered import render_pages


def with_first(archive: Archive, sure: float, tables: int) -> Archive:
    """Give the first order a scan's facts, a table, and pages that are pictures, one described."""
    order = archive.orders[0].order
    unread = Finding(order.source.path, FindingCode.UNREAD_PAGE, "A picture.", "Look.")
    picture = Claim("page 3: a map of the weir", None, "by hand")
    scan = change_order(
        redescribe(archive.orders[0], pictures=(picture,)),
        source=dataclasses.replace(order.source, format=SourceFormat.SCAN),
        findings=(unread, unread),
    )
    extracts = order.extracts._replace(ocr_confidence=sure, tables=tables)
    scan.order.__dict__["extracts"] = extracts
    return put_first(archive, scan)


def test_orders_are_counted_by_what_limits_them(archive: Archive) -> None:
    before = {one.name: one.orders for one in view_accessibility(build_index(archive)).limits}
    page = view_accessibility(build_index(with_first(archive, 87.4, 3)))
    after = {one.name: one.orders for one in page.limits}
    new = {name: count - before.get(name, 0) for name, count in after.items()}
    assert new == {
        "Read from scanned paper": 1,
        "With a page that is a picture": 1,
        "With pictures that are described": 1,
        "With tables": 1,
        "Came as a PDF": 1,
    }
    assert "87% sure" in page.limits[0].help
    assert page.orders == len(archive.orders)


def test_the_owner_is_asked_for_another_form(archive: Archive, tmp_path: Path) -> None:
    asked = {"contact": "help@example.org", "archived_before": "2027-04-26"}
    plain = render_pages(archive, tmp_path / "plain", without="orders")["accessibility"]
    owned = render_pages(archive, tmp_path / "owned", without="orders", **asked)["accessibility"]
    wanted = ('<a href="mailto:help@example.org">write to the archive</a>', "Apr. 26, 2027")
    assert [one in owned.replace("\u00a0", " ") for one in wanted] == [True, True]
    assert 'id="another-form"' not in plain
    assert 'id="archived"' not in plain
