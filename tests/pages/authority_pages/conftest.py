"""Archives of a few sentences that cite, each citation found by its words."""

import dataclasses
import datetime
from typing import Any

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.archive import Archive
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order import Order
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.authority_pages.entries import Entry
from build_scripts.pages.authority_pages.pages import publish_authority_pages
from tests.pages.conftest import CAND, block, cite, describe, order
from tests.site_build.data.joined import join_files

CALDER, CALDER_NAME = "465 U.S. 783", "Calder v. Jones"
RULE = "Fed. R. Civ. P. 12"


def cite_calder(clean: CleanOrder, text: str = CALDER, **more: Any) -> Citation:
    """A citation of Calder v. Jones."""
    return cite(
        clean, text, CitationKind.CASE, CALDER, case_name=CALDER_NAME, court="scotus", year=1984,
        **more,
    )  # fmt: skip


def write_clean(*paragraphs: str, notes: tuple[Any, ...] = (), pages: int = 1) -> CleanOrder:
    """A cleaned order of these paragraphs."""
    return CleanOrder(tuple(block(text) for text in paragraphs), notes, (), (), (), pages)


def make_order(
    number: int, clean: CleanOrder, citations: tuple[Citation, ...], **described: Any
) -> Order:
    """The archive's order `number`; its day is March of the year 2031 and on."""
    values = {
        "case_name": f"Lark {number} v. Finch",
        "court": CAND,
        "title": f"Order {number}",
        "date": datetime.date(2031 + number % 3, 3, 1 + number % 28),
        **described,
    }
    made = order(clean, describe(**values), citations, "a")
    source = dataclasses.replace(made.source, path=f"{number}.md", sha256=f"{number:064}")
    return dataclasses.replace(made, source=source)


def list_pages(*orders: Order, own_page_from: int = 10) -> dict[str, TemplatePage]:
    """The pages about authorities, by path."""
    archive = catalogue_orders(orders, own_page_from=own_page_from)
    pages = list(publish_authority_pages(build_index(archive)))
    found = {page.path: page for page in pages}
    assert len(found) == len(pages)
    return found


def view_entry(*orders: Order, path: str = "authorities/us/460-469.md") -> Entry:
    """The only entry of a run's page."""
    view = list_pages(*orders)[path].make()
    assert isinstance(view, tuple)
    (entry,) = view
    assert isinstance(entry, Entry)
    return entry


def read_files(archive: Archive) -> dict[str, str]:
    """The data files, as text."""
    return {path: data.decode() for path, data in join_files(archive).items()}
