"""A year: its orders by month, and a page a month where they are many."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import (
    UNSTATED,
    day_of,
    format_facet,
    format_facets,
    format_month,
)
from build_scripts.pages.narrowing import Narrowing, offer_narrowing
from build_scripts.pages.orders_page import (
    OrdersPage,
    lead_list,
    list_columns,
    list_run,
    publish_plain_list,
)
from build_scripts.pages.pagination import ROWS, describe_list_page, paginate
from build_scripts.pages.views import PageLink, list_breadcrumbs

_Month = tuple[datetime.date, Sequence[int]]


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month of a long year, and the page that lists its orders."""

    month: datetime.date
    link: PageLink


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The page of a long year: its months."""

    lead: str
    narrowing: Narrowing | None
    months: tuple[MonthLink, ...]


def publish_year(index: ArchiveIndex, group: Group, choices: SiteChoices) -> Iterator[TemplatePage]:
    """Yield a year's page, and of a year that fills more than one page each month's.

    A month has the address "#2017-05" of the year's page, whether its orders are listed there or
    on "years/2017/05/".
    """
    base = f"{Facet.YEAR.value}/{group.slug}"
    newest = index.sort_newest_first(group.members)
    years = PageLink(format_facets(Facet.YEAR), f"{Facet.YEAR.value}/")
    lead = _lead(format_facet(Facet.YEAR), len(newest))
    if group.slug in UNSTATED:
        for part in paginate(base, newest):
            yield publish_plain_list(index, part, group.label, lead, [years], without=Facet.YEAR)
        return
    months = [
        (month, list(members))
        for month, members in groupby(newest, lambda member: _month_of(index, member))
    ]
    is_long = len(newest) > ROWS
    view = _view_months if is_long else _view_year
    yield TemplatePage(
        f"{base}.md",
        group.label,
        "months.html" if is_long else "orders.html",
        partial(view, index, group, months, lead, choices),
        describe_list_page(list_breadcrumbs([years])),
    )
    above = [years, PageLink(group.label, f"{base}/")]
    for month, members in months if is_long else ():
        title = t("browse.month_of_year", month=format_month(month), year=group.label)
        lead = _lead(t("browse.month"), len(members))
        for part in paginate(f"{base}/{month:%m}", members):
            yield publish_plain_list(
                index, part, title, lead, above, without=Facet.YEAR, is_found=False
            )


def _view_year(
    index: ArchiveIndex, group: Group, months: Sequence[_Month], lead: str, choices: SiteChoices
) -> OrdersPage:
    return OrdersPage(
        lead,
        list_columns(Facet.YEAR),
        tuple(list_run(index, members, f"{month:%Y-%m}") for month, members in months),
        narrowing=offer_narrowing(index, Facet.YEAR, group, search=choices.search),
    )


def _view_months(
    index: ArchiveIndex, group: Group, months: Sequence[_Month], lead: str, choices: SiteChoices
) -> MonthsPage:
    return MonthsPage(
        lead,
        offer_narrowing(index, Facet.YEAR, group, search=choices.search),
        tuple(
            MonthLink(month, PageLink(format_month(month), address, len(members)))
            for month, members in months
            for address in [f"{Facet.YEAR.value}/{group.slug}/{month:%m}/"]
        ),
    )


def _lead(span: str, number: int) -> str:
    return lead_list(span, t("counts.orders", count=number))


def _month_of(index: ArchiveIndex, member: int) -> datetime.date:
    day = day_of(index.order(member).order.description)
    assert day is not None  # noqa: S101 (of a year's group)
    return day.replace(day=1)
