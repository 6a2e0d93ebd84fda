"""Corrections on the order's page and in the archive's change log."""

import datetime
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model.archive import Archive
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.correction_words import Change, CorrectedField, publish_corrections
from build_scripts.pages.order_page import view_order
from build_scripts.pages.pagination import ListPage
from tests.pages.corrected import correct_first
from tests.pages.rendered import render_pages


def test_the_page_says_beside_each_field_what_it_was(archive: Archive) -> None:
    head = view_order(build_index(correct_first(archive)), 0).head
    was = "Corrected by an editor; was: "
    assert head.title == "Order <b>Corrected</b>"
    title = f"{was}Order Denying Motion for Expedited Discovery"
    said = {fact.notes.field: fact.notes.corrections for fact in head.facts}
    assert said["title"] == (title,)
    judge = f"{was}Amelia B. Cartwright, United States Magistrate Judge"
    assert said["judges"] == (judge,)
    assert said["date"] == (f"{was}Mar. 4, 2031",)
    assert head.other_corrections == ("Pages: 3. Added by an editor",)
    assert head.corrected == "4 fields corrected by A. Librarian, Jan. 2, 2032"
    assert head.correction_note == "The <i>signature</i> is torn | off."


def test_an_order_without_corrections_says_nothing_of_them(archive: Archive) -> None:
    head = view_order(build_index(archive), 0).head
    assert not any(fact.notes.corrections for fact in head.facts)
    assert head.other_corrections == ()
    assert head.corrected == head.correction_note == ""


def list_rows(archive: Archive) -> list[list[CorrectedField]]:
    """The rows of each page of the log."""
    views = [page.make() for page in publish_corrections(build_index(archive))]
    return [list(view.rows) for view in views if isinstance(view, ListPage)]


def test_the_change_log_lists_each_field_newest_first(archive: Archive) -> None:
    (rows,) = list_rows(correct_first(archive))
    assert [row.change for row in rows[2:]] == [
        Change("date", "Mar. 4, 2031", "Mar. 5, 2031"),
        Change("page_count", "", "3"),
    ]
    assert len(rows) == 4
    for row in rows:
        assert row.correction.date == datetime.date(2032, 1, 2)
        assert row.order.address.startswith("orders/cand/5-31-cv-01234/")
        assert row.case.startswith("Quill")
        assert row.correction.by == "A. Librarian"
        assert row.correction.note == "The <i>signature</i> is torn | off."


def test_an_archive_without_corrections_has_an_empty_log(archive: Archive) -> None:
    assert list_rows(archive) == [[]]


@pytest.mark.build
def test_what_an_editor_added_is_said_to_be_added(archive: Archive, tmp_path: Path) -> None:
    page = render_pages(correct_first(archive), tmp_path)["changes"]
    assert "<td>Pages: <strong>3</strong>, added</td>" in page


def test_a_long_log_is_cut(archive: Archive) -> None:
    one = correct_first(archive).orders[0]
    many = [replace(one, address=f"{one.address}-{number}") for number in range(60)]
    whole = replace(archive, orders=tuple(many))
    pages = [page.path for page in publish_corrections(build_index(whole))]
    assert pages == ["changes.md", "changes/2.md", "changes/3.md"]
    rows = list_rows(whole)
    assert [len(each) for each in rows] == [100, 100, 40]
    addresses = Counter(row.order.address for each in rows for row in each)
    assert addresses == {f"{one.address}/": 4 for one in many}
