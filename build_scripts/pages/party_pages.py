"""Parties A-Z: who stands in the captions of the orders here, and in which cases.

Names are as printed. Doe and Roe, "et al." and who is only described are no names to look up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import PartyRole
from build_scripts.model.page import Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.letters import (
    fold_name,
    link_letters,
    part_by_letter,
    word_letter,
)
from build_scripts.pages.listing_page import write_listing
from build_scripts.pages.order_lists import date_cell, link_group, link_order, shorten
from build_scripts.pages.paging import ROWS, Row, cut_table
from build_scripts.pages.tables import write_cell
from build_scripts.pages.wording import day_of
from build_scripts.text.pattern import Pattern

_CASES = 5
"""Cases that a line names; of a government's hundreds the others are counted."""
_ROLES = 3

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


def publish_party_pages(archive_index: ArchiveIndex) -> Iterator[Page]:
    """Yield the list of parties; of many a page a letter."""
    entries = _gather(archive_index)
    path = "parties/index.md"
    title, lead = t("parties.title"), t("parties.lead")
    if len(entries) <= ROWS:
        for part in cut_table(
            "parties/index",
            entries,
            lambda found, at: _write_rows(archive_index, found, at),
            lambda entry: entry.name,
        ):
            yield write_listing(
                part.path, title, (lead, part.text), number=part.number, is_found=False
            )
        return
    parts = part_by_letter(entries, lambda entry: entry.name)
    letters = [letter for letter, _ in parts]
    yield write_listing(
        path,
        title,
        (
            f"{lead} {t('counts.in_all', count=len(entries))}",
            link_letters(path, "parties", letters),
        ),
        is_found=False,
    )
    for letter, found in parts:
        for part in cut_table(
            f"parties/{letter}",
            found,
            lambda shown, at: _write_rows(archive_index, shown, at),
            lambda entry: entry.name,
        ):
            yield write_listing(
                part.path,
                f"{title}: {word_letter(letter)}",
                (link_letters(part.path, "parties", letters, letter), part.text),
                [(title, "parties/index")],
                number=part.number,
                is_found=False,
            )


def _gather(archive_index: ArchiveIndex) -> list[_Entry]:
    """Return every named party once, by name; names that differ in case and stops are one."""
    names: dict[str, str] = {}
    roles: dict[str, dict[PartyRole, None]] = {}
    members: dict[str, dict[int, None]] = {}
    for index in archive_index.list_orders():
        for claim in archive_index.order(index).order.description.parties:
            name = " ".join(claim.value.name.split())
            key = re.sub(r"[\W_]+", " ", fold_name(name)).strip()
            if not key or _UNNAMED.fullmatch(name):
                continue
            names.setdefault(key, name)
            roles.setdefault(key, {}).update(dict.fromkeys(claim.value.roles))
            members.setdefault(key, {})[index] = None
    return [_Entry(names[key], tuple(roles[key]), tuple(members[key])) for key in sorted(names)]


def _write_rows(
    archive_index: ArchiveIndex, entries: Sequence[_Entry], path: str
) -> tuple[Row, Sequence[Row]]:
    rows = [
        (
            write_cell(shorten(entry.name)),
            write_cell(", ".join(term("party_roles", role.value) for role in entry.roles[:_ROLES])),
            _link_cases(archive_index, entry, path),
            format_number(len(entry.members)),
            date_cell(
                day_of(
                    archive_index.order(archive_index.find_newest(entry.members)).order.description
                )
            ),
        )
        for entry in entries
    ]
    names = ("party", "role", "cases", "orders", "latest")
    return [term("columns", name) for name in names], rows


def _link_cases(archive_index: ArchiveIndex, entry: _Entry, path: str) -> str:
    cases: dict[str, Group] = {}
    caseless = []
    for index in entry.members:
        groups = archive_index.groups(Facet.CASE, index)[:1]
        cases.update((group.slug, group) for group in groups)
        caseless += [] if groups else [index]
    links = [
        link_group(group, Facet.CASE, path, shorten(group.label)).replace("|", r"\|")
        for group in cases.values()
    ]
    links += [link_order(archive_index.order(index), path) for index in caseless]
    left = len(links) - _CASES
    more = f" {t('counts.and_more', count=left)}" if left > 0 else ""
    return "; ".join(links[:_CASES]) + more
