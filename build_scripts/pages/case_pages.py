"""A case's page: its parties, its court, and its orders day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.model.archive import Group
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import capitalise, format_span, name_party
from build_scripts.pages.i18n import t, term
from build_scripts.pages.pagination import ListPage, Pager
from build_scripts.pages.views import OrderLine, PageLink, line_order, link_court, shorten

_PARTIES = 12
"""Parties of one role that are named; further ones are counted."""


@dataclass(frozen=True, slots=True)
class Day:
    """The orders of one day; `date` is None for undated ones."""

    date: AnyDate | None
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case: facts in a line, parties by role, a search for its docket elsewhere, its days. Only
    the first of several pages has more than days.
    """

    rows: tuple[Day, ...]
    facts: tuple[PageLink, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    docket: str = ""
    pager: Pager | None = None


def view_case(index: ArchiveIndex, group: Group, part: ListPage[int]) -> CasePage:
    """Return a page of a case's orders, in docket order."""
    lines = [line_order(index, each) for each in part.rows]
    days = tuple(Day(day, tuple(found)) for day, found in groupby(lines, lambda one: one.day))
    if part.number > 1:
        return CasePage(days, pager=part.pager)
    return CasePage(
        days,
        tuple(_iter_facts(index, group)),
        tuple(_iter_parties(index, index.dockets[group.slug])),
        index.archive.docket_searches.get(group.slug, ""),
        part.pager,
    )


def _iter_facts(index: ArchiveIndex, group: Group) -> Iterator[PageLink]:
    newest = index.find_newest(group.members)
    if court := link_court(index, newest):
        yield court
    if number := index.docket_number(newest, group.slug):
        yield PageLink(t("order.number", numbers=number))
    if years := format_span(index.describe(each).day for each in group.members):
        yield PageLink(years)
    yield PageLink(t("counts.orders", count=len(group.members)))


def _iter_parties(index: ArchiveIndex, members: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield "Plaintiff" and the names of all that are, by the latest order that names most."""
    named = max(reversed(members), key=lambda each: len(index.describe(each).parties))
    by_role: dict[str, dict[str, None]] = {}
    for claim in index.describe(named).parties:
        party = claim.value
        words = t("rows.and").join(term("party_roles", role.value) for role in party.roles)
        role = capitalise(words) or term("fields", "parties")
        by_role.setdefault(role, {})[shorten(" ".join(name_party(party).split()))] = None
    for role, names in by_role.items():
        shown = list(names)[:_PARTIES]
        if len(names) > len(shown):
            shown.append(t("counts.and_more", count=len(names) - len(shown)))
        yield role, "; ".join(shown)
