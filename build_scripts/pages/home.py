"""The home page: how to search, what is here, where to begin."""

from collections.abc import Iterator

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import Authority, Facet, Group
from build_scripts.model.page import DEFAULT_CHOICES, Chart, Page, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.authority_pages.names import name_plainly
from build_scripts.pages.charts.bars import Bar, draw_bars
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_html, escape_label
from build_scripts.pages.order_lists import link_group, shorten, table_orders
from build_scripts.pages.page_links import link_to_page, relative_address
from build_scripts.pages.pairs import UNSTATED
from build_scripts.pages.rulings_count import count_by_motion
from build_scripts.pages.summaries import picture_rulings, picture_years, tell_coverage
from build_scripts.pages.wording import day_of, word_facets

NEWEST = 10
"""How many of the newest orders the home page lists."""
MOST = 10
"""How many groups of a facet the home page names; the facet's index has them all."""
MOST_CITED = 3
"""How many authorities the home page names in its list; the picture has more."""
_PATH = "index.md"

_BROWSED = (
    Facet.COURT,
    Facet.JUDGE,
    Facet.CASE,
    Facet.YEAR,
    Facet.DISPOSITION,
    Facet.MOTION,
)


def publish_home(archive_index: ArchiveIndex, choices: SiteChoices = DEFAULT_CHOICES) -> Page:
    """Return the home page, also of an archive without orders.

    The search box is a plain form that leads to the search's page; it is there where that is.
    """
    parts = [f"# {t('home.title')}"]
    if archive_index.archive.orders:
        newest = archive_index.sort_newest_first(archive_index.list_orders())[:NEWEST]
        parts += [
            _offer_search() if choices.search else "",
            _count_holdings(archive_index),
            f"## {t('home.newest')}",
            table_orders(archive_index, newest, _PATH),
            link_to_page(_PATH, "years/index", t("home.by_year")),
            f"## {t('home.browse')}",
            _browse(archive_index, choices),
            *(_draw(archive_index, choices.charts) if len(newest) >= NEWEST else ()),
        ]
    else:
        parts.append(t("home.empty"))
    front = write_front_matter({"title": t("home.title"), "search": {"boost": 0.5}})
    return Page(_PATH, f"{front}\n" + "\n\n".join(filter(None, parts)) + "\n")


def _offer_search() -> str:
    name, label, placeholder, button = (
        escape_html(t(key))
        for key in ("home.form", "home.search", "home.placeholder", "home.button")
    )
    return (
        '<form class="home-search" action="search/" method="get" role="search" '
        f'aria-label="{name}">'
        f'<label for="home-search">{label}</label>'
        '<div><input id="home-search" name="q" type="search" autocomplete="off" '
        f'placeholder="{placeholder}">'
        f"<button>{button}</button></div></form>"
    )


def _count_holdings(archive_index: ArchiveIndex) -> str:
    """Return what is here in numbers, as one line of HTML: a list of terms and counts."""
    listed = [archive_index.order(index) for index in archive_index.list_orders()]
    groups = archive_index.archive.groups
    years = sorted({day.year for one in listed if (day := day_of(one.order.description))})
    counts = [
        ("home.orders", len(listed), "years"),
        *(
            (key, sum(one.slug not in UNSTATED for one in groups[facet]), facet.value)
            for key, facet in _COUNTED
        ),
        ("home.authorities", len(archive_index.archive.authorities), "authorities"),
    ]
    items = [
        f'<div><dt><a href="{place}/">{t(key, count=number)}</a></dt>'
        f"<dd>{format_number(number)}</dd></div>"
        for key, number, place in counts
        if number
    ]
    if years:
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        dated = t("home.years", count=len(years))
        items.append(f'<div><dt><a href="years/">{dated}</a></dt><dd>{span}</dd></div>')
    return f'<dl class="holdings">{"".join(items)}</dl>'


_COUNTED = (
    ("home.cases", Facet.CASE),
    ("home.judges", Facet.JUDGE),
    ("home.courts", Facet.COURT),
)


def _browse(archive_index: ArchiveIndex, choices: SiteChoices) -> str:
    """Return the largest groups of each facet, as a list of terms."""
    lines = []
    for facet in _BROWSED:
        heading = word_facets(facet)
        groups = [
            group
            for group in archive_index.archive.groups[facet]
            if facet is not Facet.CASE or _is_leading(archive_index, group)
        ]
        largest = sorted(groups, key=lambda group: (-len(group.members), group.label.casefold()))
        shown = (sort_years(groups) if facet is Facet.YEAR else largest)[:MOST]
        links = [
            f"{_link(archive_index, facet, each)} ({format_number(len(each.members))})"
            for each in shown
        ]
        everything = t("home.all_of", facet=term("facets", facet.value))
        more = link_to_page(_PATH, f"{facet.value}/index", everything)
        if links:
            lines.append(f"{heading}\n:   {' · '.join([*links, more])}\n")
    if choices.parties:
        everyone = link_to_page(_PATH, "parties/index", t("home.all_parties"))
        lines.append(f"{t('parties.title')}\n:   {everyone}\n")
    if archive_index.archive.authorities:
        cited = [
            f"{_link_authority(authority)} ({format_number(orders)})"
            for authority, orders in _list_most_cited(archive_index)[:MOST_CITED]
        ]
        more = link_to_page(_PATH, "authorities/index", t("home.all_authorities"))
        lines.append(f"{t('authorities.title')}\n:   {' · '.join([*cited, more])}\n")
    return "\n".join(lines).rstrip("\n")


def _link(archive_index: ArchiveIndex, facet: Facet, group: Group) -> str:
    """Return a link to a group: a court as citations shorten it, a long case's name cut."""
    court = archive_index.order(group.members[0]).order.description.court
    name = court.value.citation_string if facet is Facet.COURT and court else group.label
    return link_group(group, facet, _PATH, shorten(name, 60))


def _is_leading(archive_index: ArchiveIndex, group: Group) -> bool:
    """Whether an order is filed under this case: not only consolidated with one that is named."""
    return any(archive_index.order(i).case_slugs[:1] in ((), (group.slug,)) for i in group.members)


def _draw(archive_index: ArchiveIndex, charts: frozenset[Chart]) -> Iterator[str]:
    orders = archive_index.list_orders()
    if charts - {Chart.CITATIONS}:
        yield f"## {t('home.pictures')}"
    if Chart.YEARS in charts:
        yield picture_years(archive_index, orders, t("charts.orders_by_year"))
    if Chart.OUTCOMES in charts:
        picture = picture_rulings(count_by_motion(archive_index, orders), t("charts.rulings"))
        yield from (tell_coverage(archive_index, orders, _PATH), picture) if picture else ()
    if Chart.AUTHORITIES not in charts:
        return
    cited = [
        Bar(name_plainly(authority), (("plain", count),))
        for authority, count in _list_most_cited(archive_index)
    ]
    if len(cited) > 1:
        yield draw_bars(cited, t("charts.most_cited"), "charts.bars_of_orders")


def _list_most_cited(archive_index: ArchiveIndex) -> list[tuple[Authority, int]]:
    """Return the authorities that most orders cite, and how many do."""
    counts = [
        (authority, len({mention.order for mention in authority.mentions}))
        for authority in archive_index.archive.authorities
    ]
    counts.sort(key=lambda one: (-one[1], one[0].path))
    return counts[:MOST]


def _link_authority(authority: Authority) -> str:
    return f"[{escape_label(name_plainly(authority))}]({relative_address(_PATH, authority.path)})"
