"""The orders near an order: of its cases, and similar ones of others; the pages above its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder, Facet, SimilarOrder, has_own_page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import format_facets
from build_scripts.pages.i18n import t, term
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_group, shorten

IN_CASE = 50
"""Orders of its case that an order's page lists; the case's page has all of a long docket."""
_LONGEST = 60  # characters of an authority's name in a reason


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


def list_similar(archived: ArchivedOrder, index: ArchiveIndex) -> Iterator[tuple[OrderLine, str]]:
    """Yield the orders that are similar to an order, the nearest first, and why: "both cite 18
    U.S.C. § 2510; both say “cordless”".
    """
    for one in archived.similar:
        yield line_order(index, index.by_address[one.address]), _describe(one)


def _describe(one: SimilarOrder) -> str:
    reasons = []
    if one.authorities:
        names = ", ".join(shorten(name, _LONGEST) for name in one.authorities)
        reasons.append(t("order_page.both_cite", authorities=names))
    for kind, outcome in one.rulings:
        ruling = f"{term('motions', kind.value)} {term('outcomes', outcome.value)}"
        reasons.append(t("order_page.both_rule", ruling=ruling))
    if one.words:
        words = ", ".join(t("order_page.quoted", word=word) for word in one.words)
        reasons.append(t("order_page.both_say", words=words))
    return "; ".join(reasons)
