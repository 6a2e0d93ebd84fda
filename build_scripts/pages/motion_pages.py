"""Motions and their outcomes, over the whole archive."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome, Ruling
from build_scripts.model.page import DEFAULT_CHOICES, Chart, Section, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import BarChart
from build_scripts.pages.formatting import (
    capitalise,
    format_facet,
    format_facets,
    format_outcome,
    format_qualifiers,
    name_outcome,
)
from build_scripts.pages.group_pages import lead_list
from build_scripts.pages.i18n import t, term
from build_scripts.pages.narrowing import Narrowing, offer_narrowing
from build_scripts.pages.pagination import ROWS, ListPage, Pager, describe_list, publish_list
from build_scripts.pages.summaries import (
    NO_RULINGS,
    SUMMED_FROM,
    Coverage,
    RulingsSummary,
    RulingsTable,
    YearsSummary,
    chart_orders,
    chart_rulings,
    count_by_judge,
    count_by_motion,
    cover_motion,
    list_sums,
    measure_coverage,
    sum_rulings,
    table_motions,
)
from build_scripts.pages.views import OrderLine, PageLink, line_order, shorten

NEWEST = 5
"""Rulings of each outcome that the page of a motion shows if it can't show all."""


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A ruling: its order, the motion as printed, in which terms, on which docket entries."""

    line: OrderLine
    motion: str
    how: str
    entries: str


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """The rulings of one outcome; `everything` leads to all of them if only the newest are here."""

    section: Section
    rows: tuple[RulingLine, ...]
    everything: PageLink | None


@dataclass(frozen=True, slots=True)
class MotionsPage:
    """The table of motions by outcome; each part is None if there are no motions."""

    coverage: Coverage | None = None
    chart: BarChart | None = None
    table: RulingsTable | None = None


@dataclass(frozen=True, slots=True)
class MotionPage:
    """A kind of motion: its rulings by outcome, and their totals."""

    lead: str
    coverage: Coverage
    narrowing: Narrowing | None
    outcomes: tuple[OutcomeSection, ...]
    rulings: RulingsSummary | None
    years: YearsSummary | None

    @property
    def sums(self) -> tuple[Section, ...]:
        """Return the headings of the totals of its rulings."""
        return list_sums(self.rulings, self.years)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return all headings."""
        return (*(one.section for one in self.outcomes), *self.sums)


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """A page of all the rulings of one outcome."""

    lead: str
    rows: tuple[RulingLine, ...]
    pager: Pager | None


_Ruled = tuple[int, Ruling]  # the order that rules, by its place in the archive


def publish_motion_pages(
    index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES
) -> Iterator[TemplatePage]:
    """Yield the table of motions by outcome, and a page for each kind of motion.

    If the rulings of an outcome are too many for its section "#denied", that has the newest, and
    "motions/compel/denied/" all of them.
    """
    yield TemplatePage(
        "motions/index.md",
        format_facets(Facet.MOTION),
        "motions.html",
        partial(view_motions, index, choices),
        {**describe_list(), "names_people": False},
    )
    motions = PageLink(format_facets(Facet.MOTION), "motions/")
    for group in index.archive.groups.get(Facet.MOTION, ()):
        base = f"{Facet.MOTION.value}/{group.slug}"
        view = partial(view_motion, index, group, choices)
        yield TemplatePage(f"{base}.md", group.label, "motion.html", view, describe_list([motions]))
        by_outcome = _sort_rulings(index, group)
        if sum(map(len, by_outcome.values())) > ROWS:
            above = [motions, PageLink(group.label, f"{base}/")]
            for outcome, found in by_outcome.items():
                if len(found) > NEWEST:
                    yield from _publish_outcome(index, base, above, outcome, found)


def _publish_outcome(
    index: ArchiveIndex,
    base: str,
    above: Sequence[PageLink],
    outcome: Outcome,
    found: Sequence[_Ruled],
) -> Iterator[TemplatePage]:
    lead = t("motion_pages.newest_first", rulings=t("counts.rulings", count=len(found)))

    def view(part: ListPage[_Ruled]) -> OutcomePage:
        return OutcomePage(lead, _list_rulings(index, part.rows), part.pager)

    address = f"{base}/{name_outcome(outcome)}"
    title = f"{above[-1].label}: {term('outcomes', outcome.value)}"
    yield from publish_list(address, title, found, "outcome.html", view, above, is_found=False)


def view_motions(index: ArchiveIndex, choices: SiteChoices) -> MotionsPage:
    """Return the table of all motions."""
    orders = index.list_orders()
    count = count_by_motion(index, orders)
    if not count.rows:
        return MotionsPage()
    coverage = measure_coverage(index, orders, listed_at=NO_RULINGS)
    has_chart = Chart.OUTCOMES in choices.charts
    chart = chart_rulings(count, t("charts.rulings")) if has_chart else None
    return MotionsPage(coverage, chart, table_motions(count))


def _sort_rulings(index: ArchiveIndex, group: Group) -> dict[Outcome, list[_Ruled]]:
    """Return the rulings on a kind of motion by outcome, the most frequent first."""
    by_outcome: dict[Outcome, list[_Ruled]] = defaultdict(list)
    for member in index.sort_newest_first(group.members):
        for claim in index.describe(member).own_rulings:
            if index.motions.get(claim.value.kind) == group:
                by_outcome[claim.value.outcome].append((member, claim.value))
    return dict(sorted(by_outcome.items(), key=lambda one: (-len(one[1]), one[0].value)))


def view_motion(index: ArchiveIndex, group: Group, choices: SiteChoices) -> MotionPage:
    """Return the page of a kind of motion."""
    by_outcome = _sort_rulings(index, group)
    number = sum(map(len, by_outcome.values()))
    of, is_summed = (Facet.MOTION, group), number >= SUMMED_FROM
    has_years = is_summed and Chart.YEARS in choices.charts
    return MotionPage(
        lead_list(format_facet(Facet.MOTION), t("counts.rulings", count=number)),
        cover_motion(index, group),
        offer_narrowing(index, *of, search=choices.search),
        tuple(
            _show_outcome(index, group, outcome, found, is_long=number > ROWS)
            for outcome, found in by_outcome.items()
        ),
        sum_rulings(index, count_by_judge(index, group), of, choices) if is_summed else None,
        chart_orders(index, group.members) if has_years else None,
    )


def _show_outcome(
    index: ArchiveIndex, group: Group, outcome: Outcome, found: Sequence[_Ruled], *, is_long: bool
) -> OutcomeSection:
    name = name_outcome(outcome)
    heading = t("motion_pages.heading", outcome=format_outcome(outcome), count=len(found))
    shown = found[:NEWEST] if is_long else found
    everything = None
    if len(shown) < len(found):
        words = t("motion_pages.all", rulings=t("counts.rulings", count=len(found)))
        everything = PageLink(words, f"{Facet.MOTION.value}/{group.slug}/{name}/")
    return OutcomeSection(Section(name, heading), _list_rulings(index, shown), everything)


def _list_rulings(index: ArchiveIndex, found: Iterable[_Ruled]) -> tuple[RulingLine, ...]:
    return tuple(
        RulingLine(
            line_order(index, member),
            capitalise(shorten(ruling.motion)),
            format_qualifiers(ruling.qualifiers),
            ", ".join(ruling.entries),
        )
        for member, ruling in found
    )
