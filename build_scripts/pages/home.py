"""The home page: how to search, what is here, where to begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.archive import Facet, Group, has_own_page
from build_scripts.model.page import DEFAULT_CHOICES, Chart, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.authority_pages.names import AuthorityLine, line_authority
from build_scripts.pages.charts import CHARTED_FROM
from build_scripts.pages.formatting import UNSTATED, format_facets, format_span
from build_scripts.pages.i18n import format_number, t, term
from build_scripts.pages.summaries import YearsSummary, chart_orders
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group, shorten

NEWEST = 10
"""How many of the newest orders the home page lists."""
MOST = 10
"""How many groups of a facet the home page names; the facet's index has them all."""
MOST_CITED = 3
"""How many authorities the home page names."""
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


def publish_home(index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES) -> TemplatePage:
    """Return the home page; its search box is a plain form that leads to the search's page."""
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
    is_charted = Chart.YEARS in choices.charts and len(listed) >= CHARTED_FROM
    return HomePage(
        choices.search,
        tuple(_count_holdings(index, listed)),
        tuple(line_order(index, i) for i in newest),
        tuple(_browse(index, choices)),
        chart_orders(index, listed) if is_charted else None,
    )


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
    """Yield the largest groups of each facet that have a page of their own."""
    for facet in _BROWSED:
        groups = [
            group
            for group in index.archive.groups[facet]
            if group.slug not in UNSTATED
            and has_own_page(facet, group)
            and (facet is not Facet.CASE or _is_leading(index, group))
        ]
        largest = sorted(groups, key=lambda group: (-len(group.members), group.label.casefold()))
        shown = (sort_years(groups) if facet is Facet.YEAR else largest)[:MOST]
        if index.archive.groups[facet]:
            links = tuple(_link(index, facet, group) for group in shown)
            everything = t("home.all_of", facet=term("facets", facet.value))
            more = PageLink(everything, f"{facet.value}/")
            yield BrowseLine(format_facets(facet), links, (), more)
    if choices.parties:
        everyone = PageLink(t("home.all_parties"), "parties/")
        yield BrowseLine(t("parties.title"), (), (), everyone)
    if index.archive.authorities:
        most = sorted(index.archive.authorities, key=lambda one: (-one.orders, one.path))
        cited = tuple(map(line_authority, most[:MOST_CITED]))
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
