"""Raw beside clean: removed words in their places with reasons, private ones masked, no markup."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.convert.order import convert_order
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import Claim, ClaimSource
from build_scripts.model.page import SiteChoices
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourcePage
from build_scripts.pages.originals import list_open_pages, mask_lines, offer_original
from build_scripts.pages.source_view import SourceView, view_source
from build_scripts.reading import read_order
from tests.made_once import Convert
from tests.pages.rendered import render_pages
from tests.shared import ORDERS
from tests.tables import each_row

PAPER = """\
[SPECIMEN: fictional parties, judge and docket number.]
Case 3:21-cv-00417-TVB   Document 12   Filed 08/09/21   Page 1 of 1
UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

QUILL PRESS, INC., Plaintiff, v. HARBOR BOOKS LLC, Defendant.

Case No. 3:21-cv-00417-TVB

ORDER DENYING MOTION

The motion <script>alert(1)</script> (Dkt. No. 9) is DENIED. **Not** [a link](javascript:alert(2)).

IT IS SO ORDERED.

Dated: August 9, 2021

THEODORA V. BRANDT
United States District Judge

Notice has been electronically mailed to:
Ada Quill   ada@quillpress.example
"""


def archive(text: str, name: str = "order.txt") -> ArchivedOrder:
    return catalogue_orders([convert_order(RawOrder.from_bytes(name, text.encode()))]).orders[0]


def show(text: str) -> SourceView:
    return view_source(archive(text), SiteChoices())


def read_source(view: SourceView) -> str:
    """The left column's words, as a reader sees them."""
    lines = (line for page in view.pages for row in page.rows for line in row.lines)
    return "\n".join("".join(run.text for run in line) for line in lines)


def read_text(view: SourceView) -> str:
    """The right column's words."""
    rows = (row for page in view.pages for row in page.rows)
    return "\n".join(one.text for row in rows for one in row.stretches)


def raw_pages(raw: RawOrder) -> tuple[SourcePage, ...]:
    return read_order(raw).pages


@pytest.mark.parametrize("path", list_order_paths(ORDERS))
def test_every_word_of_the_source_is_there_but_for_private_ones(
    path: str, convert_once: Convert
) -> None:
    raw = read_raw_order(ORDERS, path)
    archived = catalogue_orders([convert_once(raw)]).orders[0]
    assert offer_original(archived) is not None
    came = " ".join(line.text for page in raw_pages(raw) for line in page.lines).split()
    shown = read_source(view_source(archived, SiteChoices())).split()
    assert len(shown) == len(came)
    private = [word for word, seen in zip(came, shown, strict=True) if seen != word]
    assert all("█" in seen for word, seen in zip(came, shown, strict=True) if seen != word)
    assert len(private) <= 60


def test_removed_words_are_struck_through_with_their_reason() -> None:
    view = show(PAPER)
    runs = [run for page in view.pages for row in page.rows for line in row.lines for run in line]
    assert "ECF stamp" in {run.reason for run in runs if run.is_noted}
    assert "ECF stamp: 1" in view.reasons


def test_private_words_are_masked_in_every_copy() -> None:
    view = show(PAPER)
    for words in (read_source(view), read_text(view)):
        assert "quillpress" not in words
        assert "Ada Quill" not in words
    assert any(one.startswith("notice of electronic mailing: 2 (masked") for one in view.reasons)
    offered = offer_original(archive(PAPER))
    assert offered is not None
    masked = mask_lines(PAPER, offered.masked_lines)
    assert "quillpress" not in masked
    assert "(Dkt. No. 9) is DENIED" in masked
    assert len(masked) == len(PAPER)


def test_a_form_that_cannot_be_masked_is_not_offered() -> None:
    body = "".join(f"<p>{line}</p>\n" for line in PAPER.split("\n") if line)
    archived = archive(f"<html><body>{body}</body></html>", "order.html")
    assert offer_original(archived) is None
    view = view_source(archived, SiteChoices())
    assert (view.original, "names and addresses" in view.absence) == (None, True)
    assert "quillpress" not in read_source(view)


@pytest.mark.build
def test_the_page_as_readers_get_it(tmp_path: Path) -> None:
    """Nothing of an order is markup, and a line stands for what is the same in both; without source
    views there are none, and no links to them.
    """
    paper = PAPER.replace("Dkt. No. 9)", "Dkt. No. 9), Social Security number 519-33-8871,")
    whole = catalogue_orders([archive(paper).order])
    address = whole.orders[0].address
    pages = render_pages(whole, tmp_path / "with")
    page = pages[f"{address}/source"]
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert '<del title="ECF stamp" data-note="ECF stamp"><span class="said">[removed' in page
    assert "quillpress" not in page
    assert '3 paragraphs are the same in both, from “<a href="../#p-2">IT IS SO ORDERED.' in page
    assert "THEODORA" not in page
    assert 'href="source/"' in pages[address]
    without = render_pages(whole, tmp_path / "without", source_view="false")
    assert f"{address}/source" not in without
    assert 'href="source/"' not in without[address]


def test_pictures_are_offered_only_of_pages_without_private_words() -> None:
    assert list_open_pages(archive(PAPER).order) == []


def test_a_picture_has_the_words_of_whoever_described_it() -> None:
    plain = archive(PAPER)
    (page,) = view_source(plain, SiteChoices()).pages
    assert page.picture_words == "Page 1 as printed; its words are below"
    told = tuple(
        Claim(words, None, "by hand", ClaimSource.EDITOR)
        for words in ("page 11: a seal", "page 1: a map of the weir", "Page 1: its key")
    )
    described = replace(plain.order.description, pictures=told)
    order = replace(plain.order, description=described)
    (page,) = view_source(replace(plain, order=order), SiteChoices()).pages
    assert page.picture_words == "Page 1 as printed: a map of the weir; its key"


def test_what_is_the_same_in_both_stands_once() -> None:
    view = show(PAPER)
    rows = [row for page in view.pages for row in page.rows]
    same = "\n".join(one.text for row in rows if row.is_same for one in row.stretches)
    assert "IT IS SO ORDERED." in same
    assert "Document 12" not in same


def test_what_was_read_from_a_picture_is_shown_word_by_word() -> None:
    """Of a scan each word can be doubted; of other forms a line stands for what is the same."""
    plain = archive(PAPER)
    assert all(page.is_folded for page in view_source(plain, SiteChoices()).pages)
    pages = tuple(replace(page, ocr_confidence=91.0) for page in plain.order.pages)
    scanned = replace(plain, order=replace(plain.order, pages=pages))
    assert not any(page.is_folded for page in view_source(scanned, SiteChoices()).pages)


@each_row()
def test_other_line_ends_are_no_difference_and_joined_words_are(words: str, is_same: bool) -> None:
    view = show(PAPER.replace("IT IS SO ORDERED.", words))
    rows = [row for page in view.pages for row in page.rows]
    told = [row for row in rows if any("waited" in one.text for one in row.stretches)]
    assert [row.is_same for row in told] == [is_same]


def test_the_marks_of_notes_are_no_difference() -> None:
    head = PAPER[PAPER.index("UNITED") : PAPER.index("The motion <")]
    body = "The plaintiff waited for three years.1 Nothing followed.\n\nThe motion is DENIED.\n\n"
    view = show(f"{head}{body}IT IS SO ORDERED.\n\n____________\n1 Until May of the year.\n")
    rows = [row for page in view.pages for row in page.rows]
    same = {one.printed: one.label for row in rows if row.is_same for one in row.stretches}
    assert same["The plaintiff waited for three years.1 Nothing followed."] == ""
    assert same["Until May of the year."] == "1"
