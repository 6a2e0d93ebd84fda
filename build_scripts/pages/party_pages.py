"""Parties A-Z: who stands in the captions of the orders here, and in which cases.

Names are as printed. Doe and Roe, "et al." and who is only described are no names to look up.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import PartyRole
from build_scripts.model.page import TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import day_of
from build_scripts.pages.letters import (
    Letters,
    fold_name,
    format_letter,
    link_letters,
    part_by_letter,
)
from build_scripts.pages.pagination import ListPage, Pager, describe_list_page, paginate
from build_scripts.pages.views import PageLink, link_group, link_order, list_breadcrumbs, shorten
from build_scripts.text.pattern import Pattern

_CASES = 5
"""Cases that a line names; of a government's hundreds the others are counted."""
_ROLES = 3
_ROWS = 80
"""Parties of a page: their cases make long rows."""

# Parties that are not listed: nobody finds them by such a name.
_UNNAMED = Pattern(
    r"""
      (?: (?: john | jane | richard | mary ) \s )? (?: does? | roes? )
      (?: \s (?: nos?\.\s? )? \#? \d .{0,80} | ,? \s \( .{0,80} \) | ,? \s inclusive .{0,40} )?
    | unknown \b .{0,80}
    | all \s (?: other | persons | unknown ) \b .{0,200}
    | [\W\d]+
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Does 1-10",
        "Doe 3",
        "John Doe",
        "Jane Doe #2",
        "Jane Roe",
        "DOES 1 through 50, inclusive",
        "Unknown Parties",
        "1-25",
    ],
    refuses=["Doe Mills, Inc.", "Roe Lumber Co.", "3M"],
    by="fullmatch",
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A party: the name as first printed, the roles, the orders that name it."""

    name: str
    roles: tuple[PartyRole, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party, its roles in words, its cases (`more` of them not named), how many orders."""

    name: str
    roles: str
    cases: tuple[PageLink, ...]
    more: int
    orders: int
    latest: datetime.date | None


@dataclass(frozen=True, slots=True)
class PartiesPage:
    """A page of the list; the first page of many parties has their number and letters alone."""

    rows: tuple[PartyLine, ...]
    has_lead: bool = False
    total: int = 0
    letters: Letters | None = None
    pager: Pager | None = None


def publish_party_pages(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the list of parties; of many a page a letter."""
    entries = _gather(index)
    title = t("parties.title")
    if len(entries) <= _ROWS:
        yield from _publish(index, "parties/index", title, entries, None)
        return
    parts = part_by_letter(entries, lambda entry: entry.name)
    letters = [letter for letter, _ in parts]
    front = PartiesPage((), True, len(entries), link_letters("parties", letters))
    meta = describe_list_page({}, is_found=False)
    yield TemplatePage("parties/index.md", title, "parties.html", lambda: front, meta)
    for letter, found in parts:
        linked = link_letters("parties", letters, letter)
        named = f"{title}: {format_letter(letter)}"
        yield from _publish(index, f"parties/{letter}", named, found, linked)


def _publish(
    index: ArchiveIndex, base: str, title: str, entries: Sequence[_Entry], letters: Letters | None
) -> Iterator[TemplatePage]:
    above = [PageLink(t("parties.title"), "parties/")] if letters else []
    for part in paginate(base, entries, _ROWS):
        yield TemplatePage(
            part.path,
            part.entitle(title),
            "parties.html",
            partial(_view, index, part, letters),
            describe_list_page(list_breadcrumbs(above), is_found=False),
        )


def _view(index: ArchiveIndex, part: ListPage[_Entry], letters: Letters | None) -> PartiesPage:
    rows = tuple(_show(index, entry) for entry in part.items)
    return PartiesPage(rows, letters is None, letters=letters, pager=part.pager)


def _gather(index: ArchiveIndex) -> list[_Entry]:
    """Return every named party once, by name; names that differ in case and stops are one."""
    names: dict[str, str] = {}
    roles: dict[str, dict[PartyRole, None]] = {}
    members: dict[str, dict[int, None]] = {}
    for member in index.list_orders():
        for claim in index.order(member).order.description.parties:
            name = " ".join(claim.value.name.split())
            key = re.sub(r"[\W_]+", " ", fold_name(name)).strip()
            if not key or _UNNAMED.fullmatch(name):
                continue
            names.setdefault(key, name)
            roles.setdefault(key, {}).update(dict.fromkeys(claim.value.roles))
            members.setdefault(key, {})[member] = None
    return [_Entry(names[key], tuple(roles[key]), tuple(members[key])) for key in sorted(names)]


def _show(index: ArchiveIndex, entry: _Entry) -> PartyLine:
    cases: dict[str, Group] = {}
    caseless = []
    for member in entry.members:
        groups = index.groups(Facet.CASE, member)[:1]
        cases.update((group.slug, group) for group in groups)
        caseless += [] if groups else [member]
    links = [link_group(index, Facet.CASE, group) for group in cases.values()]
    links += [link_order(index.order(member)) for member in caseless]
    newest = index.order(index.find_newest(entry.members))
    return PartyLine(
        shorten(entry.name),
        ", ".join(term("party_roles", role.value) for role in entry.roles[:_ROLES]),
        tuple(links[:_CASES]),
        max(0, len(links) - _CASES),
        len(entry.members),
        day_of(newest.order.description),
    )
