"""The small pages at addresses where something stood: they lead on, or say that it is withheld or
gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_scripts.i18n import t
from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Facet
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import case_of
from build_scripts.pages.views import PageLink, link_order
from build_scripts.pages.withheld_page import publish_withheld

BELOW = ("", "/source")
"""The pages of an order: its own, and the one that shows its source."""
UNLISTED: dict[str, Any] = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}
"""Metadata of a page that nobody looks for."""


@dataclass(frozen=True, slots=True)
class MovedPage:
    """Where a page that stood here is now; `was_order` says what it was, an order's or a list's.

    `case` names the case of an order to which it leads. Where `there` is None, nothing stands in
    its place.
    """

    was_order: bool
    there: PageLink | None
    case: str = ""


def publish_former(
    index: ArchiveIndex, former: FormerAddress, *, has_source_views: bool = True
) -> Iterator[TemplatePage]:
    """Yield the pages at an address where nothing stands any more, one for each page of an order,
    one for a case's, a judge's or a court's.

    Those that lead on carry `moved_to` in their metadata, those of withheld orders `withheld`,
    others `gone`; the template makes the redirect of it. A page of the last kind says nothing of
    the order, nor why it left.
    """
    if former.tombstone is not None:
        events = index.archive.history.by_address.get(former.address, ())
        yield from publish_withheld(former.address, former.tombstone, events)
        return
    was_order = former.address.startswith("orders/")
    for below in BELOW if was_order else ("",):
        address = f"{former.address}{below}"
        if not former.leads_to:
            yield _say_gone(address, was_order=was_order)
        elif former.leads_to in index.by_address:
            archived = index.order(index.by_address[former.leads_to])
            label = link_order(archived).label
            there = PageLink(label, f"{former.leads_to}{below if has_source_views else ''}/")
            case = case_of(archived.order.description)
            yield _lead_on(address, MovedPage(was_order, there, case))
        else:
            folder, _, slug = former.leads_to.partition("/")
            label = index.by_slug[Facet(folder), slug].label
            there = PageLink(label, f"{former.leads_to}/")
            yield _lead_on(address, MovedPage(was_order=False, there=there))


def _lead_on(address: str, view: MovedPage) -> TemplatePage:
    title = t("moved.title" if view.was_order else "moved.page_title")
    moved_to = view.there.address.rstrip("/") if view.there else ""
    meta = {**UNLISTED, "moved_to": moved_to}
    return TemplatePage(f"{address}.md", title, "moved.html", lambda: view, meta)


def _say_gone(address: str, *, was_order: bool) -> TemplatePage:
    title = t("moved.gone" if was_order else "moved.page_gone")
    view = MovedPage(was_order, None)
    meta = {**UNLISTED, "gone": True}
    return TemplatePage(f"{address}.md", title, "moved.html", lambda: view, meta)
