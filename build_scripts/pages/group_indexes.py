"""The index of each facet: all its groups, or their first letters if there are many."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from build_scripts.model.archive import Facet, Group
from build_scripts.model.page import Chart, DataFile, Section, SiteChoices, TemplatePage
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex, sort_years
from build_scripts.pages.formatting import UNSTATED, format_date, format_facet, format_facets
from build_scripts.pages.i18n import t, term
from build_scripts.pages.letters import (
    Letters,
    fold_name,
    link_letters,
    part_by_letter,
    publish_letters,
)
from build_scripts.pages.pagination import ROWS, ListPage, Pager, describe_list, publish_list
from build_scripts.pages.summaries import Coverage, YearsSummary, chart_orders, cover_facet
from build_scripts.pages.views import PageLink, link_group

_ON_ONE_PAGE = 500
"""Courts, years or motions on a page: all of them, so that its filter sees each."""

_LATEST = 25
"""Groups with the newest orders that an index by letter lists on its first page."""
_NAMING = frozenset({Facet.CASE, Facet.JUDGE})
"""Facets whose groups name people, and may be very many."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of an index: its orders, the newest one's day, a case's docket number. `sort` is the
    sort key if it is not the name: a judge's surname first.
    """

    link: PageLink
    sort: str
    docket_number: str
    orders: int
    latest: AnyDate | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of an index: all its groups, or some of many and the way to the others.

    `facet` heads the column of names; `total` is how many groups there are if only some are listed,
    `names` then the path of the file of all. `parties`: a case's parties have an index too.
    `initials` are judges whom no order names.
    """

    facet: str
    is_cases: bool
    rows: tuple[GroupLine, ...]
    lead: str = ""
    coverage: Coverage | None = None
    parties: bool = False
    total: int = 0
    letters: Letters | None = None
    names: str = ""
    years: YearsSummary | None = None
    initials: tuple[GroupLine, ...] = ()
    pager: Pager | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings: above the newest of many groups, above judges with only initials."""
        newest = Section("with-the-newest-orders", t("browse.newest_orders"))
        initials = Section("initials", t("browse.initials"))
        return (*([newest] if self.total else ()), *([initials] if self.initials else ()))


def publish_index(
    index: ArchiveIndex, facet: Facet, groups: Sequence[Group], choices: SiteChoices
) -> Iterator[TemplatePage]:
    """Yield the index of a facet, and for many cases or judges the pages of its letters."""
    base, title, template = f"{facet.value}/index", format_facets(facet), "facet_index.html"
    groups = [group for group in groups if group.slug not in UNSTATED]
    naming = facet in _NAMING
    if facet is Facet.YEAR:
        groups = sort_years(groups)
    elif facet is Facet.JUDGE:
        groups.sort(key=lambda group: sort_judge(index, group))
    if not (naming and len(groups) > ROWS):
        view = (
            partial(_view_judges, index, choices)
            if facet is Facet.JUDGE
            else partial(_view_index, index, facet, choices)
        )
        named = {} if naming else {"names_people": False}
        yield from publish_list(base, title, groups, template, view, rows=_ON_ONE_PAGE, meta=named)
        return
    folder = f"{facet.value}/by-name"
    initials = [one for one in groups if facet is Facet.JUDGE and not _find_name(index, one)]
    listed = [group for group in groups if group not in initials]
    parts = part_by_letter(listed, partial(_sort_group, index, facet))
    if initials:
        parts["initials"] = initials
    letters = Letters(link_letters(folder, parts))
    make = partial(_view_latest, index, facet, choices, groups, letters)
    yield TemplatePage(f"{base}.md", title, template, make, describe_list())
    above = PageLink(title, f"{facet.value}/")
    each = partial(_list_groups, index, facet)
    yield from publish_letters(folder, title, parts, template, each, above, ROWS)


def sort_judge(index: ArchiveIndex, judge: Group) -> tuple[bool, str, str]:
    """Return a judge's sort key: the surname, then the name; judges with initials alone last."""
    name = _find_name(index, judge)
    words = [word for word in re.split(r"[\s,]+", fold_name(name or judge.label)) if word]
    while len(words) > 1 and words[-1].rstrip(".") in _SUFFIXES:
        words.pop()
    surname = words.pop() if name and words else ""
    return not name, " ".join([surname, *words]).strip(), judge.slug


def _find_name(index: ArchiveIndex, judge: Group) -> str:
    """Return the fullest name of a judge, or "" if orders print initials alone."""
    names = (
        claim.value.name or ""
        for each in judge.members
        for claim, slug in zip(
            index.order(each).order.description.judges, index.order(each).judge_slugs, strict=True
        )
        if slug == judge.slug
    )
    return max(sorted(names), key=len, default="")


def _sort_group(index: ArchiveIndex, facet: Facet, group: Group) -> str:
    return sort_judge(index, group)[1] if facet is Facet.JUDGE else group.label


def _view_index(
    index: ArchiveIndex, facet: Facet, choices: SiteChoices, part: ListPage[Group]
) -> IndexPage:
    page = _list_groups(index, facet, None, part)
    if part.number > 1:
        return page
    has_chart = facet is Facet.YEAR and Chart.YEARS in choices.charts
    return replace(
        page,
        lead=term("browse", facet.value),
        coverage=cover_facet(index, facet, index.list_orders()),
        parties=facet is Facet.CASE and choices.parties,
        years=chart_orders(index, index.list_orders()) if has_chart else None,
    )


def _view_latest(
    index: ArchiveIndex,
    facet: Facet,
    choices: SiteChoices,
    groups: Sequence[Group],
    letters: Letters,
) -> IndexPage:
    newest = sorted(
        groups, key=lambda one: (index.days[index.find_newest(one.members)][0], one.slug)
    )
    page = _view_index(index, facet, choices, ListPage("", 1, newest[:_LATEST], None))
    return replace(page, total=len(groups), letters=letters, names=_name_file(facet))


def _name_file(facet: Facet) -> str:
    return f"{facet.value}/names.json"


def list_name_files(index: ArchiveIndex) -> Iterator[DataFile]:
    """Yield the files by which the script of a long index filters all its names.

    Each is a JSON list of rows: name, address, sort key, docket number (null but for cases), number
    of orders, and the newest one's day as data and as printed.
    """
    for facet in sorted(_NAMING):
        groups = [one for one in index.archive.groups.get(facet, ()) if one.slug not in UNSTATED]
        if len(groups) > ROWS:
            yield DataFile(_name_file(facet), partial(_write_names, index, facet, groups))


def _write_names(index: ArchiveIndex, facet: Facet, groups: Sequence[Group]) -> bytes:
    part = ListPage("", 1, sorted(groups, key=lambda one: _sort_group(index, facet, one)), None)
    rows = [
        (
            line.link.label,
            line.link.address,
            line.sort,
            (line.docket_number or "—") if facet is Facet.CASE else None,
            line.orders,
            line.latest.isoformat() if line.latest else "",
            format_date(line.latest) if line.latest else t("dates.undated"),
        )
        for line in _list_groups(index, facet, None, part).rows
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _view_judges(index: ArchiveIndex, choices: SiteChoices, part: ListPage[Group]) -> IndexPage:
    """Return the index of few judges: those with a name, then the others."""
    page = _view_index(index, Facet.JUDGE, choices, part)
    known = sum(bool(_find_name(index, group)) for group in part.rows)
    return replace(page, rows=page.rows[:known], initials=page.rows[known:])


def _list_groups(
    index: ArchiveIndex, facet: Facet, letters: Letters | None, part: ListPage[Group]
) -> IndexPage:
    rows = []
    for group in part.rows:
        newest = index.find_newest(group.members)
        number = index.docket_number(newest, group.slug)
        link = link_group(index, facet, group)
        sort = _sort_group(index, facet, group) if facet is Facet.JUDGE else ""
        rows.append(GroupLine(link, sort, number, len(group.members), index.describe(newest).day))
    is_cases = facet is Facet.CASE
    return IndexPage(format_facet(facet), is_cases, tuple(rows), letters=letters, pager=part.pager)
