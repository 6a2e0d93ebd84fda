"""Parties A-Z: the names in the captions of the orders here, as printed, and their cases. Doe and
Roe, "et al." and who is only described are no names to look up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import PartyRole
from build_scripts.model.page import TemplatePage
from build_scripts.model.partial_date import AnyDate
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t, term
from build_scripts.pages.letters import (
    Letters,
    fold_name,
    link_letters,
    part_by_letter,
    publish_letters,
)
from build_scripts.pages.pagination import ListPage, Pager, describe_list, publish_list
from build_scripts.pages.summaries import Coverage, cover_orders
from build_scripts.pages.views import PageLink, link_group, link_order, shorten

_CASES = 5
"""Cases that a line names; the others (a government has hundreds) are counted."""
_ROLES = 3
_ROWS = 80
"""Parties of a page: their cases make long rows."""

_PATTERNS = read_patterns(__package__, "party_pages.toml")


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party, its roles in words, its cases (`more` of them not named), how many orders."""

    name: str
    roles: str
    cases: tuple[PageLink, ...]
    more: int
    orders: int
    latest: AnyDate | None


@dataclass(frozen=True, slots=True)
class PartiesPage:
    """A page of the list; the first page of many parties has their number, letters and coverage."""

    rows: tuple[PartyLine, ...]
    coverage: Coverage | None = None
    total: int = 0
    letters: Letters | None = None
    pager: Pager | None = None


@dataclass(slots=True)
class _Entry:
    """A party: the name as first printed, and in sequence the roles, the orders that name it."""

    name: str
    roles: dict[PartyRole, None] = field(default_factory=dict)
    members: dict[int, None] = field(default_factory=dict)


def publish_party_pages(index: ArchiveIndex) -> Iterator[TemplatePage]:
    """Yield the list of parties; for many, a page per letter."""
    entries = _gather(index)
    title, template = t("parties.title"), "parties.html"
    if len(entries) <= _ROWS:
        view = partial(_view, index, None)
        yield from publish_list(
            "parties/index", title, entries, template, view, rows=_ROWS, is_found=False
        )
        return
    parts = part_by_letter(entries, lambda entry: entry.name)
    letters = Letters(link_letters("parties", parts))
    meta = describe_list(is_found=False)
    front = partial(PartiesPage, (), _cover_named(index), len(entries), letters)
    yield TemplatePage("parties/index.md", title, template, front, meta)
    above = PageLink(title, "parties/")
    view_letter = partial(_view, index)
    yield from publish_letters("parties", title, parts, template, view_letter, above, _ROWS)


def _view(index: ArchiveIndex, letters: Letters | None, part: ListPage[_Entry]) -> PartiesPage:
    rows = tuple(_show(index, entry) for entry in part.rows)
    is_first = letters is None and part.number == 1
    coverage = _cover_named(index) if is_first else None
    return PartiesPage(rows, coverage, letters=letters, pager=part.pager)


def _cover_named(index: ArchiveIndex) -> Coverage:
    listed = index.list_orders()
    without = [each for each in listed if not index.describe(each).parties]
    return cover_orders(index, "coverage.parties", len(listed), without)


def _gather(index: ArchiveIndex) -> list[_Entry]:
    """Return every named party once, by name; names that differ in case and stops are one."""
    entries: dict[str, _Entry] = {}
    for member in index.list_orders():
        for claim in index.describe(member).parties:
            name = " ".join(claim.value.name.split())
            key = re.sub(r"[\W_]+", " ", fold_name(name)).strip()
            if key and not _PATTERNS.UNNAMED.fullmatch(name):
                entry = entries.setdefault(key, _Entry(name))
                entry.roles.update(dict.fromkeys(claim.value.roles))
                entry.members[member] = None
    return [entries[key] for key in sorted(entries)]


def _show(index: ArchiveIndex, entry: _Entry) -> PartyLine:
    cases: dict[str, Group] = {}
    caseless = []
    for member in entry.members:
        groups = index.groups(Facet.CASE, member)[:1]
        cases.update((group.slug, group) for group in groups)
        caseless += [] if groups else [member]
    links = [link_group(index, Facet.CASE, group) for group in cases.values()]
    links += [link_order(index.order(member)) for member in caseless]
    return PartyLine(
        shorten(entry.name),
        ", ".join(term("party_roles", role.value) for role in list(entry.roles)[:_ROLES]),
        tuple(links[:_CASES]),
        max(0, len(links) - _CASES),
        len(entry.members),
        index.describe(index.find_newest(entry.members)).day,
    )
