"""The index of each facet: all its groups, or their first letters where they are many."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import Chart, Section, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.charts import YearChart
from build_scripts.pages.formatting import format_facet, format_facets
from build_scripts.pages.letters import Letters, link_letters, part_by_letter, publish_letters
from build_scripts.pages.pagination import ROWS, ListPage, Pager, describe_list, publish_list
from build_scripts.pages.summaries import chart_orders
from build_scripts.pages.views import PageLink, link_group

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
    base, title, template = f"{facet.value}/index", format_facets(facet), "facet_index.html"
    naming = facet in _NAMING
    if not (naming and len(groups) > ROWS):
        ordered = sort_years(groups) if facet is Facet.YEAR else groups
        view = partial(_view_index, index, facet, choices)
        named = {} if naming else {"names_people": False}
        yield from publish_list(base, title, ordered, template, view, meta=named)
        return
    folder = f"{facet.value}/by-name"
    parts = part_by_letter(groups, lambda group: group.label)
    letters = Letters(link_letters(folder, parts))
    make = partial(_view_latest, index, facet, choices, groups, letters)
    yield TemplatePage(f"{base}.md", title, template, make, describe_list())
    above = PageLink(title, f"{facet.value}/")
    each = partial(_list_groups, index, facet)
    yield from publish_letters(folder, title, parts, template, each, above, ROWS)


def _view_index(
    index: ArchiveIndex, facet: Facet, choices: SiteChoices, part: ListPage[Group]
) -> IndexPage:
    has_chart = facet is Facet.YEAR and Chart.YEARS in choices.charts and part.number == 1
    return replace(
        _list_groups(index, facet, None, part),
        lead=term("browse", facet.value),
        parties=facet is Facet.CASE and choices.parties,
        chart=chart_orders(index, index.list_orders()) if has_chart else None,
    )


def _view_latest(
    index: ArchiveIndex,
    facet: Facet,
    choices: SiteChoices,
    groups: Sequence[Group],
    letters: Letters,
) -> IndexPage:
    """Return the first page of an index by letter: the groups with the newest orders."""
    newest = sorted(
        groups, key=lambda one: (index.days[index.find_newest(one.members)][0], one.slug)
    )
    page = _view_index(index, facet, choices, ListPage("", 1, newest[:_LATEST], None))
    return replace(page, total=len(groups), letters=letters)


def _list_groups(
    index: ArchiveIndex, facet: Facet, letters: Letters | None, part: ListPage[Group]
) -> IndexPage:
    rows = []
    for group in part.items:
        newest = index.find_newest(group.members)
        number = index.docket_number(newest, group.slug)
        link = link_group(index, facet, group)
        rows.append(GroupLine(link, number, len(group.members), index.describe(newest).day))
    is_cases = facet is Facet.CASE
    return IndexPage(format_facet(facet), is_cases, tuple(rows), letters=letters, pager=part.pager)
