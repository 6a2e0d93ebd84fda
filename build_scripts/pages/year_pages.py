"""A year: its orders by month, and a page a month where they are many."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from build_scripts.i18n import format_number, t
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import LatePage, Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.listing_page import list_late, write_listing
from build_scripts.pages.narrowing import offer_narrowing
from build_scripts.pages.order_lists import list_orders, weigh_order
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.paging import Row, cut_list, cut_table
from build_scripts.pages.pairs import UNSTATED
from build_scripts.pages.tables import write_table
from build_scripts.pages.wording import day_of, word_facet, word_facets, word_month


def publish_year(archive_index: ArchiveIndex, group: Group) -> Iterator[Page | LatePage]:
    """Yield a year's page, and of a year that fills more than one page each month's.

    A month has the address "#2017-05" of the year's page, whether its orders are listed there or
    on "years/2017/05".
    """
    base = f"{Facet.YEAR.value}/{group.slug}"
    path = f"{base}.md"
    newest = archive_index.sort_newest_first(group.members)
    lead = _lead(word_facet(Facet.YEAR), len(newest))
    above = ((word_facets(Facet.YEAR), f"{Facet.YEAR.value}/index"),)
    weigh = partial(weigh_order, archive_index)

    def write(found: Sequence[int], at: str) -> tuple[Row, Sequence[Row]]:
        return list_orders(archive_index, found, at, without=(Facet.YEAR,))

    if group.slug in UNSTATED:
        for part in cut_table(base, newest, write, lambda i: archive_index.order(i).address, weigh):
            yield list_late(part, group.label, (lead,), (), above)
        return
    months = [
        (month, list(members))
        for month, members in groupby(newest, lambda index: _month_of(archive_index, index))
    ]
    addresses = [archive_index.order(index).address for index in newest]
    is_long = len(cut_list(addresses, list(map(weigh, newest)))) > 1
    if is_long:
        counts = [
            (_link_month(base, month, path), format_number(len(members)))
            for month, members in months
        ]
        listing = write_table((t("columns.month"), t("columns.orders")), counts)
    else:
        head, rows = write(newest, path)
        starts = {members[0]: month for month, members in months}
        marked = [
            (_mark_month(row[0], starts[index]), *row[1:]) if index in starts else row
            for index, row in zip(newest, rows, strict=True)
        ]
        listing = write_table(head, marked)
    narrowing = offer_narrowing(archive_index, Facet.YEAR, group, path)
    yield write_listing(path, group.label, (lead, narrowing, listing), above)
    if is_long:
        for month, members in months:
            yield from _publish_month(archive_index, group, month, members)


def _link_month(base: str, month: datetime.date, path: str) -> str:
    link = link_to_page(path, f"{base}/{month:%m}", word_month(month))
    return f'<time id="{month:%Y-%m}" datetime="{month:%Y-%m}">{link}</time>'


def _mark_month(cell: str, month: datetime.date) -> str:
    """Return the date cell of a month's first row with the month's anchor."""
    return f'<span id="{month:%Y-%m}"></span>{cell}'


def _publish_month(
    archive_index: ArchiveIndex, group: Group, month: datetime.date, members: Sequence[int]
) -> Iterator[LatePage]:
    base = f"{Facet.YEAR.value}/{group.slug}"
    steps = (
        (word_facets(Facet.YEAR), f"{Facet.YEAR.value}/index"),
        (group.label, base),
    )
    for part in cut_table(
        f"{base}/{month:%m}",
        members,
        lambda found, path: list_orders(archive_index, found, path, without=(Facet.YEAR,)),
        lambda index: archive_index.order(index).address,
        partial(weigh_order, archive_index),
    ):
        title = t("browse.month_of_year", month=word_month(month), year=group.label)
        lead = _lead(t("browse.month"), len(members))
        yield list_late(part, title, (lead,), (), steps, is_found=False)


def _lead(span: str, number: int) -> str:
    orders = t("counts.orders", count=number)
    sequence = t("lists.newest_first")
    return t("lists.lead", facet=span, facts="", orders=orders, sequence=sequence)


def _month_of(archive_index: ArchiveIndex, index: int) -> datetime.date:
    day = day_of(archive_index.order(index).order.description)
    assert day is not None  # noqa: S101 (of a year's group)
    return day.replace(day=1)
