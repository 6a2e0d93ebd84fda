"""The small pages at addresses where something stood: they lead on, or say that it is withheld or
gone.
"""

from collections.abc import Iterator

from build_scripts.i18n import t
from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Facet
from build_scripts.model.page import Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import emphasise_text
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.withheld_page import publish_withheld
from build_scripts.pages.wording import case_of, title_of

_BELOW = ("", "/source")
"""The pages of an order: its own, and the one that shows its source."""


def publish_former(archive_index: ArchiveIndex, former: FormerAddress) -> Iterator[Page]:
    """Yield the pages at an address where nothing stands any more, one for each page of an order,
    one for a case's, a judge's or a court's.

    Those that lead on carry `moved_to` in their front matter, those of withheld orders `withheld`,
    others `gone`; the template makes the redirect of it. A page of the last kind says nothing of
    the order, nor why it left.
    """
    if former.tombstone is not None:
        events = archive_index.archive.history.by_address.get(former.address, ())
        yield from publish_withheld(former.address, former.tombstone, events)
        return
    is_order = former.address.startswith("orders/")
    for below in _BELOW if is_order else ("",):
        address = f"{former.address}{below}"
        if not former.leads_to:
            yield _say_gone(address, is_order)
        elif former.leads_to in archive_index.by_address:
            yield _lead_to_order(archive_index, address, former.leads_to, below, is_order)
        else:
            folder, _, slug = former.leads_to.partition("/")
            label = archive_index.by_slug[Facet(folder), slug].label
            yield lead_on(address, former.leads_to, label)


def lead_on(address: str, leads_to: str, label: str) -> Page:
    """Return the page at an address of a list of orders that is elsewhere now, under `label`."""
    path = f"{address}.md"
    body = t("moved.page_text", page=link_to_page(path, leads_to, label))
    return _write(path, t("moved.page_title"), body, {"moved_to": leads_to})


def _lead_to_order(
    archive_index: ArchiveIndex, address: str, leads_to: str, below: str, was_order: bool
) -> Page:
    description = archive_index.order(archive_index.by_address[leads_to]).order.description
    path = f"{address}.md"
    link = link_to_page(path, f"{leads_to}{below}", title_of(description))
    said, title = (
        ("moved.text", "moved.title") if was_order else ("moved.page_order", "moved.page_title")
    )
    body = t(said, order=link, case=emphasise_text(case_of(description)))
    return _write(path, t(title), body, {"moved_to": f"{leads_to}{below}"})


def _say_gone(address: str, was_order: bool) -> Page:
    path = f"{address}.md"
    look = t(
        "moved.look",
        cases=link_to_page(path, "cases/index", t("moved.cases")),
        home=link_to_page(path, "index", t("moved.home")),
    )
    said, title = (
        ("moved.gone_text", "moved.gone")
        if was_order
        else ("moved.page_gone_text", "moved.page_gone")
    )
    return _write(path, t(title), f"{t(said)}\n\n{look}", {"gone": True})


def _write(path: str, title: str, body: str, values: dict[str, object]) -> Page:
    front = write_front_matter(
        {"title": title, **values, "search": {"exclude": True}, "hide": ["navigation", "toc"]}
    )
    return Page(path, f"{front}\n# {title}\n\n{body}\n")
