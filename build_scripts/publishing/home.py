"""The home page: what is here, how to search it, where to begin."""

from build_scripts.model.archive import Archive, Facet, Group
from build_scripts.model.page import Page
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.order_lists import link_group, table_orders
from build_scripts.publishing.shelves import Shelves, sort_years
from build_scripts.publishing.wording import day_of

NEWEST = 10
"""How many of the newest orders the home page lists."""
MOST = 12
"""How many groups of a facet the home page names; the facet's index has them all."""

_HEADINGS = {
    Facet.COURT: "Courts",
    Facet.JUDGE: "Judges",
    Facet.CASE: "Cases",
    Facet.YEAR: "Years",
    Facet.DISPOSITION: "Dispositions",
    Facet.MOTION: "Motions",
}
_HOW_TO_SEARCH = (
    "Press `/` or use the search field above. Search for a case name, a judge, a docket number "
    "(`5:17-cv-02540`), a citation (`433 F.3d 1199`) or words of the text. Every order page has "
    "its own address: link to it, and to a page of the order with `#page-2`."
)
_EMPTY = (
    "There are no orders here yet. Put a raw order into the `orders/` folder and build the site "
    "again; it will be listed here under its case, judge, court, year and disposition."
)


def publish_home(shelves: Shelves) -> Page:
    """Return the home page, also of an archive without orders."""
    path = "index.md"
    archive = shelves.archive
    parts = ["# Court orders", _count_holdings(archive) if archive.orders else _EMPTY]
    if archive.orders:
        newest = shelves.sort_newest_first(shelves.list_orders())[:NEWEST]
        parts += [
            "## Search\n\n" + _HOW_TO_SEARCH,
            "## Newest orders\n\n" + table_orders(shelves, newest, path),
            "## Browse",
            *filter(None, (_browse(shelves, facet, path) for facet in _HEADINGS)),
        ]
    front = write_front_matter({"title": "Court orders", "search": {"boost": 0.5}})
    return Page(path, f"{front}\n" + "\n\n".join(parts) + "\n")


def _count_holdings(archive: Archive) -> str:
    listed = [one for one in archive.orders if one.order.description.is_order.value]
    descriptions = [archived.order.description for archived in listed]
    courts = {one.court.value.court_id for one in descriptions if one.court}
    cases = len(archive.groups[Facet.CASE])
    years = sorted({day.year for one in descriptions if (day := day_of(one))})
    span = "" if not years else f", dated {years[0]}"
    if len(years) > 1:
        span += f"–{years[-1]}"
    citations = sum(len(archived.order.citations) for archived in listed)
    cited = sum(1 for archived in listed if archived.cited_by)
    holdings = (
        f"This archive holds **{_count(len(descriptions), 'order')}** in {_count(cases, 'case')} "
        f"before {_count(len(courts), 'court')}{span}, with {_count(citations, 'citation')}."
    )
    if cited:
        holdings += f" {_count(cited, 'order is', 'orders are')} cited by others here."
    return holdings


def _browse(shelves: Shelves, facet: Facet, path: str) -> str:
    groups = [
        group
        for group in shelves.archive.groups[facet]
        if facet is not Facet.CASE or _is_leading(shelves, group)
    ]
    largest = sorted(groups, key=lambda group: (-len(group.members), group.label.casefold()))
    shown = largest[:MOST]
    if facet is Facet.YEAR:
        shown = sort_years(groups)[:MOST]
    links = ", ".join(f"{link_group(group, facet, path)} ({len(group.members)})" for group in shown)
    more = f"[All {_HEADINGS[facet].lower()}]({facet.value}/index.md)"
    return f"### {_HEADINGS[facet]}\n\n{links} · {more}" if links else ""


def _is_leading(shelves: Shelves, group: Group) -> bool:
    """Whether an order is filed under this case: not only consolidated with one that is named."""
    return any(shelves.order(i).case_slugs[:1] in ((), (group.slug,)) for i in group.members)


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
