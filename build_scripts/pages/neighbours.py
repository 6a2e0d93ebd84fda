"""The cases of an order with their other orders, and the pages above its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Facet, has_own_page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import format_facets
from build_scripts.pages.i18n import t
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group

IN_CASE = 50
"""Orders of its case that an order's page lists; the case's page has all of a long docket."""


@dataclass(frozen=True, slots=True)
class CaseList:
    """The orders of a case in docket order; `all` leads to them if the list is cut."""

    case: PageLink
    orders: tuple[OrderLine, ...]
    all: PageLink | None


def list_cases(index: ArchiveIndex, place: int) -> Iterator[CaseList]:
    """Yield the order's cases that have other orders; for a long docket those around it."""
    for group in index.groups(Facet.CASE, place):
        if not has_own_page(Facet.CASE, group):
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
        name = description.court.value.short_name if description.court else court.label
        yield link_group(index, Facet.COURT, court, name)
    for case in index.groups(Facet.CASE, place)[:1]:
        if has_own_page(Facet.CASE, case):
            numbers = description.docket_numbers
            yield link_group(index, Facet.CASE, case, numbers[0].value.text if numbers else "")


def find_case_page(index: ArchiveIndex, place: int) -> str | None:
    """Return the page of an order's case, or None if the case has no other order."""
    cases = index.groups(Facet.CASE, place)[:1]
    own = (one for one in cases if has_own_page(Facet.CASE, one))
    return next((f"{Facet.CASE.value}/{one.slug}" for one in own), None)


def _list_near(members: Sequence[int], index: int, most: int) -> Sequence[int]:
    """Return up to `most` of `members`, those around the one that is `index`, itself among them."""
    place = members.index(index)
    start = max(0, min(place - most // 2, len(members) - most))
    return members[start : start + most]
