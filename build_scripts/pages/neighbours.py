"""Orders near an order: those of its case, before and after it, its judge's others on the same
motion, and a picture of the citations around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Facet, LinkTarget
from build_scripts.model.page import DEFAULT_CHOICES, Chart, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.charts import Neighborhood, Stop, chart_neighborhood
from build_scripts.pages.formatting import (
    UNSTATED,
    case_of,
    format_day,
    format_facets,
    title_of,
)
from build_scripts.pages.i18n import t
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group, shorten

LIKE_IT = 5
"""Orders of one judge on one motion that are named, nearest in time: the page of both has them all,
and a new one changes only the pages of those around it.
"""
IN_CASE = 50
"""Orders of its case that an order's page lists; the case's page has all of a long docket."""
_STOPS = 6
"""Orders cited, and orders citing, that the picture shows."""
_LEAST = 2
"""Fewest neighbours for a picture."""


@dataclass(frozen=True, slots=True)
class CaseList:
    """The orders of a case in docket order; `all` leads to them if the list is cut."""

    case: PageLink
    orders: tuple[OrderLine, ...]
    all: PageLink | None


@dataclass(frozen=True, slots=True)
class AlikeList:
    """Orders of one judge on one motion; `all` leads to all of them, "" if that is no page."""

    words: str
    all: str
    orders: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and its orders as a table: each with the numbers of those that it cites."""

    chart: Neighborhood
    rows: tuple[tuple[PageLink, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Links from an order to those near it: a few, whatever the archive holds."""

    before: OrderLine | None
    after: OrderLine | None
    alike: tuple[AlikeList, ...]
    picture: Picture | None

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.before or self.after or self.alike or self.picture)


def view_neighbours(
    index: ArchiveIndex, place: int, choices: SiteChoices = DEFAULT_CHOICES
) -> Neighbours:
    """Return the neighbours of the order at `place`."""
    before, after = _find_turns(index, place)
    return Neighbours(
        None if before is None else line_order(index, before),
        None if after is None else line_order(index, after),
        tuple(_iter_alike(index, place, search=choices.search)),
        _draw_picture(index, place) if Chart.CITATIONS in choices.charts else None,
    )


def list_cases(index: ArchiveIndex, place: int) -> Iterator[CaseList]:
    """Yield the order's cases that have other orders; for a long docket those around it."""
    for group in index.groups(Facet.CASE, place):
        if len(group.members) < 2:
            continue
        near = _list_near(index.dockets[group.slug], place, IN_CASE)
        is_cut = len(near) < len(group.members)
        whole = link_group(index, Facet.CASE, group, t("order_page.all_of_case"))
        yield CaseList(
            link_group(index, Facet.CASE, group),
            tuple(line_order(index, each) for each in near),
            whole if is_cut else None,
        )


def list_above(index: ArchiveIndex, place: int) -> Iterator[PageLink]:
    """Yield the pages above an order's: its court's, its case's."""
    yield PageLink(format_facets(Facet.COURT), f"{Facet.COURT.value}/")
    description = index.describe(place)
    for court in index.groups(Facet.COURT, place):
        name = description.court.value.citation_string if description.court else court.label
        yield link_group(index, Facet.COURT, court, name)
    for case in index.groups(Facet.CASE, place)[:1]:
        if len(case.members) > 1:  # else its page is the order's own
            numbers = description.docket_numbers
            yield link_group(index, Facet.CASE, case, numbers[0].value.text if numbers else "")


def find_case_page(index: ArchiveIndex, place: int) -> str | None:
    """Return the page of an order's case, or None if the case has no other order."""
    cases = index.groups(Facet.CASE, place)[:1]
    pages = (f"{Facet.CASE.value}/{one.slug}" for one in cases if len(one.members) > 1)
    return next(pages, None)


def _list_near(members: Sequence[int], index: int, most: int) -> Sequence[int]:
    """Return up to `most` of `members`, those around the one that is `index`, itself among them."""
    place = members.index(index)
    start = max(0, min(place - most // 2, len(members) - most))
    return members[start : start + most]


def _find_turns(index: ArchiveIndex, place: int) -> tuple[int | None, int | None]:
    """Return the orders before and after this one in its case, or None if there is none."""
    for group in index.groups(Facet.CASE, place)[:1]:
        docket = index.dockets[group.slug]
        at = docket.index(place)
        return docket[at - 1] if at else None, next(iter(docket[at + 1 :]), None)
    return None, None


def _iter_alike(index: ArchiveIndex, place: int, *, search: bool) -> Iterator[AlikeList]:
    """Yield the others of the same judge on the same motion, for each motion decided."""
    for judge in index.groups(Facet.JUDGE, place)[:1]:
        for motion in index.groups(Facet.MOTION, place):
            members = index.decided.get((judge.slug, motion.slug), ())
            near = _list_near(members, place, LIKE_IT + 1) if place in members else ()
            others = tuple(line_order(index, each) for each in near if each != place)
            if others and judge.slug not in UNSTATED:
                both = (Facet.JUDGE, judge), (Facet.MOTION, motion)
                page = index.address_of_both(*both, members, search=search)
                yield AlikeList(f"{judge.label}, {motion.label.lower()}", page, others)


def _draw_picture(index: ArchiveIndex, here: int) -> Picture | None:
    """Return the neighbourhood: this order, what it cites here, what here cites it."""
    cited = [each for each in _list_cited(index, here) if each != here]
    citing = {index.by_address[one.address] for one in index.order(here).cited_by} - {here}
    newest = index.sort_newest_first(citing)
    around = dict.fromkeys([*cited[:_STOPS], *newest[:_STOPS]])
    if len(around) < _LEAST:
        return None
    everyone = len({*cited, *citing})
    caption = t("charts.around")
    if everyone > len(around):
        caption = t("charts.around_some", count=len(around), all=everyone)
    stops = index.sort_newest_first([here, *around])[::-1]
    places = {each: place for place, each in enumerate(stops)}
    pairs = sorted(
        {
            (places[one], places[other])
            for one in stops
            for other in _list_cited(index, one)
            if other in places and other != one
        }
    )
    return Picture(
        chart_neighborhood([_write_stop(index, each, here) for each in stops], pairs, caption),
        tuple(
            (_link_stop(index, each, here), tuple(cited + 1 for by, cited in pairs if by == place))
            for place, each in enumerate(stops)
        ),
    )


def _list_cited(index: ArchiveIndex, place: int) -> list[int]:
    """Return the orders here that an order cites, in the sequence of their first mention."""
    links = (link for link in index.order(place).links if link)
    found = (index.by_address.get(one.url) for one in links if one.target is LinkTarget.ARCHIVE)
    return list(dict.fromkeys(each for each in found if each is not None))


def _write_stop(index: ArchiveIndex, place: int, here: int) -> Stop:
    description = index.describe(place)
    facts = filter(None, (format_day(description.day), description.court_short))
    name = t("charts.this_order") if place == here else case_of(description)
    return Stop(name, " · ".join(facts), place == here)


def _link_stop(index: ArchiveIndex, place: int, here: int) -> PageLink:
    if place == here:
        return PageLink(t("charts.this_order"))
    archived = index.order(place)
    description = archived.stated
    name = shorten(f"{case_of(description)}: {title_of(description)}")
    return PageLink(name, f"{archived.address}/")
