"""Browsing: an index of each facet, and a page for each of its groups; motions have their own."""

import datetime
from collections.abc import Iterator
from itertools import groupby

from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import Page
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.order_lists import link_group, table_orders
from build_scripts.publishing.shelves import Shelves, sort_years
from build_scripts.publishing.tables import write_cell, write_table
from build_scripts.publishing.wording import day_of, word_date

_WORDS = {
    Facet.CASE: ("Cases", "Case", "Every case with an order here, by name."),
    Facet.JUDGE: ("Judges", "Judge", "Every judge who signed or sat on an order here."),
    Facet.COURT: ("Courts", "Court", "Every court with an order here."),
    Facet.YEAR: ("Years", "Year", "Orders by the year of their date."),
    Facet.DISPOSITION: ("Dispositions", "Disposition", "Orders by how they came out."),
}
_LISTED = {"search": {"boost": 0.5}}
"""In the site's search, lists come behind the orders they list."""


def publish_facet_pages(shelves: Shelves) -> Iterator[Page]:
    """Return the index page of every facet and a page for each group, also where it is empty."""
    for facet in _WORDS:
        groups = shelves.archive.groups.get(facet, ())
        yield _publish_index(shelves, facet, groups)
        for group in groups:
            yield _publish_group(shelves, facet, group)


def _publish_index(shelves: Shelves, facet: Facet, groups: tuple[Group, ...]) -> Page:
    path = f"{facet.value}/index.md"
    title, column, lead = _WORDS[facet]
    head = (
        (column, "Docket number", "Orders", "Latest")
        if facet is Facet.CASE
        else (
            column,
            "Orders",
            "Latest",
        )
    )
    ordered = sort_years(groups) if facet is Facet.YEAR else groups
    rows = (_index_row(shelves, facet, group, path) for group in ordered)
    listing = write_table(head, rows) if groups else "None yet."
    return _write_page(path, title, f"{lead}\n\n{listing}")


def _index_row(shelves: Shelves, facet: Facet, group: Group, path: str) -> tuple[str, ...]:
    newest = shelves.sort_newest_first(group.members)[0]
    day = day_of(shelves.order(newest).order.description)
    link = link_group(group, facet, path).replace("|", r"\|")
    number = shelves.docket_number(newest, group.slug)
    docket = (write_cell(number),) if facet is Facet.CASE else ()
    latest = word_date(day, short=True) if day else "undated"
    return (link, *docket, str(len(group.members)), latest)


def _publish_group(shelves: Shelves, facet: Facet, group: Group) -> Page:
    path = f"{facet.value}/{group.slug}.md"
    newest = shelves.sort_newest_first(group.members)
    count = "1 order" if len(newest) == 1 else f"{len(newest)} orders"
    title, column, _ = _WORDS[facet]
    sequence = "as the docket runs" if facet is Facet.CASE else "newest first"
    lead = f"{column} · {_group_facts(shelves, facet, group, newest)}{count}, {sequence}. "
    lead += f"[All {title.lower()}](index.md)"
    if facet is Facet.CASE:
        members = shelves.sort_by_docket(group.members)
        table = table_orders(shelves, members, path, without=(facet,), documents=True)
    elif facet is Facet.YEAR:
        table = "\n\n".join(_list_months(shelves, newest, path))
    else:
        table = table_orders(shelves, newest, path, without=(facet,))
    return _write_page(path, group.label, f"{lead}\n\n{table}")


def _list_months(shelves: Shelves, newest: list[int], path: str) -> Iterator[str]:
    """Yield a year's orders month by month, each under a heading with an address of its own."""
    for month, members in groupby(newest, key=lambda index: _month_of(shelves, index)):
        if month:
            name = word_date(month).partition(" ")[0]
            yield f"## {name} {{#{month:%Y-%m}}}"
        yield table_orders(shelves, list(members), path, without=(Facet.YEAR,))


def _month_of(shelves: Shelves, index: int) -> datetime.date | None:
    day = day_of(shelves.order(index).order.description)
    return day.replace(day=1) if day else None


def _group_facts(shelves: Shelves, facet: Facet, group: Group, members: list[int]) -> str:
    """Return what is said of a case above its orders: number and court."""
    if facet is not Facet.CASE:
        return ""
    number = shelves.docket_number(members[0], group.slug)
    court = shelves.order(members[0]).order.description.court
    facts = [
        f"No. {escape_text(number)}" if number else "",
        escape_text(court.value.citation_string) if court else "",
    ]
    return "".join(f"{fact} · " for fact in facts if fact)


def _write_page(path: str, title: str, body: str) -> Page:
    front = write_front_matter({"title": title, **_LISTED})
    return Page(path, f"{front}\n# {escape_text(title, starts_line=True)}\n\n{body}\n")
