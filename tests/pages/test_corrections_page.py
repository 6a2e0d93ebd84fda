"""Corrections on the order's page and in the archive's change log."""

from collections.abc import Callable
from dataclasses import fields, replace

from build_scripts.model.archive import Archive
from build_scripts.model.description import Description
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.correction_words import word_field
from build_scripts.pages.corrections_page import publish_corrections
from build_scripts.pages.order_page import publish_order
from tests.pages.corrected import correct_first


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


def test_the_change_log_lists_each_field_newest_first(archive: Archive) -> None:
    (page,) = publish_corrections(build_index(correct_first(archive)))
    text = page.text
    day = '<time datetime="2032-01-02">Jan.\u00a02,\u00a02032</time>'
    rows = [line for line in text.splitlines() if line.startswith(f"| {day} |")]
    assert len(rows) == 4
    assert (
        "| Date: **March 5, 2031**, was: March 4, 2031 | A. Librarian "
        "| The &lt;i>signature&lt;/i> is torn \\| off. |"
    ) in rows[2]
    assert "| Pages: **3**, added |" in text
    assert all("](orders/cand/5-31-cv-01234/" in row for row in rows)
    assert all(", *Quill" in row for row in rows)


def test_an_archive_without_corrections_has_an_empty_log(archive: Archive) -> None:
    (page,) = publish_corrections(build_index(archive))
    assert page.path == "changes.md"
    assert page.text.endswith("None yet.\n")


def test_nothing_an_editor_writes_becomes_markup(
    archive: Archive, render: Callable[[str], str]
) -> None:
    archive_index = build_index(correct_first(archive))
    for page in (publish_order(archive_index, 0), *publish_corrections(archive_index)):
        html = render(page.text.partition("\n---\n")[2])
        assert "<i>signature" not in html
        assert "<b>Corrected" not in html
        assert "&lt;i&gt;signature" in html


def test_a_long_log_is_cut(archive: Archive) -> None:
    one = correct_first(archive).orders[0]
    many = [replace(one, address=f"{one.address}-{number}") for number in range(60)]
    pages = list(publish_corrections(build_index(replace(archive, orders=tuple(many)))))
    assert [page.path for page in pages[:2]] == ["changes.md", "changes/2.md"]
    for one in many:
        assert sum(page.text.count(f"{one.address}.md)") for page in pages) == 4
    assert all(page.text.count("\n| <time") <= 100 for page in pages)
