"""The index of each facet: all its groups, or their first letters where they are many."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import Chart, Section, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.charts import YearChart
from build_scripts.pages.formatting import day_of, format_facet, format_facets
from build_scripts.pages.letters import Letters, format_letter, link_letters, part_by_letter
from build_scripts.pages.pagination import ROWS, ListPage, Pager, describe_list_page, paginate
from build_scripts.pages.summaries import chart_orders
from build_scripts.pages.views import PageLink, link_group, list_breadcrumbs

_LATEST = 25
"""Groups with the newest orders, which an index by letter names itself."""
_NAMING = frozenset({Facet.CASE, Facet.JUDGE})
"""Facets whose groups name people, and may be very many."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of an index: how many orders, the day of the newest; of a case its docket number."""

    link: PageLink
    docket_number: str
    orders: int
    latest: datetime.date | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of an index: all its groups, or some of many and the way to the others.

    `facet` heads the column of names; `total` is how many groups there are where only some are
    listed, `parties` says that a case's parties have an index too.
    """

    facet: str
    is_cases: bool
    rows: tuple[GroupLine, ...]
    lead: str = ""
    parties: bool = False
    total: int = 0
    letters: Letters | None = None
    chart: YearChart | None = None
    pager: Pager | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The heading above the newest of many groups."""
        newest = Section("with-the-newest-orders", t("browse.newest_orders"))
        return (newest,) if self.total else ()


def publish_index(
    index: ArchiveIndex, facet: Facet, groups: Sequence[Group], choices: SiteChoices
) -> Iterator[TemplatePage]:
    """Yield the index of a facet, and of many cases or judges the pages of its letters."""
    base = f"{facet.value}/index"
    if facet in _NAMING and len(groups) > ROWS:
        yield from _publish_by_letter(index, facet, groups, choices)
        return
    ordered = sort_years(groups) if facet is Facet.YEAR else groups
    for part in paginate(base, ordered):
        yield TemplatePage(
            part.path,
            part.entitle(format_facets(facet)),
            "facet_index.html",
            partial(_view_index, index, facet, part, choices),
            describe_list_page({}, part.number, names_people=facet in _NAMING),
        )


def _view_index(
    index: ArchiveIndex, facet: Facet, part: ListPage[Group], choices: SiteChoices
) -> IndexPage:
    has_chart = facet is Facet.YEAR and Chart.YEARS in choices.charts and part.number == 1
    return IndexPage(
        format_facet(facet),
        facet is Facet.CASE,
        _list_groups(index, facet, part.items),
        lead=term("browse", facet.value),
        parties=facet is Facet.CASE and choices.parties,
        chart=chart_orders(index, index.list_orders()) if has_chart else None,
        pager=part.pager,
    )


def _publish_by_letter(
    index: ArchiveIndex, facet: Facet, groups: Sequence[Group], choices: SiteChoices
) -> Iterator[TemplatePage]:
    title = format_facets(facet)
    folder = f"{facet.value}/by-name"
    parts = part_by_letter(groups, lambda group: group.label)
    letters = [letter for letter, _ in parts]
    yield TemplatePage(
        f"{facet.value}/index.md",
        title,
        "facet_index.html",
        partial(_view_latest, index, facet, groups, link_letters(folder, letters), choices),
        describe_list_page({}),
    )
    above = list_breadcrumbs([PageLink(title, f"{facet.value}/")])
    for letter, found in parts:
        linked = link_letters(folder, letters, letter)
        for part in paginate(f"{folder}/{letter}", found):
            yield TemplatePage(
                part.path,
                part.entitle(f"{title}: {format_letter(letter)}"),
                "facet_index.html",
                partial(_view_letter, index, facet, part, linked),
                describe_list_page(above, is_found=False),
            )


def _view_latest(
    index: ArchiveIndex,
    facet: Facet,
    groups: Sequence[Group],
    letters: Letters,
    choices: SiteChoices,
) -> IndexPage:
    """Return the first page of an index by letter: the groups with the newest orders."""

    def place(group: Group) -> tuple[int, str]:
        day = _find_latest(index, group)
        return (-day.toordinal() if day else 1, group.slug)

    return IndexPage(
        format_facet(facet),
        facet is Facet.CASE,
        _list_groups(index, facet, sorted(groups, key=place)[:_LATEST]),
        lead=term("browse", facet.value),
        parties=facet is Facet.CASE and choices.parties,
        total=len(groups),
        letters=letters,
    )


def _view_letter(
    index: ArchiveIndex, facet: Facet, part: ListPage[Group], letters: Letters
) -> IndexPage:
    rows = _list_groups(index, facet, part.items)
    is_cases = facet is Facet.CASE
    return IndexPage(format_facet(facet), is_cases, rows, letters=letters, pager=part.pager)


def _list_groups(
    index: ArchiveIndex, facet: Facet, groups: Sequence[Group]
) -> tuple[GroupLine, ...]:
    return tuple(
        GroupLine(
            link_group(index, facet, group),
            index.docket_number(index.find_newest(group.members), group.slug),
            len(group.members),
            _find_latest(index, group),
        )
        for group in groups
    )


def _find_latest(index: ArchiveIndex, group: Group) -> datetime.date | None:
    return day_of(index.order(index.find_newest(group.members)).order.description)
