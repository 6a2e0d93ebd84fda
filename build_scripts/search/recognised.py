"""What searches recognise: reporters, codes, rules, forms of docket numbers.

The table is data, since the browser reads the same one.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet in manifest.json; `names` are a court's keys or a motion's synonyms."""

    id: str
    label: str
    count: int
    token: str
    short: str = ""
    names: tuple[str, ...] = ()


Vocabulary = dict[str, tuple[FacetValue, ...]]
"""The values of each facet: court, judge, disposition, motion, year."""


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """One form of a docket number or citation; `code` is that of every match, "" if printed."""

    kind: str
    code: str
    pattern: re.Pattern[str]
    accepts: tuple[str, ...]


@lru_cache(maxsize=1)
def read_table() -> dict[str, Any]:
    """Return all of it, as in the file; do not change it."""
    text = files("build_scripts.search").joinpath("recognised.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@lru_cache(maxsize=1)
def list_patterns() -> tuple[KeyPattern, ...]:
    """Return every pattern, in the order in which they are tried."""
    return tuple(
        KeyPattern(
            row["kind"],
            row.get("code", ""),
            re.compile(row["pattern"], re.ASCII | (0 if row.get("capitals") else re.IGNORECASE)),
            tuple(row["accepts"]),
        )
        for row in read_table()["patterns"]
    )


def complete_docket_type(printed: str) -> str:
    """Return the usual letters of a docket's type: "civ" is "cv"; "" stays ""."""
    lower = printed.lower()
    return str(read_table()["docket_types"].get(lower, lower))


@lru_cache(maxsize=1)
def _reporters() -> dict[str, str]:
    table = read_table()
    variations: dict[str, str] = table["reporter_variations"]
    return {name: name for name in table["reporters"]} | variations


def find_reporter(printed: str, alone: bool = False) -> str | None:
    """Return a reporter's key (letters and digits), or None if the text names no reporter.

    Many are words too ("in", "so"): without a digit they count only with a capital, except the few
    that everybody cites, and in a search that is the citation `alone`.
    """
    name = compact(printed)
    found = _reporters().get(name)
    if found is None:
        return None
    plain = name in read_table()["plain_reporters"] or any(c.isdigit() for c in name)
    return found if plain or alone or printed[0].isupper() else None


@lru_cache(maxsize=1)
def list_fixed_values() -> dict[str, tuple[FacetValue, ...]]:
    """Return the values of the fields `outcome` and `has`, the same in every archive."""
    return {
        field: tuple(
            FacetValue(name.replace(" ", "-"), name, 0, f"zz{field}{place}")
            for place, name in enumerate(read_table()[row])
        )
        for field, row in (("outcome", "outcomes"), ("has", "presence"))
    }


def is_common_word(word: str) -> bool:
    """Return whether a word is in nearly every order, and is no use outside a quotation."""
    return word in read_table()["common_words"]


def compact(text: str) -> str:
    """Return only the letters and digits of ASCII, in lower case."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
