"""What a group's orders come to, below their list: years, motions and outcomes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.i18n import format_number, t
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome
from build_scripts.model.page import Section
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import (
    MOST_BARS,
    BarChart,
    YearChart,
    chart_outcomes,
    chart_years,
)
from build_scripts.pages.formatting import day_of, format_facet, format_outcome, name_outcome
from build_scripts.pages.rulings_count import RulingsCount
from build_scripts.pages.views import PageLink, link_group

SUMMED_FROM = 6
"""Orders from which a sum says more than the list itself."""

_ROWS = 40
"""Rows of a table; the others are summed up in its last."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many rulings were recognized in how many orders.

    Whoever divides a count of rulings needs it: an order whose rulings were not recognized is in
    no count. `listed_at` is where those that have none are listed, "" where that is nowhere.
    """

    rulings: int
    some: int
    orders: int
    listed_at: str = ""


@dataclass(frozen=True, slots=True)
class RulingsRow:
    """Rulings of one motion or judge: all of them, then those of each outcome ("" for none)."""

    link: PageLink
    total: int
    counts: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class RulingsTable:
    """Rulings in numbers, rows by outcome."""

    columns: tuple[str, ...]
    rows: tuple[RulingsRow, ...]


@dataclass(frozen=True, slots=True)
class RulingsSummary:
    """The section below a list that counts its rulings, in a picture where these are wanted."""

    section: Section
    coverage: Coverage | None
    table: RulingsTable
    chart: BarChart | None


def chart_orders(
    index: ArchiveIndex, members: Iterable[int], caption: str = "charts.orders_by_year"
) -> YearChart | None:
    """Return orders by year; None where they are of one year or none is dated."""
    days = (day_of(index.order(i).order.description) for i in members)
    years = Counter(day.year for day in days if day)
    return chart_years(years, t(caption)) if len(years) > 1 else None


def measure_coverage(
    index: ArchiveIndex, members: Iterable[int], *, listed_at: str = ""
) -> Coverage:
    """Return how many of `members` have rulings, and how many rulings."""
    found = [len(index.order(i).order.description.rulings) for i in members]
    return Coverage(sum(found), sum(map(bool, found)), len(found), listed_at)


def format_coverage(rulings: int, some: int, orders: int) -> str:
    """Return "26 rulings recognized in 16 of 23 orders"."""
    counted = t("counts.rulings", count=rulings)
    return t(
        "coverage.rulings", rulings=counted, some=some, orders=t("counts.orders", count=orders)
    )


def chart_rulings(count: RulingsCount, caption: str) -> BarChart | None:
    """Return rulings by outcome, one bar a row; None where there is one row alone."""
    if len(count.rows) < 2:
        return None
    named = [(group.label, counts) for group, counts in count.rows]
    if len(named) > MOST_BARS:
        caption = t("charts.most_rulings", caption=caption, count=MOST_BARS)
    return chart_outcomes(named, caption)


def table_motions(count: RulingsCount) -> RulingsTable:
    """Return all rulings by motion; each count leads to the motion's rulings of that outcome."""
    return RulingsTable(
        _head(Facet.MOTION, count),
        tuple(
            _row(count, counts, PageLink(group.label, page), page)
            for group, counts in count.rows
            for page in [f"{Facet.MOTION.value}/{group.slug}/"]
        ),
    )


def table_rulings(
    index: ArchiveIndex,
    count: RulingsCount,
    rows_are: Facet,
    of: tuple[Facet, Group],
    *,
    search: bool,
) -> RulingsTable:
    """Return rulings in numbers, those of the largest rows.

    A row's name leads to the orders that it counts: those of its group that also are in `of`.
    """
    shared = index.meet(of[1].members, rows_are)
    rows = []
    for group, counts in count.rows[:_ROWS]:
        if met := shared.get(group.slug):
            address = index.address_of_both(of, (rows_are, group), met, search=search)
            link = PageLink(group.label, address)
        else:  # of a judge who is not named
            link = link_group(index, rows_are, group)
        rows.append(_row(count, counts, link))
    rest = Counter[Outcome]()
    for _, counts in count.rows[_ROWS:]:
        rest.update(counts)
    if rest:
        others = PageLink(t("counts.others", count=len(count.rows) - _ROWS))
        rows.append(_row(count, rest, others))
    return RulingsTable(_head(rows_are, count), tuple(rows))


def _head(rows_are: Facet, count: RulingsCount) -> tuple[str, ...]:
    return (format_facet(rows_are), t("columns.rulings"), *map(format_outcome, count.outcomes))


def _row(
    count: RulingsCount, counts: Mapping[Outcome, int], link: PageLink, page: str = ""
) -> RulingsRow:
    cells = (
        PageLink(
            format_number(number) if number else "",
            f"{page}#{name_outcome(outcome)}" if page and number else "",
        )
        for outcome in count.outcomes
        for number in [counts.get(outcome, 0)]
    )
    return RulingsRow(link, sum(counts.values()), tuple(cells))
