"""Parties' roles as captions print them, and the controlled words for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.description import PartyRole
from build_scripts.model.text.pattern_table import read_patterns, read_table

_PATTERNS = read_patterns(__package__, "party_roles.toml")
# The first word that a printed role holds gives its role.
_ROLES = {
    word: PartyRole(role)
    for word, role in read_table(__package__, "party_roles.toml")["roles"].items()
}


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A role at its place: characters `start` to `end`, its wording, its controlled words."""

    start: int
    end: int
    printed: str
    roles: tuple[PartyRole, ...]


def iterate_roles(text: str) -> Iterator[PrintedRole]:
    """Yield every role of a caption's text, those of one party together, in order."""
    for match in _PATTERNS.ROLE.finditer(text):
        printed = re.sub(r"\s+", " ", match["words"]).strip()
        singles = [single[0] for single in _PATTERNS.SINGLE.finditer(match["words"])]
        named = dict.fromkeys(role for single in singles if (role := _read(single)))
        if named or not singles:  # for "Employer" there is no controlled word
            yield PrintedRole(match.start(), match.end(), printed, tuple(named))


def _read(single: str) -> PartyRole | None:
    letters = re.sub(r"[^a-z]", "", single.lower())
    return next((role for word, role in _ROLES.items() if word in letters), None)
