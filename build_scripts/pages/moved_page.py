"""Small pages at former addresses: each redirects, or states that the order is withheld or gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Facet
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import case_of
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import UNLISTED
from build_scripts.pages.views import PageLink, link_order
from build_scripts.pages.withheld_page import publish_withheld

BELOW = ("", "/source")
"""The pages of an order: its own, and the one that shows its source."""
_TITLES = {
    (True, True): "moved.title",
    (False, True): "moved.page_title",
    (True, False): "moved.gone",
    (False, False): "moved.page_gone",
}
"""By whether it was an order's, and whether the page redirects."""


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What takes the place of a former page, if anything; `case` names an order's case."""

    was_order: bool
    there: PageLink | None
    case: str = ""


def publish_former(
    index: ArchiveIndex, former: FormerAddress, *, has_source_views: bool = True
) -> Iterator[TemplatePage]:
    """Yield the pages at a former address: each of an order's, or that of a group.

    `moved_to`, `withheld` or `gone` in their metadata decides what the template shows. A page of
    the last kind gives no facts of the order, nor why it left.
    """
    if former.tombstone is not None:
        events = index.archive.history.by_address.get(former.address, ())
        yield from publish_withheld(former.address, former.tombstone, events)
        return
    was_order = former.address.startswith("orders/")
    for below in BELOW if was_order else ("",):
        there, case = _find_there(index, former.leads_to, below if has_source_views else "")
        is_order = was_order and (bool(case) or there is None)
        title = t(_TITLES[is_order, there is not None])
        led = {"moved_to": there.address.rstrip("/")} if there else {"gone": True}
        view = partial(MovedPage, is_order, there, case)
        path, meta = f"{former.address}{below}.md", {**UNLISTED, **led}
        yield TemplatePage(path, title, "moved.html", view, meta)


def _find_there(index: ArchiveIndex, address: str, below: str) -> tuple[PageLink | None, str]:
    """Return the page that takes the place of another, and the case of an order."""
    if not address:
        return None, ""
    if address in index.by_address:
        archived = index.order(index.by_address[address])
        case = case_of(archived.stated)
        return PageLink(link_order(archived).label, f"{address}{below}/"), case
    folder, _, slug = address.partition("/")
    return PageLink(index.by_slug[Facet(folder), slug].label, f"{address}/"), ""
