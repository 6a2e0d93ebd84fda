"""What orders come to: how many a year, how their rulings came out, by motion and by judge."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome, Ruling
from build_scripts.model.page import Chart, Section, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import (
    MOST_BARS,
    BarChart,
    YearChart,
    chart_outcomes,
    chart_years,
)
from build_scripts.pages.formatting import format_facet, format_outcome, name_outcome
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
class RulingsCount:
    """Rulings in rows and columns: `rows` with the most rulings first, `outcomes` likewise."""

    rows_are: Facet
    outcomes: tuple[Outcome, ...]
    rows: tuple[tuple[Group, Counter[Outcome]], ...]


@dataclass(frozen=True, slots=True)
class RulingsTable:
    """Rulings in numbers, each row's by outcome, 0 for none.

    A number leads to the outcome's anchor, as `anchors` names them, of the row's page; with no
    `anchors` it leads nowhere.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[PageLink, tuple[int, ...]], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulingsSummary:
    """The section below a list that counts its rulings, in a picture where these are wanted."""

    section: Section
    coverage: Coverage | None
    table: RulingsTable
    chart: BarChart | None


def list_sums(rulings: RulingsSummary | None, years: YearChart | None) -> tuple[Section, ...]:
    """Return the headings of what a list comes to."""
    over_years = Section("over-the-years", t("browse.over_the_years"))
    return (*([rulings.section] if rulings else ()), *([over_years] if years else ()))


def chart_orders(index: ArchiveIndex, members: Iterable[int]) -> YearChart | None:
    """Return orders by year; None where they are of one year or none is dated."""
    days = (index.describe(each).day for each in members)
    years = Counter(day.year for day in days if day)
    return chart_years(years, t("charts.orders_by_year")) if len(years) > 1 else None


def measure_coverage(
    index: ArchiveIndex, members: Iterable[int], *, listed_at: str = ""
) -> Coverage:
    """Return how many of `members` have rulings, and how many rulings."""
    found = [len(index.describe(each).rulings) for each in members]
    return Coverage(sum(found), sum(map(bool, found)), len(found), listed_at)


def count_by_motion(index: ArchiveIndex, members: Iterable[int]) -> RulingsCount:
    """Return the rulings of `members` by kind of motion."""

    def sort_ruling(_: int, ruling: Ruling) -> Iterable[Group]:
        return filter(None, [index.motions.get(ruling.kind)])

    return _count(index, Facet.MOTION, members, sort_ruling)


def count_by_judge(index: ArchiveIndex, motion: Group) -> RulingsCount:
    """Return the rulings on one kind of motion by judge; a panel's count for each of its judges."""

    def sort_ruling(member: int, ruling: Ruling) -> Iterable[Group]:
        is_asked = index.motions.get(ruling.kind) == motion
        return index.groups(Facet.JUDGE, member) if is_asked else ()

    return _count(index, Facet.JUDGE, motion.members, sort_ruling)


def _count(
    index: ArchiveIndex,
    rows_are: Facet,
    members: Iterable[int],
    sort_ruling: Callable[[int, Ruling], Iterable[Group]],
) -> RulingsCount:
    by_slug: dict[str, Counter[Outcome]] = {}
    for member in members:
        for claim in index.describe(member).rulings:
            for group in sort_ruling(member, claim.value):
                by_slug.setdefault(group.slug, Counter())[claim.value.outcome] += 1
    counts = [(index.by_slug[rows_are, slug], found) for slug, found in by_slug.items()]
    total: Counter[Outcome] = sum(by_slug.values(), Counter())
    return RulingsCount(
        rows_are,
        tuple(sorted(total, key=lambda outcome: (-total[outcome], outcome.value))),
        tuple(sorted(counts, key=lambda row: (-row[1].total(), row[0].label.casefold()))),
    )


def sum_rulings(
    index: ArchiveIndex, count: RulingsCount, of: tuple[Facet, Group], choices: SiteChoices
) -> RulingsSummary | None:
    """Return the section on the rulings of the orders in `of`; None where it has one row."""
    if len(count.rows) < 2:
        return None
    section = Section("motions-and-outcomes", t("browse.motions_and_outcomes"))
    coverage, caption = None, t("charts.rulings")
    if count.rows_are is Facet.MOTION:
        coverage = measure_coverage(index, of[1].members)
    else:
        section = Section("by-judge", t("browse.by_judge"))
        caption = t("charts.rulings_by_judge")
    has_chart = Chart.OUTCOMES in choices.charts
    return RulingsSummary(
        section,
        coverage,
        _table_rulings(index, count, of, search=choices.search),
        chart_rulings(count, caption) if has_chart else None,
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
    """Return all rulings by motion; each number leads to the motion's rulings of that outcome."""
    rows = (
        (PageLink(group.label, f"{Facet.MOTION.value}/{group.slug}/"), counts)
        for group, counts in count.rows
    )
    return _make_table(count, rows, tuple(map(name_outcome, count.outcomes)))


def _table_rulings(
    index: ArchiveIndex, count: RulingsCount, of: tuple[Facet, Group], *, search: bool
) -> RulingsTable:
    """Return rulings in numbers, those of the largest rows.

    A row's name leads to the orders that it counts: those of its group that also are in `of`.
    """
    shared = index.meet(of[1].members, count.rows_are)
    rows = []
    for group, counts in count.rows[:_ROWS]:
        if met := shared.get(group.slug):
            row = (count.rows_are, group)
            link = PageLink(group.label, index.address_of_both(of, row, met, search=search))
        else:  # of a judge who is not named
            link = link_group(index, count.rows_are, group)
        rows.append((link, counts))
    rest = [counts for _, counts in count.rows[_ROWS:]]
    if rest:
        others = PageLink(t("counts.others", count=len(rest)))
        rows.append((others, sum(rest, Counter[Outcome]())))
    return _make_table(count, rows)


def _make_table(
    count: RulingsCount,
    rows: Iterable[tuple[PageLink, Counter[Outcome]]],
    anchors: tuple[str, ...] = (),
) -> RulingsTable:
    outcomes = map(format_outcome, count.outcomes)
    return RulingsTable(
        (format_facet(count.rows_are), t("columns.rulings"), *outcomes),
        tuple((link, tuple(counts[one] for one in count.outcomes)) for link, counts in rows),
        anchors,
    )
