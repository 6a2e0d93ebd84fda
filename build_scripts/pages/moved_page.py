"""Small pages at former addresses: each redirects, or states that the order is withheld or gone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Facet
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import Section, TemplatePage
from build_scripts.model.withholding import Tombstone
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import case_of, format_date
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import UNLISTED
from build_scripts.pages.views import PageLink, link_order

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
    if not address:
        return None, ""
    if address in index.by_address:
        archived = index.order(index.by_address[address])
        case = case_of(archived.stated)
        return PageLink(link_order(archived).label, f"{address}{below}/"), case
    folder, _, slug = address.partition("/")
    return PageLink(index.by_slug[Facet(folder), slug].label, f"{address}/"), ""


@dataclass(frozen=True, slots=True)
class WithheldPage:
    """The public facts of the order by name, and what became of it, the newest first."""

    facts: Mapping[str, str]
    history: Sequence[HistoryEvent] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings."""
        return (Section("history", t("history.title")),) if self.history else ()


def publish_withheld(
    address: str, tombstone: Tombstone, events: Sequence[HistoryEvent] = ()
) -> Iterator[TemplatePage]:
    """Yield the pages at a withheld order's address: the editor's note, the facts that an editor
    allowed, and the days of its history. `withheld` in their metadata makes the template show whom
    to ask, and search engines forget them.
    """
    facts = {
        "court": tombstone.court,
        "docket_number": tombstone.docket_number,
        "dated": format_date(tombstone.day) if tombstone.day else "",
        "reason": tombstone.reason,
        "by": tombstone.by,
        "since": format_date(tombstone.date) if tombstone.date else "",
    }
    facts = {name: said for name, said in facts.items() if said}
    meta = {"withheld": True, **UNLISTED}
    own, source = WithheldPage(facts, events[::-1]), WithheldPage(facts)
    title = t("withheld.title")
    yield TemplatePage(f"{address}.md", title, "withheld.html", lambda: own, meta)
    yield TemplatePage(f"{address}/source.md", title, "withheld.html", lambda: source, meta)
