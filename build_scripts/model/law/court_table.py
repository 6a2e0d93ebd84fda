"""The courts that an order can come from, keyed by their names in headings.

courts-db's own `find_court` needs one clean line and confuses a district with its bankruptcy court;
its data are good. The table is built from them once, on first use.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from build_scripts.model.description import Court
from build_scripts.model.law.known_courts import BESIDE, list_courts, load_court_entries
from build_scripts.model.text.pattern_table import read_patterns

DIRECTIONS = {name[0]: name for name in "Northern Southern Eastern Western Middle Central".split()}
_NUMBERED = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh".split()
CIRCUITS = {name: f"ca{number}" for number, name in enumerate(_NUMBERED, start=1)} | {
    "District of Columbia": "cadc",
    "Federal": "cafc",
}

JUSTICES = {
    title: title.replace("Judge", "Justice")
    for title in (
        "Judge",
        "Chief Judge",
        "Vice Chief Judge",
        "Presiding Judge",
        "Acting Presiding Judge",
    )
}
"""What "J.", "C.J." and "P.J." are read as, and what they are where judges are justices."""

_PATTERNS = read_patterns(__package__, "court_table.toml")
_BEYOND = tuple(Court(court_id, *names) for court_id, names in BESIDE["beyond"].items())
# courts-db's entries for a whole tier of courts: no order comes from one of them.
_NOT_ONE_COURT = frozenset({"usdistct", "uscirct"})


@dataclass(frozen=True, slots=True)
class CourtTable:
    """Courts by (direction, state), circuit, and normalised name."""

    districts: dict[tuple[str, str], Court]
    bankruptcy: dict[tuple[str, str], Court]
    circuits: dict[str, Court]
    panels: dict[str, Court]
    named: dict[str, Court]
    old_circuits: dict[tuple[str, str], Court]


def normalise_name(text: str) -> str:
    """Remove case, punctuation and small words, so that two printings of one name agree."""
    words = re.sub(r"[^a-z0-9 ]+", " ", text.lower().replace("u.s.", "united states")).split()
    return " ".join(word for word in words if word not in {"the", "for", "in", "of", "state"})


def write_name(name: str) -> str:
    """Return a name of courts-db's with small words as others print them: "of The" is "of the"."""
    return _PATTERNS.SMALL_WORD.sub(lambda found: found[0].lower(), name.strip())


def _court(entry: dict[str, str], name: str) -> Court:
    court_id = entry["id"]
    citation = BESIDE["citation_strings"].get(court_id, entry["citation_string"].strip())
    return Court(court_id, BESIDE["names"].get(court_id, write_name(name)), citation)


def _place(entry: dict[str, str]) -> str:
    # courts-db files the capital under several spellings.
    location = entry.get("location") or ""
    if entry["citation_string"].startswith(("D.D.C", "Bankr. D.D.C", "Bankr. D.C")):
        return "District of Columbia"
    return location


def _district_key(entry: dict[str, str]) -> tuple[str, str] | None:
    citation = entry["citation_string"].strip().removeprefix("Bankr. ")
    match = _PATTERNS.DISTRICT_CITATION.match(citation)
    # Orleans was a territory's own district; the others are keyed by their state.
    if not match or not _place(entry) or "Orleans" in citation:
        return None
    return DIRECTIONS.get(match["direction"] or "", ""), _place(entry).lower()


def _district_name(kind: str, key: tuple[str, str], place: str) -> str:
    district = place if place == "District of Columbia" else f"District of {place}"
    return f"United States {kind} Court for the {f'{key[0]} {district}'.strip()}"


def _names_of(entry: dict[str, str]) -> set[str]:
    name = entry["name"].strip()
    names = {name, *BESIDE["further_names"].get(entry["id"], ())}
    turned = re.fullmatch(r"(?P<body>[A-Z][\w ]*Court[\w ]*?) of (?P<place>[A-Z][\w ]+)", name)
    if turned:
        names.add(f"{turned['place']} {turned['body']}")
    nation = re.fullmatch(
        r"(?P<nation>.+?)(?P<body> (?:Tribal |Supreme |District )?Court(?: of Appeals)?)", name
    )
    if nation and entry["system"] == "tribal":
        names.add(f"{nation['body'].strip()} of {nation['nation']}")
    location = entry.get("location") or ""
    if location and name.startswith(f"{location} "):
        names.add(f"{name.removeprefix(location).strip()} of {location}")
    return {normalise_name(each) for each in names}


@cache
def load_court_table() -> CourtTable:
    """Build the table from courts-db; names that two courts share are left out."""
    table = CourtTable({}, {}, {}, {}, {}, {})
    circuit_of = {court_id: circuit for circuit, court_id in CIRCUITS.items()}
    owners: dict[str, set[str]] = {}
    for entry in list_courts():
        court_id, name = entry["id"], entry["name"].strip()
        key = _district_key(entry) if entry["system"] == "federal" else None
        if court_id in circuit_of:
            circuit = circuit_of[court_id]
            full = f"United States Court of Appeals for the {circuit} Circuit"
            table.circuits[circuit.lower()] = _court(entry, full)
        elif court_id.startswith("bap") and "Appellate Panel" in name:
            circuit = name.replace("The ", "the ").rsplit(" the ", 1)[-1].removesuffix(" Circuit")
            full = f"United States Bankruptcy Appellate Panel of the {circuit} Circuit"
            table.panels[circuit.lower()] = _court(entry, full)
        elif key and entry["type"] == "bankruptcy":
            full = _district_name("Bankruptcy", key, _place(entry))
            table.bankruptcy.setdefault(key, _court(entry, full))
        elif key and "District Court" in name:
            full = _district_name("District", key, _place(entry))
            table.districts.setdefault(key, _court(entry, full))
        elif old := _PATTERNS.OLD_CIRCUIT.fullmatch(name):
            direction = (old["before"] or old["after"] or "").capitalize()
            place = old["place"].replace("Illnois", "Illinois").lower()
            table.old_circuits[direction, place] = _court(entry, name)
        elif court_id not in _NOT_ONE_COURT and not (
            entry["system"] == "state"
            and (entry.get("parent") or _PATTERNS.DISTRICT_OF_ONE.search(name))
        ):
            court = _court(entry, name)
            for spelling in _names_of(entry):
                owners.setdefault(spelling, set()).add(court_id)
                table.named.setdefault(spelling, court)
    for court in _BEYOND:
        for spelling in (court.name, f"United States {court.name}", f"Before the {court.name}"):
            table.named[normalise_name(spelling)] = court
    for spelling, ids in owners.items():
        if len(ids) > 1:
            del table.named[spelling]
    return table


def find_known_court(court_id: str) -> Court | None:
    """Return the court with a CourtListener id, or None if the table lacks it."""
    return load_courts_by_id().get(court_id)


@cache
def find_listed_court(name: str) -> Court | None:
    """Return the court that courts-db's own patterns find in a line, or None if they find several.

    A county's court becomes its state's courts of that kind.
    """
    import courts_db  # slow to load

    entries = load_court_entries()
    found = set()
    courts_db.regexes = _list_fitting(name)  # it asks for them at each call
    for court_id in courts_db.find_court(name):
        while parent := entries.get(court_id, {}).get("parent"):
            court_id = parent
        found.add(court_id)
    return find_known_court(found.pop()) if len(found) == 1 else None


_LIKE_ASCII = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")
"""Letters that a pattern which ignores case takes for others."""


def _list_fitting(name: str) -> list[tuple[str | None, ...]]:
    """Return courts-db's patterns whose words are in a name, with the facts of their courts.

    To compile all of them, more than 8,000, takes half a second.
    """
    text = name.translate(_LIKE_ASCII).lower()
    return [
        (f"(?i){pattern}", *facts)
        for words, pattern, facts in _list_patterns()
        if all(word in text for word in words)
    ]


@cache
def _list_patterns() -> list[tuple[tuple[str, ...], str, tuple[str | None, ...]]]:
    """Return the words that each of courts-db's patterns needs, the pattern and its court."""
    import courts_db  # slow to load

    found: list[tuple[tuple[str, ...], str, tuple[str | None, ...]]] = []
    for court in courts_db.courts:
        facts = tuple(map(court.get, ("id", "name", "type", "location", "parent")))
        for written in (*court["regex"], court["name"]):
            pattern = written.replace(r"\\", "\\")  # as courts-db itself does
            found.append((find_needs(pattern), pattern, facts))
    return found


def find_needs(pattern: str) -> tuple[str, ...]:
    """Return words in small letters that every text which a regular expression matches contains.
    Groups, classes, escapes and what may be missing count as none, nor do alternatives.
    """
    plain, before = _PATTERNS.VARIABLE.sub(" ", pattern), ""
    while plain != before:
        plain, before = _PATTERNS.GROUP.sub(" ", plain), plain
    if any(sign in plain for sign in "|()"):
        return ()
    return tuple(word.lower() for word in _PATTERNS.PLAIN_WORD.findall(plain))


def list_other_names(court_id: str) -> tuple[str, ...]:
    """Return a court's further names: courts-db's, and those of courts.toml."""
    entry = load_court_entries().get(court_id)
    return (*([entry["name"].strip()] if entry else []), *BESIDE["further_names"].get(court_id, ()))


def find_state(court_id: str) -> str:
    """Return the full name of a state court's state, or "" for other courts."""
    entry = load_court_entries().get(court_id)
    return (entry.get("location") or "") if entry and entry["system"] == "state" else ""


def find_circuit(court_id: str) -> str | None:
    """Return the id of the court of appeals above a federal district; None of the states that the
    fifth and the eleventh circuit shared by turns.
    """
    entry = load_court_entries().get(court_id)
    place = _place(entry) if entry and entry["system"] == "federal" else ""
    return next((above for above, places in BESIDE["circuits"].items() if place in places), None)


def find_offices(court: Court) -> Mapping[str, str]:
    """Return what a court calls a "J.", "C.J." or "P.J.", where it is not a judge of its kind."""
    if "Supreme " in court.name or court.court_id in BESIDE["offices"]["justices"]:
        return JUSTICES
    president = court.court_id in BESIDE["offices"]["president_judges"]
    return {"Presiding Judge": "President Judge"} if president else {}


@cache
def is_appellate(court_id: str) -> bool:
    """Return whether a court reviews judgments of other courts."""
    panels = (court.court_id for court in load_court_table().panels.values())
    if court_id in ("scotus", *CIRCUITS.values(), *panels):
        return True
    entry = load_court_entries().get(court_id)
    return bool(entry and entry["type"] == "appellate" and entry["system"] == "state")


@cache
def load_courts_by_id() -> Mapping[str, Court]:
    """Load every court by its CourtListener id, also those that no heading names for certain."""
    table = load_court_table()
    groups = (table.circuits, table.panels, table.districts, table.bankruptcy, table.named)
    named = {court.court_id: court for group in groups for court in group.values()}
    others = {
        entry["id"]: Court(
            entry["id"], write_name(entry["name"]), (entry["citation_string"] or "").strip()
        )
        for entry in list_courts()
        if entry["id"] not in _NOT_ONE_COURT
    }
    return {**others, **named, **{court.court_id: court for court in _BEYOND}}
