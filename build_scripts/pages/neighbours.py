"""Orders near an order: those of its case, before and after it, its judge's others on the same
motion, and a picture of who here cites whom around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.archive import Facet, Group, LinkTarget
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
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group, shorten

LIKE_IT = 5
"""Orders of one judge on one motion that are named, nearest in time: the page of both has them all,
and one that comes in changes the pages of those around it alone.
"""
IN_CASE = 50
"""Orders of its case that an order's page lists; the case's page has all of a long docket."""
_STOPS = 6
"""Orders cited, and orders citing, that the picture shows."""
_LEAST = 2
"""Neighbours from which on there is a picture."""


@dataclass(frozen=True, slots=True)
class CaseList:
    """The orders of a case as its docket runs; `all` leads to them where the list is cut."""

    case: PageLink
    orders: tuple[OrderLine, ...]
    all: PageLink | None


@dataclass(frozen=True, slots=True)
class AlikeList:
    """Orders of one judge on one motion; `all` leads to all of them, "" where that is no page."""

    words: str
    all: str
    orders: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """An order of the picture, and the numbers of those of its orders that it cites."""

    order: PageLink
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the same as a table."""

    chart: Neighborhood
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What leads from an order to those near it: as little as fits, whatever the archive holds."""

    before: OrderLine | None
    after: OrderLine | None
    alike: tuple[AlikeList, ...]
    picture: Picture | None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.before or self.after or self.alike or self.picture)


def view_neighbours(
    index: ArchiveIndex, place: int, choices: SiteChoices = DEFAULT_CHOICES
) -> Neighbours:
    """Return what is near the order at `place`."""
    before, after = find_turns(index, place)
    return Neighbours(
        line_order(index, before) if before is not None else None,
        line_order(index, after) if after is not None else None,
        tuple(_view_alike(index, one) for one in find_alike(index, place, search=choices.search)),
        _draw_picture(index, place) if Chart.CITATIONS in choices.charts else None,
    )


def list_cases(index: ArchiveIndex, place: int) -> Iterator[CaseList]:
    """Yield the order's cases that have other orders; of a long docket those around it."""
    for group in index.groups(Facet.CASE, place):
        if len(group.members) < 2:
            continue
        near = list_near(index.dockets[group.slug], place, IN_CASE)
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
            yield link_group(index, Facet.CASE, case, case_of(description))


def find_case_page(index: ArchiveIndex, place: int) -> str | None:
    """Return the page of an order's case; None where the case has no other order."""
    cases = index.groups(Facet.CASE, place)[:1]
    pages = (f"{Facet.CASE.value}/{one.slug}" for one in cases if len(one.members) > 1)
    return next(pages, None)


def list_near(members: Sequence[int], index: int, most: int) -> Sequence[int]:
    """Return up to `most` of `members`, those around the one that is `index`, itself among them."""
    place = members.index(index)
    start = max(0, min(place - most // 2, len(members) - most))
    return members[start : start + most]


def find_turns(archive_index: ArchiveIndex, index: int) -> tuple[int | None, int | None]:
    """Return the orders before and after this one in its case; None where there is none."""
    for group in archive_index.groups(Facet.CASE, index)[:1]:
        docket = archive_index.dockets[group.slug]
        place = docket.index(index)
        before = docket[place - 1] if place > 0 else None
        return before, docket[place + 1] if place + 1 < len(docket) else None
    return None, None


@dataclass(frozen=True, slots=True)
class Alike:
    """Orders of one judge on one motion, nearest in time to an order; `page` has all of them."""

    judge: Group
    motion: Group
    page: str
    orders: tuple[int, ...]


def find_alike(archive_index: ArchiveIndex, index: int, *, search: bool) -> Iterator[Alike]:
    """Yield the others of the same judge on the same motion, for each motion decided."""
    for judge in archive_index.groups(Facet.JUDGE, index)[:1]:
        for motion in archive_index.groups(Facet.MOTION, index):
            members = archive_index.decided.get((judge.slug, motion.slug), ())
            near = list_near(members, index, LIKE_IT + 1) if index in members else ()
            others = tuple(each for each in near if each != index)
            if others and judge.slug not in UNSTATED:
                page = archive_index.address_of_both(
                    (Facet.JUDGE, judge), (Facet.MOTION, motion), members, search=search
                )
                yield Alike(judge, motion, page, others)


def _view_alike(index: ArchiveIndex, one: Alike) -> AlikeList:
    words = f"{one.judge.label}, {one.motion.label.lower()}"
    return AlikeList(words, one.page, tuple(line_order(index, each) for each in one.orders))


def list_around(archive_index: ArchiveIndex, index: int) -> list[int]:
    """Return the orders around one in the picture: what it cites here, then what here cites it."""
    cited = [each for each in list_cited(archive_index, index) if each != index]
    citing = {
        archive_index.by_address[one.address] for one in archive_index.order(index).cited_by
    } - {index}
    newest = archive_index.sort_newest_first(citing)
    return list(dict.fromkeys([*cited[:_STOPS], *newest[:_STOPS]]))


def _draw_picture(index: ArchiveIndex, here: int) -> Picture | None:
    """Return the neighbourhood: this order, what it cites here, what here cites it."""
    around = list_around(index, here)
    if len(around) < _LEAST:
        return None
    stops = index.sort_newest_first([here, *around])[::-1]
    places = {each: place for place, each in enumerate(stops)}
    pairs = [
        (places[one], places[other])
        for one in stops
        for other in list_cited(index, one)
        if other in places and other != one
    ]
    cited_here: dict[int, list[int]] = {}
    for one, other in sorted(set(pairs)):
        cited_here.setdefault(one, []).append(other + 1)
    citing = {index.by_address[one.address] for one in index.order(here).cited_by}
    everyone = len({*list_cited(index, here), *citing} - {here})
    caption = t("charts.around")
    if everyone > len(around):
        caption = t("charts.around_some", count=len(around), all=everyone)
    stops_shown = [_write_stop(index, each, is_here=each == here) for each in stops]
    return Picture(
        chart_neighborhood(stops_shown, pairs, caption),
        tuple(
            PictureRow(_link_stop(index, each, here), tuple(cited_here.get(place, ())))
            for place, each in enumerate(stops)
        ),
    )


def list_cited(archive_index: ArchiveIndex, index: int) -> list[int]:
    """Return the orders here that an order cites, in the sequence of their first mention."""
    links = archive_index.order(index).links
    found = (link.url for link in links if link and link.target is LinkTarget.ARCHIVE)
    return list(
        dict.fromkeys(
            archive_index.by_address[url] for url in found if url in archive_index.by_address
        )
    )


def _write_stop(archive_index: ArchiveIndex, index: int, *, is_here: bool) -> Stop:
    description = archive_index.describe(index)
    facts = [
        format_day(description.day),
        description.court_short,
    ]
    name = t("charts.this_order") if is_here else case_of(description)
    return Stop(name, " · ".join(fact for fact in facts if fact), is_here)


def _link_stop(index: ArchiveIndex, place: int, here: int) -> PageLink:
    if place == here:
        return PageLink(t("charts.this_order"))
    archived = index.order(place)
    description = archived.order.description
    name = shorten(f"{case_of(description)}: {title_of(description)}")
    return PageLink(name, f"{archived.address}/")
