"""Corrections on the order's page and in the archive's change log."""

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from build_scripts.model.archive import Archive
from build_scripts.model.description import Description
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.correction_words import word_field
from build_scripts.pages.corrections_page import (
    CorrectedField,
    CorrectionsPage,
    publish_corrections,
)
from build_scripts.pages.order_page import publish_order
from tests.pages.corrected import correct_first
from tests.pages.rendered import render_pages


def test_every_field_has_a_name_for_readers() -> None:
    named = {each.name for each in fields(Description)} - {
        "superseded",
        "correction",
        "withheld",
        "guesses",
    }
    assert all(map(word_field, named))


def test_the_page_says_beside_each_field_what_it_was(archive: Archive) -> None:
    page = publish_order(build_index(correct_first(archive)), 0).text
    about = "A. Librarian, Jan. 2, 2032 · The &lt;i>signature&lt;/i> is torn | off."
    for before, was in (
        ("Roe](../../../judges/", "Amelia B. Cartwright, United States Magistrate Judge"),
        ("March 5, [2031]", "March 4, 2031"),
        ("# Order &lt;b>Corrected", "Order Denying Motion for Expedited Discovery"),
        ("Pages: 3. ", ""),
    ):
        said = f"Corrected by an editor, was: {was}" if was else "Added by an editor"
        shown = f"{said} · {about}</span>"
        assert shown in page
        assert page.index(before) < page.index(shown)


def test_an_order_without_corrections_says_nothing_of_them(archive: Archive) -> None:
    assert "orrect" not in publish_order(build_index(archive), 0).text


def list_rows(archive: Archive) -> list[list[CorrectedField]]:
    """The rows of each page of the log."""
    views = [page.make() for page in publish_corrections(build_index(archive))]
    return [list(view.rows) for view in views if isinstance(view, CorrectionsPage)]


def test_the_change_log_lists_each_field_newest_first(archive: Archive) -> None:
    (rows,) = list_rows(correct_first(archive))
    assert [(row.field, row.was, row.now) for row in rows[2:]] == [
        ("Date", "March 4, 2031", "March 5, 2031"),
        ("Pages", "", "3"),
    ]
    assert len(rows) == 4
    for row in rows:
        assert row.day == datetime.date(2032, 1, 2)
        assert row.order.address.startswith("orders/cand/5-31-cv-01234/")
        assert row.case.startswith("Quill")
        assert (row.by, row.note) == ("A. Librarian", "The <i>signature</i> is torn | off.")


def test_an_archive_without_corrections_has_an_empty_log(archive: Archive) -> None:
    assert list_rows(archive) == [[]]


@pytest.mark.build
def test_the_log_as_readers_get_it(archive: Archive, tmp_path: Path) -> None:
    page = render_pages(correct_first(archive), tmp_path)["changes"]
    assert '<time datetime="2032-01-02">Jan.\u00a02,\u00a02032</time>' in page
    assert "<td>Date: <strong>March 5, 2031</strong>, was: March 4, 2031</td>" in page
    assert "<td>Pages: <strong>3</strong>, added</td>" in page
    assert "The &lt;i&gt;signature&lt;/i&gt; is torn | off." in page
    assert "<i>signature" not in page
    assert "<b>Corrected" not in page


def test_nothing_an_editor_writes_becomes_markup(
    archive: Archive, render: Callable[[str], str]
) -> None:
    archive_index = build_index(correct_first(archive))
    for page in [publish_order(archive_index, 0)]:
        html = render(page.text.partition("\n---\n")[2])
        assert "<i>signature" not in html
        assert "<b>Corrected" not in html
        assert "&lt;i&gt;signature" in html


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
