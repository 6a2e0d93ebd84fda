"""The home page: how to search, what is here, where to begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.archive import Authority, Facet, Group
from build_scripts.model.page import DEFAULT_CHOICES, Chart, Section, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.authority_pages.names import AuthorityLine, line_authority, name_plainly
from build_scripts.pages.charts import CHARTED_FROM, BarChart, chart_counts
from build_scripts.pages.formatting import UNSTATED, format_facets, format_span
from build_scripts.pages.i18n import format_number, t, term
from build_scripts.pages.summaries import (
    NO_RULINGS,
    Coverage,
    YearsSummary,
    chart_orders,
    chart_rulings,
    count_by_motion,
    cover_orders,
    measure_coverage,
)
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group, shorten

NEWEST = 10
"""How many of the newest orders the home page lists."""
MOST = 10
"""How many groups of a facet the home page names; the facet's index has them all."""
MOST_CITED = 3
"""How many authorities the home page names in its list; the picture has more."""
_LONGEST = 60  # characters of a name
_BROWSED = (
    Facet.COURT,
    Facet.JUDGE,
    Facet.CASE,
    Facet.YEAR,
    Facet.DISPOSITION,
    Facet.MOTION,
)
_COUNTED = (
    ("home.cases", Facet.CASE),
    ("home.judges", Facet.JUDGE),
    ("home.courts", Facet.COURT),
)


@dataclass(frozen=True, slots=True)
class BrowseLine:
    """The largest groups of a facet, or the authorities most cited, and the way to all."""

    heading: str
    links: tuple[PageLink, ...]
    authorities: tuple[AuthorityLine, ...]
    everything: PageLink


@dataclass(frozen=True, slots=True)
class HomePage:
    """The page; without orders it explains how to add some."""

    has_search: bool = False
    holdings: tuple[tuple[PageLink, str], ...] = ()  # names that lead to lists, how many
    newest: tuple[OrderLine, ...] = ()
    browse: tuple[BrowseLine, ...] = ()
    years: YearsSummary | None = None
    coverage: Coverage | None = None
    rulings: BarChart | None = None
    cited: Coverage | None = None
    authorities: BarChart | None = None

    @property
    def has_pictures(self) -> bool:
        """Return whether the page has a section of pictures."""
        return bool(self.years or self.rulings or self.authorities)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings."""
        if not self.newest:
            return ()
        return (
            Section("newest-orders", t("home.newest")),
            Section("browse", t("home.browse")),
            *([Section("at-a-glance", t("home.pictures"))] if self.has_pictures else ()),
        )


def publish_home(index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES) -> TemplatePage:
    """Return the home page, also of an archive without orders.

    The search box is a plain form that leads to the search's page; it is left out without one.
    """
    return TemplatePage(
        "index.md",
        t("home.title"),
        "home.html",
        partial(view_home, index, choices),
        {"search": {"boost": 0.5}},
    )


def view_home(index: ArchiveIndex, choices: SiteChoices) -> HomePage:
    """Return the content of the page."""
    listed = index.list_orders()
    if not index.archive.orders:
        return HomePage()
    newest = index.sort_newest_first(listed)[:NEWEST]
    charts = choices.charts if len(listed) >= CHARTED_FROM else frozenset()
    rulings = authorities = None
    if Chart.OUTCOMES in charts:
        rulings = chart_rulings(count_by_motion(index, listed), t("charts.rulings"))
    if Chart.AUTHORITIES in charts:
        bars = [(name_plainly(one), one.orders) for one in _list_most_cited(index)]
        authorities = chart_counts(bars, t("charts.most_cited"))
    return HomePage(
        choices.search,
        tuple(_count_holdings(index, listed)),
        tuple(line_order(index, i) for i in newest),
        tuple(_browse(index, choices)),
        chart_orders(index, listed) if Chart.YEARS in charts else None,
        measure_coverage(index, listed, listed_at=NO_RULINGS) if rulings else None,
        rulings,
        _cover_citing(index, listed) if authorities else None,
        authorities,
    )


def _cover_citing(index: ArchiveIndex, listed: Sequence[int]) -> Coverage:
    """Return in how many orders an authority was recognized."""
    without = [i for i in listed if all(one is None for one in index.order(i).authorities)]
    return cover_orders(index, "coverage.citations", len(listed), without)


def _count_holdings(index: ArchiveIndex, listed: Sequence[int]) -> Iterator[tuple[PageLink, str]]:
    years = format_span(index.describe(i).day for i in listed)
    groups = index.archive.groups
    counts = [
        ("home.orders", len(listed), "years/"),
        *(
            (key, sum(one.slug not in UNSTATED for one in groups[facet]), f"{facet.value}/")
            for key, facet in _COUNTED
        ),
        ("home.authorities", len(index.archive.authorities), "authorities/"),
    ]
    for key, number, address in counts:
        if number:
            yield PageLink(t(key, count=number), address), format_number(number)
    if years:
        yield PageLink(t("home.years", count=2 if "–" in years else 1), "years/"), years


def _browse(index: ArchiveIndex, choices: SiteChoices) -> Iterator[BrowseLine]:
    """Yield the largest groups of each facet."""
    for facet in _BROWSED:
        groups = [
            group
            for group in index.archive.groups[facet]
            if group.slug not in UNSTATED and (facet is not Facet.CASE or _is_leading(index, group))
        ]
        largest = sorted(groups, key=lambda group: (-len(group.members), group.label.casefold()))
        shown = (sort_years(groups) if facet is Facet.YEAR else largest)[:MOST]
        if shown:
            links = tuple(_link(index, facet, group) for group in shown)
            everything = t("home.all_of", facet=term("facets", facet.value))
            more = PageLink(everything, f"{facet.value}/")
            yield BrowseLine(format_facets(facet), links, (), more)
    if choices.parties:
        everyone = PageLink(t("home.all_parties"), "parties/")
        yield BrowseLine(t("parties.title"), (), (), everyone)
    if index.archive.authorities:
        cited = tuple(map(line_authority, _list_most_cited(index)[:MOST_CITED]))
        more = PageLink(t("home.all_authorities"), "authorities/")
        yield BrowseLine(t("authorities.title"), (), cited, more)


def _link(index: ArchiveIndex, facet: Facet, group: Group) -> PageLink:
    """Return a link to a group: a court as citations shorten it, a long case's name cut."""
    court = index.describe(group.members[0]).court
    name = court.value.short_name if facet is Facet.COURT and court else group.label
    return link_group(index, facet, group, shorten(name, _LONGEST), len(group.members))


def _is_leading(index: ArchiveIndex, group: Group) -> bool:
    """Return whether an order is filed under this case: not only consolidated with a named one."""
    return any(index.order(i).case_slugs[:1] in ((), (group.slug,)) for i in group.members)


def _list_most_cited(index: ArchiveIndex) -> list[Authority]:
    """Return the authorities that most orders cite."""
    return sorted(index.archive.authorities, key=lambda one: (-one.orders, one.path))[:MOST]
