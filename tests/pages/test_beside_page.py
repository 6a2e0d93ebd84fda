"""Raw beside clean: removed words in their places with reasons, private ones masked, no markup."""

import re
from html import unescape

import pytest

from build_scripts.catalogue import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import SiteChoices
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourcePage
from build_scripts.pages.beside_page import list_pictured_pages, publish_beside
from build_scripts.pages.originals import mask_lines, offer_original
from build_scripts.reading import read_order
from build_scripts.storage.orders_folder import list_order_paths, read_raw_order
from tests.shared import ORDERS

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


def show(text: str) -> str:
    return publish_beside(archive(text), SiteChoices()).text


def read_source(page: str) -> str:
    """The left column's words, as a reader sees them."""
    columns = re.findall(r'<pre class="beside__source">(.*?)</pre>', page, re.DOTALL)
    seen = re.sub(r'<span class="said">.*?</span>', "", "\n".join(columns))
    return unescape(re.sub(r"</?del[^>]*>", "", seen))


def raw_pages(raw: RawOrder) -> tuple[SourcePage, ...]:
    return read_order(raw).pages


@pytest.mark.parametrize("path", list_order_paths(ORDERS))
def test_every_word_of_the_source_is_there_but_for_private_ones(path: str) -> None:
    raw = read_raw_order(ORDERS, path)
    archived = catalogue_orders([convert_order(raw)]).orders[0]
    assert offer_original(archived) is not None
    came = " ".join(line.text for page in raw_pages(raw) for line in page.lines).split()
    page = publish_beside(archived, SiteChoices()).text
    shown = read_source(page).split()
    assert len(shown) == len(came)
    private = [word for word, seen in zip(came, shown, strict=True) if seen != word]
    assert all("█" in seen for word, seen in zip(came, shown, strict=True) if seen != word)
    assert len(private) <= 60


def test_removed_words_are_struck_through_with_their_reason() -> None:
    page = show(PAPER)
    assert '<del title="ECF stamp"' in page
    assert "- ECF stamp: 1" in page


def test_private_words_are_masked_in_every_copy() -> None:
    page = show(PAPER)
    assert "quillpress" not in page
    assert "Ada Quill" not in page
    assert "- notice of electronic mailing: 2 (masked here" in page
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
    page = publish_beside(archived, SiteChoices()).text
    assert "- Download: not offered" in page
    assert "quillpress" not in page


def test_nothing_of_an_order_is_markup() -> None:
    page = show(PAPER)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "](javascript:" not in page.split('<div class="beside">')[0]


def test_pictures_are_offered_only_of_pages_without_private_words() -> None:
    assert list_pictured_pages(archive(PAPER)) == []
