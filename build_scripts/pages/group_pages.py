"""Browsing: a page of orders for each group of a facet; a year's orders are listed by month.

Motions have pages of their own, see `motion_pages`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from build_scripts.model.archive import Facet, Group, has_own_page
from build_scripts.model.page import DEFAULT_CHOICES, Chart, Section, SiteChoices, TemplatePage
from build_scripts.model.partial_date import PartialDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.case_pages import view_case
from build_scripts.pages.formatting import (
    UNSTATED,
    format_facet,
    format_facets,
    format_month,
    format_span,
)
from build_scripts.pages.group_indexes import publish_index
from build_scripts.pages.i18n import t
from build_scripts.pages.narrowing import Narrowing, offer_narrowing
from build_scripts.pages.pagination import ROWS, ListPage, Pager, describe_list, publish_list
from build_scripts.pages.summaries import (
    SUMMED_FROM,
    RulingsSummary,
    YearsSummary,
    chart_orders,
    count_by_motion,
    list_sums,
    sum_rulings,
)
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_court

_FACETS = (Facet.CASE, Facet.JUDGE, Facet.COURT, Facet.YEAR, Facet.DISPOSITION)
_COLUMNS = {
    Facet.COURT: "court",
    Facet.JUDGE: "judge",
    Facet.DISPOSITION: "disposition",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Orders that follow each other, and the anchor at the first of them, "" for none."""

    lines: tuple[OrderLine, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """A page of orders with links onward and totals; a judge's first page has `facts`, in which
    courts and years, and begins with its rulings.
    """

    lead: str
    columns: tuple[str, ...]
    rows: tuple[Run, ...]
    pager: Pager | None = None
    narrowing: Narrowing | None = None
    rulings: RulingsSummary | None = None
    years: YearsSummary | None = None
    facts: tuple[PageLink, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings: below the list, on a judge's page also above it."""
        if not self.facts:
            return list_sums(self.rulings, self.years)
        orders = Section("orders", t("columns.orders"))
        return (*list_sums(self.rulings, None), orders, *list_sums(None, self.years))


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The page of a long year: its months, as "2017-05", and the page that lists each one's."""

    lead: str
    narrowing: Narrowing | None
    months: Mapping[str, PageLink]


def publish_group_pages(
    index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[TemplatePage]:
    """Yield the index of every facet, also of an empty one, and a page for each group."""
    for facet in _FACETS:
        groups = index.archive.groups.get(facet, ())
        yield from publish_index(index, facet, groups, choices)
        for group in groups:
            if facet is Facet.YEAR and group.slug not in UNSTATED:
                yield from _publish_year(index, group, choices)
            elif has_own_page(facet, group):
                yield from _publish_group(index, facet, group, choices)


def _publish_group(
    index: ArchiveIndex, facet: Facet, group: Group, choices: SiteChoices
) -> Iterator[TemplatePage]:
    above = [PageLink(format_facets(facet), f"{facet.value}/")]
    base = f"{facet.value}/{group.slug}"
    if facet is Facet.CASE:
        docket, case = index.dockets[group.slug], partial(view_case, index, group)
        yield from publish_list(base, group.label, docket, "case.html", case, above)
        return
    members = index.sort_newest_first(group.members)
    view = partial(view_group, index, facet, group, choices)
    yield from publish_list(base, group.label, members, "orders.html", view, above)


def view_group(
    index: ArchiveIndex, facet: Facet, group: Group, choices: SiteChoices, part: ListPage[int]
) -> OrdersPage:
    """Return a page of a group's orders; the first also has their totals."""
    is_named = group.slug not in UNSTATED
    page = _list_orders(index, facet, _lead(facet, len(group.members), is_named=is_named), part)
    if part.number > 1 or facet is Facet.YEAR:
        return page
    page = replace(page, narrowing=offer_narrowing(index, facet, group, search=choices.search))
    is_judge = facet is Facet.JUDGE and is_named
    if is_judge:
        page = replace(page, facts=tuple(_iter_facts(index, group)))
    is_summed = len(group.members) >= SUMMED_FROM
    rulings = None
    if is_judge or (is_summed and facet is not Facet.DISPOSITION):
        count = count_by_motion(index, group.members)
        rulings = sum_rulings(index, count, (facet, group), choices)
    has_years = is_summed and Chart.YEARS in choices.charts
    years = chart_orders(index, group.members) if has_years else None
    return replace(page, rulings=rulings, years=years)


def _iter_facts(index: ArchiveIndex, judge: Group) -> Iterator[PageLink]:
    """Yield the courts of a judge's orders, those with most orders first, and the years."""
    courts = filter(None, (link_court(index, each) for each in judge.members))
    yield from (court for court, _ in Counter(courts).most_common())
    if years := format_span(index.describe(each).day for each in judge.members):
        yield PageLink(years)


def _list_orders(index: ArchiveIndex, facet: Facet, lead: str, part: ListPage[int]) -> OrdersPage:
    return OrdersPage(lead, _list_columns(facet), (_list_run(index, part.rows),), part.pager)


def _list_columns(facet: Facet) -> tuple[str, ...]:
    """Return the columns of a group's orders, without one that would be the same in each row."""
    shared = (name for other, name in _COLUMNS.items() if other is not facet)
    return ("date", "case", *shared, "length")


def _list_run(index: ArchiveIndex, members: Sequence[int], anchor: str = "") -> Run:
    return Run(tuple(line_order(index, each) for each in members), anchor)


def _lead(facet: Facet, number: int, *, is_named: bool = True) -> str:
    orders = t("counts.orders", count=number)
    if is_named:
        return lead_list(format_facet(facet), orders)
    return t("lists.unstated", orders=orders, sequence=t("lists.newest_first"))


def lead_list(what: str, number: str) -> str:
    """Return "Judge · 23 orders, newest first."."""
    return t("lists.lead", facet=what, orders=number, sequence=t("lists.newest_first"))


def _publish_year(
    index: ArchiveIndex, group: Group, choices: SiteChoices
) -> Iterator[TemplatePage]:
    """Yield a year's page, and if it fills more than one page also each month's. A month has the
    address "#2017-05" of the year's page in any case.
    """
    base = f"{Facet.YEAR.value}/{group.slug}"
    newest = index.sort_newest_first(group.members)
    months = {
        month: list(members)
        for month, members in groupby(newest, lambda member: _month_of(index, member))
    }
    years = PageLink(format_facets(Facet.YEAR), f"{Facet.YEAR.value}/")
    is_long = len(newest) > ROWS
    yield TemplatePage(
        f"{base}.md",
        group.label,
        "months.html" if is_long else "orders.html",
        partial(_view_months if is_long else _view_year, index, group, months, choices),
        describe_list([years]),
    )
    above = [years, PageLink(group.label, f"{base}/")]
    for month, members in months.items() if is_long else ():
        title = t("dates.month", month=format_month(month), year=group.label)
        lead = lead_list(t("browse.month"), t("counts.orders", count=len(members)))
        view = partial(_list_orders, index, Facet.YEAR, lead)
        address = f"{base}/{month.month:02}"
        yield from publish_list(address, title, members, "orders.html", view, above, is_found=False)


_Months = Mapping[PartialDate, Sequence[int]]


def _view_year(
    index: ArchiveIndex, group: Group, months: _Months, choices: SiteChoices
) -> OrdersPage:
    return OrdersPage(
        _lead(Facet.YEAR, len(group.members)),
        _list_columns(Facet.YEAR),
        tuple(_list_run(index, each, _anchor(month)) for month, each in months.items()),
        narrowing=offer_narrowing(index, Facet.YEAR, group, search=choices.search),
    )


def _view_months(
    index: ArchiveIndex, group: Group, months: _Months, choices: SiteChoices
) -> MonthsPage:
    return MonthsPage(
        _lead(Facet.YEAR, len(group.members)),
        offer_narrowing(index, Facet.YEAR, group, search=choices.search),
        {
            _anchor(month): PageLink(
                format_month(month),
                f"{Facet.YEAR.value}/{group.slug}/{month.month:02}/",
                len(members),
            )
            for month, members in months.items()
        },
    )


def _anchor(month: PartialDate) -> str:
    """Return "2017-05"; "1865-00" for a year alone: the page's heading has the anchor "1865"."""
    return f"{month.year}-{month.month:02}"


def _month_of(index: ArchiveIndex, member: int) -> PartialDate:
    day = index.describe(member).day
    assert day is not None  # noqa: S101 (of a year's group)
    return PartialDate(day.year, day.month)
