"""The courts of the states by state and kind ("superior court" of Delaware), from courts-db.

Counties, districts and departments of one tier are one court here, as CourtListener files their
decisions: the Superior Court of Fulton County is one of Georgia's superior courts.
"""

import re
from collections.abc import Mapping
from functools import cache

from build_scripts.model.description import Court
from build_scripts.model.law.court_table import find_known_court
from build_scripts.model.law.known_courts import BESIDE, list_courts
from build_scripts.model.text.pattern import Pattern

_KINDS: dict[str, str] = {
    **{kind: "".join(words) for kind, words in BESIDE["kinds"].items()},
    **{f"{kind} court": rf"{kind}\s*courts?" for kind in BESIDE["plain_kinds"]},
}
ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth"
)
_NAMES = tuple(_KINDS)
KINDS = Pattern(
    r"(?<![a-z])(?<!united\sstates\s)(?<!unites\sstates\s)(?<!u\.s\.\s)(?<!u\.\ss\.\s)"
    rf"(?P<ordinal>(?:{ORDINALS})\s+(?=(?:district\s+)?courts?\s+of\s+appeal))?(?:"
    + "|".join(f"(?P<k{number}>{words})" for number, words in enumerate(_KINDS.values()))
    + r")(?![a-z])",
    re.IGNORECASE,
    accepts=["SUPREME COURT OF APPEALS", "In The Eleventh Court of Appeals", "Superior Court"],
    refuses=["United States District Court", "the court", "U.S. Tax Court"],
)
_PART = Pattern(
    r"count(?:y|ies)\b(?!\s+court)|\bcity\b(?!\s+(?:and|court|of\s+new\s+york))|division|department"
    r"|,\s|\d|orleans|district$|appellate\s+term",
    re.IGNORECASE,
    accepts=["Superior Court of Maine, Knox County", "Baltimore City Orphans' Court"],
    refuses=["Superior Court of Maine", "New York County Courts"],
)


def read_kind(match: re.Match[str]) -> str:
    """Return the kind of court that a match of `KINDS` names."""
    kind = next(name for number, name in enumerate(_NAMES) if match[f"k{number}"])
    return f"ordinal {kind}" if match["ordinal"] and kind == "court of appeals" else kind


@cache
def _load_table() -> Mapping[tuple[str, str], str]:
    """Return (state, kind) → court id; the first of courts-db's entries for a whole tier."""
    table: dict[tuple[str, str], str] = {}
    for entry in list_courts():
        place = (entry.get("location") or "").replace("Washington D.C.", "District of Columbia")
        if entry["system"] != "state" or entry.get("parent") or _PART.search(entry["name"]):
            continue
        if match := KINDS.search(entry["name"]):
            table.setdefault((place, read_kind(match)), entry["id"])
    for court_id, (name, _) in BESIDE["beyond"].items():
        if match := KINDS.search(name):
            table[name[: match.start()].strip(), read_kind(match)] = court_id
    further = BESIDE["state"].items()
    return table | {(state, kind): each for state, kinds in further for kind, each in kinds.items()}


def find_state_court(state: str | None, kind: str) -> Court | None:
    """Return a state's court of one kind; without a state, of a kind that only one state has."""
    plain = kind.removeprefix("ordinal ")
    if state is None:
        court_id = BESIDE["only"].get(kind)
    else:
        table = _load_table()
        court_id = table.get((state, plain)) or table.get((state, _TIER.get(plain, "")))
    return find_known_court(court_id) if court_id else None


# An appellate part of a state without a court of that name belongs to its court.
_TIER = {"appellate division": "superior court", "appellate term": "supreme court"}
