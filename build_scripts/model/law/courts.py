"""Courts named in a text, by the way courts print their names.

A federal court is its kind and its district or circuit, a state court its kind and its state: on
one line or on two, in either order, with a county, a district or a clerk's stamp between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from build_scripts.model.description import Court
from build_scripts.model.law.cited_courts import find_cited_court
from build_scripts.model.law.court_table import (
    DIRECTIONS,
    find_known_court,
    load_court_table,
    normalise_name,
)
from build_scripts.model.law.known_courts import BESIDE
from build_scripts.model.law.state_courts import KINDS, find_state_court, read_kind
from build_scripts.model.law.states import STATES
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.pattern import Pattern


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
_DISTRICT = Pattern(
    rf"""
    (?: \b(?P<direction>northern|southern|eastern|western|middle|central)?\s*
        \b(?<!judicial\s)district\s*of\s*(?:the\s+)?(?:state\s+of\s+)?
      | \b(?:(?P<short>[NSEWMC])\.\s?)?D\.\s*(?:of\s+)?
    )
    (?P<place>{_STATE_NAME}|columbia|{_SHORT_NAMES}) (?![a-z])
    | \b(?P<joined>[SNEW]\.?\s?D\.?\s?N\.?\s?Y\b\.?)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "NORTHERN DISTRICT OF CALIFORNIA",
        "DISTRICT ofVirginia",
        "N.D. Cal.",
        "D. of Oregon",
        "S.D.N.Y.",
        "District of Columbia",
    ],
    refuses=[
        "the district court",
        "District of Columbus",
        "district of Californians",
        "FOURTH JUDICIAL DISTRICT OF THE STATE OF IDAHO",
    ],
)
_TRIBUNAL = Pattern(
    r"""
    (?: \b(?:un[il]te[ds]\s+states|u\.\s?s\.)\s+)?
    \b(?: (?P<old>circuit\s+court(?!\s+of\s+appeal)|cir\.\s+ct\.)
        | (?P<kind>district|bankruptcy)\s*courts?\b (?!\s+of\s+appeal) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["UNITED STATES DISTRICT COURT", "U.S. Bankruptcy Court", "Circuit Court", "Cir. Ct."],
    refuses=["District Court of Appeal of Florida", "circuit court of appeals"],
)
# Districts that are printed without the word: "District Court of the Virgin Islands".
_UNLABELLED = Pattern(
    r"\b(?P<kind>district|bankruptcy)\s+court(?:,|\s+of|\s+for)\s+(?:the\s+)?(?:district\s+of\s+)?"
    r"(?P<place>virgin\s+islands|northern\s+mariana\s+islands|guam)\b",
    re.IGNORECASE,
    accepts=["DISTRICT COURT OF THE VIRGIN ISLANDS", "District Court, Virgin Islands"],
    refuses=["the District Court of Oregon"],
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth"
)
_CIRCUIT_OF = {
    f"{number}{suffix}": name
    for number, name in enumerate(_ORDINALS.split("|")[:11], 1)
    for suffix in ("st", "nd", "rd", "th")
}
_CIRCUIT_COURT = Pattern(
    rf"""
    (?: (?P<panel>(?:united\s+states\s+)?bankruptcy\s+appellate\s+panels?)
      | (?:un[il]te[ds]\s+states|u\.\s?s\.)\s+(?:circuit\s+)?court\s+of\s+appeals?
      | circuit\s+court\s+of\s+appeals? )
    (?P<gap>.{{0,60}}?) [\s,.]* (?:(?:for|of)\s+)? (?:the\s+)?
    \b(?P<circuit>{_ORDINALS}|\d{{1,2}}(?:st|nd|rd|th)
        |federal|district\s+of\s+columbia|d\.\s?c\.)\s+circuit\b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
    accepts=[
        "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
        "United States Court of Appeals, Tenth Circuit",
        "United States Bankruptcy Appellate Panel of the Ninth Circuit",
        "UNITED STATES COURT OF APPEALS JAN 12 2019 FOR THE 9th CIRCUIT",
    ],
    refuses=["Court of Appeal of Louisiana, Fifth Circuit"],
)
_STATE = Pattern(
    rf"(?<![a-z])(?<!county\sof\s)(?<!counties\sof\s)(?<!of\scolumbia\s)"
    rf"(?P<state>{_STATE_NAME}|district\s+of\s+columbia)"
    rf"(?![a-z])(?!,?[ ]+(?:county(?!\s+(?:of|department))|counties|parish|city|unit"
    rf"|d\.\s?c\.|ave|street|st\.|university))",
    re.IGNORECASE,
    accepts=["STATE OF INDIANA", "Hawai’i", "Texas."],
    refuses=["Indiana County", "COUNTY OF WASHINGTON", "Washington, D.C.", "Oklahoma County"],
)
_LONGEST_GAP = 140
_LONGEST_DISTRICT_GAP = 100
_LONGEST_WORD = 12
# "UNDER ARIZONA RULE OF THE SUPREME COURT 111(c)"
_OF_RULES = Pattern(
    r"\brules?\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
    accepts=["RULE OF THE ", "Rules of the Missouri "],
    refuses=["the ruling of the "],
)
# What may be between kind and place of one phrase.
_JOINT = Pattern(
    r"[\s,.:;(]*(?:(?:for|in|of|and|at|to|the|state|commonwealth|territory|people|district)\b[\s,]*)*",
    re.IGNORECASE,
    accepts=[" OF THE STATE OF ", ", ", " for the "],
    refuses=[" of Cook County, ", " Sixth Appellate District "],
    by="fullmatch",
)
_COUNTY = Pattern(
    r"\bcount(?:y|ies)\b|\bparish\b|\bjudicial\s+(?:district|circuit)\b|,\s+ss\b",
    re.IGNORECASE,
    accepts=["COUNTY OF KINGS", "Cook County", "ELEVENTH JUDICIAL CIRCUIT", "SUFFOLK, ss."],
    refuses=["the country", "district"],
)
# Citation forms that a publisher prints in parentheses at the head: "(S.D.N.Y. 2014)".
_PARENTHESES = Pattern(
    r"\((?P<court>[A-Z0-9][A-Za-z0-9.,’' ]{1,40}?),?\s+"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+)?\d{4}\)",
    accepts=["(S.D.N.Y. 2014)", "(Cir. Ct., S.D. Ohio 1879)", "(9th Cir. Mar. 3, 2016)"],
    refuses=["(2014)", "(see Roe 2014"],
)
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


def _mend_direction(before: str, key: tuple[str, str]) -> tuple[str, str]:
    """Return the district in words that OCR misread: "NORTIIERN DISTRICT OF NEW YORK"."""
    word = re.search(r"(\w{5,9})\W*$", before[-_LONGEST_WORD:])
    near = get_close_matches(word[1].capitalize(), DIRECTIONS.values(), 1) if word else []
    mended = (near[0], key[1]) if near else key
    return mended if mended in load_court_table().districts else key


def _iterate_districts(text: str) -> Iterator[CourtMatch]:
    """Yield federal trial courts: a district, and the kind of court next to it."""
    table = load_court_table()
    for match in _UNLABELLED.finditer(text):
        courts = table.districts if match["kind"].lower() == "district" else table.bankruptcy
        if court := courts.get(("", re.sub(r"\s+", " ", match["place"].lower()))):
            yield CourtMatch(court, match.start(), match.end())
    tribunals = list(_TRIBUNAL.finditer(text))
    for match in _DISTRICT.finditer(text):
        key = _read_place(match)
        if not key[0] and not match["short"]:
            key = _mend_direction(text[: match.start()], key)
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
        courts = {"district": table.districts, "bankruptcy": table.bankruptcy}.get(
            kind, table.old_circuits
        )
        court = courts.get(key)
        if court:
            start, end = min(near.start(), match.start()), max(near.end(), match.end())
            between = text[near.end() : match.start()]
            form = Form.JOINED if _JOINT.fullmatch(between) else Form.PARTED
            yield CourtMatch(court, start, end, form)


def _iterate_circuits(text: str) -> Iterator[CourtMatch]:
    table = load_court_table()
    for match in _CIRCUIT_COURT.finditer(text):
        circuit = re.sub(r"\s+", " ", match["circuit"].lower())
        circuit = _CIRCUIT_OF.get(circuit, circuit)
        if circuit.startswith("d."):
            circuit = "district of columbia"
        court = (table.panels if match["panel"] else table.circuits).get(circuit)
        if court:
            form = Form.JOINED if len(match["gap"]) < 5 else Form.PARTED
            yield CourtMatch(court, match.start(), match.end(), form)


def _name_state(printed: str) -> str:
    squeezed = normalize_alnum(printed)
    return _PLACE_OF.get(squeezed, "District of Columbia" if "columbia" in squeezed else "")


def _iterate_state_courts(text: str) -> Iterator[CourtMatch]:
    """Yield state courts: a kind, and the nearest state before or after it."""
    kinds = list(KINDS.finditer(text))
    states = list(_STATE.finditer(text)) if kinds else []
    for index, kind in enumerate(kinds):
        if _OF_RULES.search(text[max(0, kind.start() - _LONGEST_GAP) : kind.start()]):
            continue
        after = kinds[index + 1].start() if index + 1 < len(kinds) else len(text)
        before = kinds[index - 1].end() if index else 0
        near: list[tuple[int, re.Match[str]]] = []
        for state in states:
            if kind.start() <= state.start() < kind.end():
                near.append((0, state))
            elif kind.end() <= state.start() < min(after, kind.end() + _LONGEST_GAP):
                near.append((state.start() - kind.end(), state))
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
                joined = _JOINT.fullmatch(between) or _COUNTY.search(between)
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


_DISTINCT: dict[str, str] = BESIDE["distinct"]
_ANYWHERE = Pattern(
    "|".join(name.replace(" ", r"\s+") for name in _DISTINCT),
    re.IGNORECASE,
    accepts=["UNITED STATES OF AMERICA MERIT SYSTEMS PROTECTION BOARD"],
    refuses=["the Board"],
)


def _iterate_distinct(text: str) -> Iterator[CourtMatch]:
    for match in _ANYWHERE.finditer(text):
        court = find_known_court(_DISTINCT[" ".join(match.group().lower().split())])
        if court:
            yield CourtMatch(court, match.start(), match.end(), Form.NAME)


def iterate_courts(text: str) -> Iterator[CourtMatch]:
    """Yield every court that a text names in words, in no order; one place can be read two ways."""
    yield from _iterate_circuits(text)
    yield from _iterate_districts(text)
    yield from _iterate_state_courts(text)
    yield from _iterate_named(text)
    yield from _iterate_distinct(text)


def iterate_cited(text: str) -> Iterator[CourtMatch]:
    """Yield courts as a publisher's head cites the case: "(S.D.N.Y. 2014)"."""
    for match in _PARENTHESES.finditer(text):
        court_id = find_cited_court(match["court"])
        court = find_known_court(court_id) if court_id else None
        if court:
            yield CourtMatch(court, match.start(), match.end(), Form.ABBREVIATED)


def match_court(text: str) -> CourtMatch | None:
    """Return the first court that a text names, or None; of two readings of a place the longer."""
    found = [each for each in iterate_courts(text) if each.form is not Form.DISTRICT]
    return min(found, key=lambda each: (each.start, -each.end), default=None)
