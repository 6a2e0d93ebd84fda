"""A case's name in a search, with its court and year: "us v. roe 5th cir 1999"."""

import re
from collections.abc import Sequence

from build_scripts.law.short_words import list_short_words
from build_scripts.search.case_names import Unit, court_token, is_extra, list_units
from build_scripts.search.court_names import list_typed_keys
from build_scripts.search.query import (
    All,
    Any,
    AtLeast,
    Case,
    FacetValue,
    Near,
    Node,
    Phrase,
    Prefix,
    Vocabulary,
    Word,
)
from build_scripts.text.pattern import Pattern

_YEAR = Pattern(
    r"1[6-9]\d\d|20\d\d",
    re.ASCII,
    accepts=["1789", "2024"],
    refuses=["1599", "2100", "201", "20244"],
    by="fullmatch",
)
_OPENINGS = (("in", "re"), ("ex", "parte"), ("in", "the", "matter", "of"), ("matter", "of"))
_LONGEST_COURT = 10
_UNITED_STATES = Unit("us", ("united", "states"))


def read_case(root: Node | None, vocabulary: Vocabulary) -> Node | None:
    """Join the words of a search to one case, if they are the name of one; else return `root`.

    A name has two sides with a "v" between them, or begins "In re" or the like. Only free words
    count: in no quotation, choice or nearness.
    """
    parts = root.parts if isinstance(root, All) else (root,) if root else ()
    said = [part for part in parts if isinstance(part, Word | Phrase) and not part.field]
    others = [part for part in parts if part not in said]
    if not all(map(_is_free, said)) or any(
        isinstance(part, Any | AtLeast | Near | Prefix) for part in others
    ):
        return root
    units = list_units(part.printed if isinstance(part, Phrase) else part.text for part in said)
    if not _holds_name(units):
        return root
    name, year, courts = _take_beside(units, vocabulary.get("court", ()))
    words = tuple(unit.short for unit in name)
    if not _is_name(words):
        return root
    told = [unit for unit in name if not is_extra(unit.short)] or name
    case = Case(
        " ".join("v." if unit.short == "v" else _say(unit) for unit in name),
        words,
        tuple((u.short, _UNITED_STATES.words if u.short == "us" else u.words) for u in told),
        tuple(Word(word) for unit in told for word in _list_telling(unit)),
        " or ".join(value.short or value.label for value in courts),
        tuple(court_token(value.id.split("/")[-1]) for value in courts),
        year,
    )
    return All((case, *others)) if others else case


def _is_free(part: Word | Phrase) -> bool:
    """Return whether it is typed outside quotation marks, and table n surely has its pieces."""
    return isinstance(part, Word) or not (
        part.quoted or any(not word.isascii() or word.startswith("zz") for word in part.words)
    )


def _list_telling(unit: Unit) -> tuple[str, ...]:
    """Return the words of a text that mean the unit, and that few other texts have."""
    if unit.short == "us":
        return ()
    return tuple(word for word in unit.words if len(word) > 1 or len(unit.words) == 1)


def _say(unit: Unit) -> str:
    if unit.short != "".join(unit.words):
        return " ".join(unit.words)
    return unit.short if all(len(word) == 1 for word in unit.words) else "'".join(unit.words)


def _is_name(words: Sequence[str]) -> bool:
    if "v" in words:
        return words.count("v") == 1 and 0 < words.index("v") < len(words) - 1
    return any(words[: len(each)] == each and len(words) > len(each) for each in _OPENINGS)


def _holds_name(units: Sequence[Unit]) -> bool:
    words = tuple(unit.short for unit in units)
    return any(_is_name(words[at:]) for at in range(len(words)))


def _take_beside(
    units: Sequence[Unit], courts: Sequence[FacetValue]
) -> tuple[Sequence[Unit], str, tuple[FacetValue, ...]]:
    """Cut a year and a court off the ends of a name, as long as a name remains."""
    year = ""
    for end in (-1, 0):
        some, rest = _cut(units, 1, end)
        if not year and _holds_name(rest) and _YEAR.fullmatch(some[0].short):
            units, year = rest, some[0].short
    for end in (-1, 0):
        for length in range(min(_LONGEST_COURT, len(units) - 1), 0, -1):
            some, rest = _cut(units, length, end)
            found = _find_courts([unit.short for unit in some], courts, bool(year and end))
            if found and _holds_name(rest) and "of" not in (some[0].short, rest[-1].short):
                more, before, _ = _take_beside(rest, ())
                return (more, before, found) if not year else (rest, year, found)
    return units, year, ()


def _cut(units: Sequence[Unit], length: int, end: int) -> tuple[Sequence[Unit], Sequence[Unit]]:
    return (units[-length:], units[:-length]) if end else (units[:length], units[length:])


def _find_courts(
    words: Sequence[str], courts: Sequence[FacetValue], dated: bool
) -> tuple[FacetValue, ...]:
    """Return the courts with this name; a state alone is its highest court only next to a year."""
    if len(words) == 1 and not dated and words[0] in list_short_words():
        return ()
    keys = set(list_typed_keys(words))
    return tuple(value for value in courts if not keys.isdisjoint(value.names))
