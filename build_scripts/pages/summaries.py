"""Totals of orders: how many a year, and their rulings' outcomes, by motion and by judge."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import MotionKind, Outcome, Ruling, RulingScope
from build_scripts.model.page import Chart, Section, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import MOST_BARS, BarChart, YearChart, chart_outcomes, chart_years
from build_scripts.pages.formatting import UNSTATED, format_facet, format_outcome, name_outcome
from build_scripts.pages.i18n import format_number, t
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group

SUMMED_FROM = 6
"""Fewest orders for which totals add to the list itself."""

_ROWS = 40
"""Rows of a table; the others are summed up in its last."""

_LEFT_OUT = 20
"""Orders left out of a table that are named next to it."""

_NO_MOTIONS = (MotionKind.APPEAL, MotionKind.CASE)
"""They come below the motions in tables, and in no picture of motions."""

NO_RULINGS = "quality/#no-rulings"
"""Where the orders without a ruling are listed, those of the whole archive."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many orders a table or a picture covers, in words, and a link to those `without`.

    Whoever divides a count needs it: an order in which nothing was recognized is in no count. If no
    page lists the others, `left_out` are the first of them.
    """

    found: str
    without: PageLink | None = None
    left_out: tuple[OrderLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class RulingsCount:
    """Rulings in rows and columns: `rows` with the most rulings first, `outcomes` likewise. A cell
    holds the order of each ruling: one that rules twice is there twice.
    """

    rows_are: Facet
    outcomes: tuple[Outcome, ...]
    rows: tuple[tuple[Group, Mapping[Outcome, tuple[int, ...]]], ...]


@dataclass(frozen=True, slots=True)
class RulingsRow:
    """A row of numbers: all its rulings, then those of each outcome, each leading to them."""

    name: PageLink
    total: PageLink
    cells: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class RulingsTable:
    """Rulings in numbers; a cell without rulings has no label."""

    columns: tuple[str, ...]
    rows: tuple[RulingsRow, ...]


@dataclass(frozen=True, slots=True)
class RulingsSummary:
    """The section below a list that counts its rulings, with a picture if wanted."""

    section: Section
    coverage: Coverage
    table: RulingsTable
    chart: BarChart | None


@dataclass(frozen=True, slots=True)
class YearsSummary:
    """Orders by year in a picture, and how many of them are dated."""

    coverage: Coverage
    chart: YearChart


def list_sums(rulings: RulingsSummary | None, years: YearsSummary | None) -> tuple[Section, ...]:
    """Return the headings of a list's totals."""
    over_years = Section("over-the-years", t("browse.over_the_years"))
    return (*([rulings.section] if rulings else ()), *([over_years] if years else ()))


def chart_orders(index: ArchiveIndex, members: Sequence[int]) -> YearsSummary | None:
    """Return orders by year, or None if they are too few, or of one year."""
    days = [index.describe(each).day for each in members]
    chart = chart_years(Counter(day.year for day in days if day), t("charts.orders_by_year"))
    if chart is None or len(chart.rows) < 2:
        return None
    return YearsSummary(cover_facet(index, Facet.YEAR, members), chart)


def cover_facet(index: ArchiveIndex, facet: Facet, members: Iterable[int]) -> Coverage:
    """Return in how many orders a facet was identified, and where the others are."""
    listed = list(members)
    missing = [i for i in listed if all(g.slug in UNSTATED for g in index.groups(facet, i))]
    others = next((group for i in missing for group in index.groups(facet, i)), None)
    listed_at = index.address_of(facet, others) if others else ""
    return cover_orders(index, f"covered.{facet.value}", len(listed), missing, listed_at=listed_at)


def cover_orders(
    index: ArchiveIndex,
    message: str,
    number: int,
    missing: Sequence[int],
    *,
    listed_at: str = "",
    **said: str,
) -> Coverage:
    """Return the coverage of `number` orders; `missing` are those in which nothing was found.

    `listed_at` lists these; if no page does, one is linked and of more the first named. `message`
    names the find; `said` are its parameters other than the numbers of orders.
    """
    orders = t("counts.orders", count=number)
    found = t(message, some=number - len(missing), orders=orders, **said)
    if not missing:
        return Coverage(found)
    if not listed_at and len(missing) == 1:
        listed_at = f"{index.order(missing[0]).address}/"
    without = PageLink(t("coverage.without", count=len(missing)), listed_at)
    if listed_at:
        return Coverage(found, without)
    shown = index.sort_newest_first(missing)[:_LEFT_OUT]
    lines = tuple(line_order(index, each) for each in shown)
    return Coverage(found, without, lines, len(missing) - len(shown))


def measure_coverage(
    index: ArchiveIndex, members: Iterable[int], *, listed_at: str = ""
) -> Coverage:
    """Return how many rulings were recognized in how many of `members`."""
    found = list(members)
    scopes = Counter(c.value.scope for each in found for c in index.describe(each).own_rulings)
    rulings = t("counts.rulings", count=scopes.total())
    if on_appeals := scopes[RulingScope.APPEAL]:
        rulings = t("coverage.on_appeals", rulings=rulings, count=on_appeals)
    without = [each for each in found if not index.describe(each).rulings]
    return cover_orders(
        index, "coverage.rulings", len(found), without, listed_at=listed_at, rulings=rulings
    )


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
    by_slug: dict[str, dict[Outcome, list[int]]] = {}
    total: Counter[Outcome] = Counter()
    for member in members:
        for claim in index.describe(member).own_rulings:
            outcome = claim.value.outcome
            for group in sort_ruling(member, claim.value):
                by_slug.setdefault(group.slug, {}).setdefault(outcome, []).append(member)
                total[outcome] += 1
    rows = [
        (index.by_slug[rows_are, slug], {one: tuple(places) for one, places in found.items()})
        for slug, found in by_slug.items()
    ]
    rows.sort(key=lambda row: (-sum(map(len, row[1].values())), row[0].label.casefold()))
    rows.sort(key=lambda row: row[0].slug in _NO_MOTIONS)
    outcomes = sorted(total, key=lambda outcome: (-total[outcome], outcome.value))
    return RulingsCount(rows_are, tuple(outcomes), tuple(rows))


def sum_rulings(
    index: ArchiveIndex, count: RulingsCount, of: tuple[Facet, Group], choices: SiteChoices
) -> RulingsSummary | None:
    """Return the section on the rulings of the orders in `of`, or None if there are none."""
    if not count.rows:
        return None
    if count.rows_are is Facet.MOTION:
        section = Section("motions-and-outcomes", t("browse.motions_and_outcomes"))
        caption, coverage = t("charts.rulings"), measure_coverage(index, of[1].members)
    else:
        section = Section("by-judge", t("browse.by_judge"))
        caption, coverage = t("charts.rulings_by_judge"), cover_motion(index, of[1])
    return RulingsSummary(
        section,
        coverage,
        _table_rulings(index, count, of, search=choices.search),
        chart_rulings(count, caption) if Chart.OUTCOMES in choices.charts else None,
    )


def cover_motion(index: ArchiveIndex, motion: Group) -> Coverage:
    """Return the coverage of a kind of motion; orders left out have no ruling at all."""
    rulings = (claim.value for i in motion.members for claim in index.describe(i).own_rulings)
    number = sum(index.motions.get(ruling.kind) == motion for ruling in rulings)
    listed = index.list_orders()
    found = t(
        "coverage.rulings",
        rulings=t("counts.rulings", count=number),
        some=len(motion.members),
        orders=t("counts.orders", count=len(listed)),
    )
    without = sum(not index.describe(each).rulings for each in listed)
    unruled = PageLink(t("coverage.unruled", count=without), NO_RULINGS)
    return Coverage(found, unruled if without else None)


def chart_rulings(count: RulingsCount, caption: str) -> BarChart | None:
    """Return rulings by outcome, one bar a row, or None if there is one row or few rulings. Appeals
    and whole cases are no motions, and have none.
    """
    rows = [row for row in count.rows if row[0].slug not in _NO_MOTIONS]
    if len(rows) < 2:
        return None
    if len(rows) > MOST_BARS:
        caption = t("charts.most_rulings", caption=caption, count=MOST_BARS)
    named = [
        (group.label, {outcome: len(places) for outcome, places in found.items()})
        for group, found in rows
    ]
    return chart_outcomes(named, caption)


def table_motions(count: RulingsCount) -> RulingsTable:
    """Return all rulings by motion; each number leads to the motion's rulings of that outcome."""
    rows = []
    for group, found in count.rows:
        page = f"{Facet.MOTION.value}/{group.slug}/"
        addresses = {outcome: f"{page}#{name_outcome(outcome)}" for outcome in found}
        rows.append(_make_row(count, PageLink(group.label, page), found, page, addresses))
    return _make_table(count, rows)


def _table_rulings(
    index: ArchiveIndex, count: RulingsCount, of: tuple[Facet, Group], *, search: bool
) -> RulingsTable:
    """Return rulings in numbers, for the largest rows, linked to what they count."""
    shared = index.meet(of[1].members, count.rows_are)
    rows = []
    for group, found in count.rows[:_ROWS]:
        row = (count.rows_are, group)
        met = shared.get(group.slug, ())  # none of a judge who is not named
        total = index.address_of_both(of, row, met, search=search) if met else ""
        addresses = {
            outcome: _find_rulings(index, of, row, outcome, places, met, search=search)
            for outcome, places in found.items()
        }
        rows.append(_make_row(count, link_group(index, *row), found, total, addresses))
    rest = count.rows[_ROWS:]
    if rest:
        together = {
            outcome: tuple(i for _, found in rest for i in found.get(outcome, ()))
            for outcome in count.outcomes
        }
        rows.append(_make_row(count, PageLink(t("counts.others", count=len(rest))), together))
    return _make_table(count, rows)


def _find_rulings(
    index: ArchiveIndex,
    of: tuple[Facet, Group],
    row: tuple[Facet, Group],
    outcome: Outcome,
    places: Iterable[int],
    shared: Iterable[int],
    *,
    search: bool,
) -> str:
    """Return the place of the rulings on a motion of one outcome, in the orders at `places`.

    That is the order if they are one order's, the motion's page if its rulings of that outcome are
    all in these, else a search: for the outcome too if it finds just these orders. `shared` are all
    orders of both groups.
    """
    orders = set(places)
    if len(orders) == 1:
        return f"{index.order(orders.pop()).address}/"
    motion, other = (row, of) if row[0] is Facet.MOTION else (of, row)
    name = name_outcome(outcome)
    page = f"{Facet.MOTION.value}/{motion[1].slug}/#{name}"
    if not search or other[1].slug in UNSTATED or index.ruled[motion[1].slug, outcome] == orders:
        return page
    ended = {i for i in shared if any(g.slug == name for g in index.groups(Facet.DISPOSITION, i))}
    chosen = [other, motion]
    if ended == orders:
        chosen.append((Facet.DISPOSITION, index.by_slug[Facet.DISPOSITION, name]))
    return index.search_for(chosen)


def _make_row(
    count: RulingsCount,
    name: PageLink,
    found: Mapping[Outcome, Sequence[int]],
    total: str = "",
    addresses: Mapping[Outcome, str] = MappingProxyType({}),
) -> RulingsRow:
    cells = []
    for outcome in count.outcomes:
        number = len(found.get(outcome, ()))
        label = format_number(number) if number else ""
        cells.append(PageLink(label, addresses.get(outcome, "")))
    return RulingsRow(
        name, PageLink(format_number(sum(map(len, found.values()))), total), tuple(cells)
    )


def _make_table(count: RulingsCount, rows: Iterable[RulingsRow]) -> RulingsTable:
    outcomes = map(format_outcome, count.outcomes)
    return RulingsTable(
        (format_facet(count.rows_are), t("columns.rulings"), *outcomes), tuple(rows)
    )
