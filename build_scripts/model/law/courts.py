"""Courts named in a text, by the way courts print their names.

A federal court is its kind and its district or circuit, a state court its kind and its state: on
one line or on two, in either order, with a county, a district or a clerk's stamp between them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from build_scripts.model.description import Court
from build_scripts.model.law.cited_courts import find_cited_court
from build_scripts.model.law.court_table import (
    DIRECTIONS,
    find_known_court,
    load_court_table,
    normalise_name,
)
from build_scripts.model.law.known_courts import BESIDE, list_courts
from build_scripts.model.law.states import STATES
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

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
        if (
            entry["system"] != "state"
            or entry.get("parent")
            or _PATTERNS.PART.search(entry["name"])
        ):
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


class Form(StrEnum):
    """The form in which a text names a court."""

    JOINED = "kind and place in one phrase"
    PARTED = "kind and place apart"
    KIND = "a kind that one state alone has"
    NAME = "a court of one name"
    ABBREVIATED = "as citations abbreviate it"
    DISTRICT = "a district without its court"


@dataclass(frozen=True, slots=True)
class CourtMatch:
    """A court that a text names, and its place."""

    court: Court
    start: int
    end: int
    form: Form = Form.JOINED


_TERRITORIES = ("Guam", "American Samoa", "Northern Mariana Islands")
_PLACES = {
    **{(others[0] if others else short): (short, *others[1:]) for short, others in STATES.items()},
    **dict.fromkeys(_TERRITORIES, ()),
}


def _spell(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s*").replace("'", "['’‘ʻ]?")


_BY_LENGTH = sorted(_PLACES, key=lambda name: (-len(name), name))
_STATE_NAME = "|".join(_spell(name) for name in (*_BY_LENGTH, "Hawai'i"))
_SHORT_NAMES = "|".join(
    _spell(short) for others in _PLACES.values() for short in others if short.endswith(".")
)
_PLACE_OF = {
    normalize_alnum(spelling): name
    for name, others in _PLACES.items()
    for spelling in (name, *others)
}
_PATTERNS = read_patterns(
    __package__, "courts.toml", state_name=_STATE_NAME, short_names=_SHORT_NAMES, ordinals=ORDINALS
)
_CIRCUIT_OF = {
    f"{number}{suffix}": name
    for number, name in enumerate(ORDINALS.split("|")[:11], 1)
    for suffix in ("st", "nd", "rd", "th")
}
_LONGEST_GAP = 140
_LONGEST_DISTRICT_GAP = 100
_LONGEST_WORD = 12
_MOST_NAME_WORDS = 14


def _read_place(match: re.Match[str]) -> tuple[str, str]:
    if match["joined"]:
        return DIRECTIONS[match["joined"][0].upper()], "new york"
    direction = (match["direction"] or "").capitalize()
    if match["short"]:
        direction = DIRECTIONS[match["short"].upper()]
    squeezed = normalize_alnum(match["place"])
    place = "district of columbia" if squeezed == "columbia" else _PLACE_OF.get(squeezed, "")
    return direction, place.lower()


def _iterate_districts(text: str) -> Iterator[CourtMatch]:
    """Yield federal trial courts: a district, and the kind of court next to it."""
    table = load_court_table()
    for match in _PATTERNS.UNLABELLED.finditer(text):
        courts = table.districts if match["kind"].lower() == "district" else table.bankruptcy
        if court := courts.get(("", re.sub(r"\s+", " ", match["place"].lower()))):
            yield CourtMatch(court, match.start(), match.end())
    tribunals = list(_PATTERNS.TRIBUNAL.finditer(text))
    for match in _PATTERNS.DISTRICT.finditer(text):
        key = _read_place(match)
        if not key[0] and not match["short"]:
            # Words that OCR misread: "NORTIIERN DISTRICT OF NEW YORK".
            before_it = text[: match.start()][-_LONGEST_WORD:]
            word = re.search(r"(\w{5,9})\W*$", before_it)
            likely = get_close_matches(word[1].capitalize(), DIRECTIONS.values(), 1) if word else ()
            mended = next(((direction, key[1]) for direction in likely), key)
            key = mended if mended in table.districts else key
        before = [each for each in tribunals if match.start() - each.end() >= 0]
        behind = [each for each in tribunals if 0 <= each.start() - match.end() <= 30]
        near = before[-1] if before else None
        if near and match.start() - near.end() > _LONGEST_DISTRICT_GAP:
            near = None
        if near is None and behind and behind[0].group().lower().startswith("u"):
            near = behind[0]
        if near is None:
            if (match["direction"] or key[1]) and (court := table.districts.get(key)):
                yield CourtMatch(court, match.start(), match.end(), Form.DISTRICT)
            continue
        kind = (near["kind"] or "").lower()
        kinds = {
            "district": table.districts,
            "dist": table.districts,  # "Dist. Court, D. Nevada"
            "bankruptcy": table.bankruptcy,
        }
        courts = kinds.get(kind, table.old_circuits)
        court = courts.get(key)
        if court:
            start, end = min(near.start(), match.start()), max(near.end(), match.end())
            between = text[near.end() : match.start()]
            form = Form.JOINED if _PATTERNS.JOINT.fullmatch(between) else Form.PARTED
            yield CourtMatch(court, start, end, form)


def _iterate_circuits(text: str) -> Iterator[CourtMatch]:
    table = load_court_table()
    for match in _PATTERNS.CIRCUIT_COURT.finditer(text):
        circuit = re.sub(r"\s+", " ", match["circuit"].lower())
        circuit = _CIRCUIT_OF.get(circuit, circuit)
        if circuit.startswith("d."):
            circuit = "district of columbia"
        court = (table.panels if match["panel"] else table.circuits).get(circuit)
        if court:
            form = Form.JOINED if len(match["gap"]) < 5 else Form.PARTED
            yield CourtMatch(court, match.start(), match.end(), form)


def _name_state(printed: str) -> str:
    squeezed = normalize_alnum(printed.replace("ʻ", ""))  # Hawaii's own letter
    return _PLACE_OF.get(squeezed, "District of Columbia" if "columbia" in squeezed else "")


def _iterate_state_courts(text: str) -> Iterator[CourtMatch]:
    """Yield state courts: a kind, and the nearest state before or after it."""
    kinds = list(KINDS.finditer(text))
    states = list(_PATTERNS.STATE.finditer(text)) if kinds else []
    for index, kind in enumerate(kinds):
        if _PATTERNS.OF_RULES.search(text[max(0, kind.start() - _LONGEST_GAP) : kind.start()]):
            continue
        after = kinds[index + 1].start() if index + 1 < len(kinds) else len(text)
        before = kinds[index - 1].end() if index else 0
        near: list[tuple[int, re.Match[str]]] = []
        for state in states:
            if kind.start() <= state.start() < kind.end():
                near.append((0, state))
            elif kind.end() <= state.start() < min(after, kind.end() + _LONGEST_GAP):
                near.append((state.start() - kind.end(), state))
            elif index and _PATTERNS.JOINT.fullmatch(text[before : max(before, state.start())]):
                continue  # "SUPREME COURT OF MISSISSIPPI" above a circuit court
            elif max(before, kind.start() - _LONGEST_GAP) <= state.start() <= kind.start():
                # Of two equally near names the one after the kind wins.
                near.append((max(0, kind.start() - state.end()) + 4, state))
        if not near:
            alone = find_state_court(None, read_kind(kind))
            if alone:
                yield CourtMatch(alone, kind.start(), kind.end(), Form.KIND)
            continue
        for _, state in sorted(near, key=lambda pair: pair[0]):
            court = find_state_court(_name_state(state["state"]), read_kind(kind))
            if court:
                start, end = min(kind.start(), state.start()), max(kind.end(), state.end())
                between = text[min(kind.end(), state.end()) : max(kind.start(), state.start())]
                joined = _PATTERNS.JOINT.fullmatch(between) or _PATTERNS.COUNTY.search(between)
                yield CourtMatch(court, start, end, Form.JOINED if joined else Form.PARTED)
                break


def _iterate_named(text: str) -> Iterator[CourtMatch]:
    """Yield courts of one name, such as the Tax Court, where a line or the text begins with it."""
    named = load_court_table().named
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().split()
        for length in range(min(len(words), _MOST_NAME_WORDS), 1, -1):
            head = " ".join(words[:length])
            court = named.get(normalise_name(head))
            if court and re.search(
                r"\b(?:court|panel|board|commission|authority)\b", head, re.IGNORECASE
            ):
                yield CourtMatch(court, line.start(), line.start() + len(head), Form.NAME)
                break


_DISTINCT: dict[str, str] = {
    "".join(name.split()): court_id for name, court_id in BESIDE["distinct"].items()
}
_ANYWHERE = Pattern(
    "|".join(name.replace(" ", r"\s*") for name in BESIDE["distinct"]),
    re.IGNORECASE,
    accepts=["UNITED STATES OF AMERICA MERIT SYSTEMS PROTECTION BOARD"],
    refuses=["the Board"],
)


def iterate_courts(text: str) -> Iterator[CourtMatch]:
    """Yield every court that a text names in words, in no order; one place can be read two ways."""
    yield from _iterate_circuits(text)
    yield from _iterate_districts(text)
    yield from _iterate_state_courts(text)
    yield from _iterate_named(text)
    for match in _ANYWHERE.finditer(text):
        court = find_known_court(_DISTINCT["".join(match.group().lower().split())])
        if court:
            yield CourtMatch(court, match.start(), match.end(), Form.NAME)


def iterate_cited(text: str) -> Iterator[CourtMatch]:
    """Yield courts as a publisher's head cites the case: "(S.D.N.Y. 2014)"."""
    for match in _PATTERNS.PARENTHESES.finditer(text):
        court_id = find_cited_court(match["court"])
        court = find_known_court(court_id) if court_id else None
        if court:
            yield CourtMatch(court, match.start(), match.end(), Form.ABBREVIATED)


def match_court(text: str) -> CourtMatch | None:
    """Return the first court that a text names, or None; of two readings of a place the longer."""
    found = [each for each in iterate_courts(text) if each.form is not Form.DISTRICT]
    return min(found, key=lambda each: (each.start, -each.end), default=None)
