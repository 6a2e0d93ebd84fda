"""The courts that an order can come from, keyed by how a heading names them.

courts-db's own `find_court` needs one clean line and confuses a district with its bankruptcy
court; its data are good. The table is built from them once, on first use.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from courts_db import courts

from build_scripts.model.description import Court
from build_scripts.text.pattern import Pattern

DIRECTIONS = {
    "N": "Northern",
    "S": "Southern",
    "E": "Eastern",
    "W": "Western",
    "M": "Middle",
    "C": "Central",
}
CIRCUITS = {
    "First": "ca1",
    "Second": "ca2",
    "Third": "ca3",
    "Fourth": "ca4",
    "Fifth": "ca5",
    "Sixth": "ca6",
    "Seventh": "ca7",
    "Eighth": "ca8",
    "Ninth": "ca9",
    "Tenth": "ca10",
    "Eleventh": "ca11",
    "District of Columbia": "cadc",
    "Federal": "cafc",
}

# Where courts-db departs from Bluebook table T1 (rule 6.1(a) closes up single capitals).
_CITATION_STRINGS = {
    "cit": "Ct. Int'l Trade",
    "ca3": "3d Cir.",
    "mdd": "D. Md.",
    "mnd": "D. Minn.",
    "nyed": "E.D.N.Y.",
    "pamd": "M.D. Pa.",
    "scotus": "U.S.",
    "wvsd": "S.D.W. Va.",
}
# Where courts-db's name is not the court's own.
_NAMES = {
    "ccpa": "United States Court of Customs and Patent Appeals",
    "cal": "Supreme Court of California",
    "vid": "District Court of the Virgin Islands",
    "nmid": "United States District Court for the Northern Mariana Islands",
}
# Other printed names of the courts that courts-db knows under one.
_FURTHER_NAMES = {
    "scotus": ("United States Supreme Court",),
    "jpml": (
        "Judicial Panel on Multidistrict Litigation",
        "United States Judicial Panel on Multidistrict Litigation",
    ),
    "uscfc": ("Court of Federal Claims", "United States Claims Court"),
    "fisc": ("Foreign Intelligence Surveillance Court",),
    "fiscr": ("Foreign Intelligence Surveillance Court of Review",),
    "cavc": (
        "United States Court of Appeals for Veterans Claims",
        "United States Court of Veterans Appeals",
    ),
    "acca": ("United States Army Court of Criminal Appeals",),
    "afcca": ("United States Air Force Court of Criminal Appeals",),
    "nmcca": ("United States Navy-Marine Corps Court of Criminal Appeals",),
    "uscgcoca": ("United States Coast Guard Court of Criminal Appeals",),
    "mc": ("United States Court of Military Commission Review",),
    "bia": ("Board of Immigration Appeals",),
    "ptab": ("Before the Patent Trial and Appeal Board",),
    "ttab": ("Before the Trademark Trial and Appeal Board",),
    "tax": ("United States Tax Court",),
    "com": ("United States Commerce Court",),
    "texapp": ("Court of Appeals of Texas", "Texas Court of Appeals"),
    "ccpa": ("United States Court of Customs and Patent Appeals",),
    "cusc": ("United States Customs Court",),
    "calctapp": ("Court of Appeal of the State of California", "California Court of Appeal"),
    "ny": ("New York Court of Appeals", "Court of Appeals of New York"),
    "md": ("Court of Appeals of Maryland",),
    "moctapp": ("Missouri Court of Appeals",),
    "dc": ("District of Columbia Court of Appeals",),
    "fladistctapp": ("District Court of Appeal of Florida", "Florida District Court of Appeal"),
    "lactapp": ("Court of Appeal of Louisiana",),
    "pasuperct": ("Superior Court of Pennsylvania",),
    "pacommwct": ("Commonwealth Court of Pennsylvania",),
}

# Districts of one court of appeals: its decisions are filed as the whole court's.
_DISTRICT_OF_ONE = Pattern(
    r"Court of Appeals?, (?:\w+ )?(?:Appellate )?District$",
    accepts=["Missouri Court of Appeals, Western District"],
    refuses=["United States District Court for the Western District of Missouri"],
)
# Courts and boards that CourtListener has and courts-db has not.
_BEYOND = (
    Court("tennworkcompcl", "Tennessee Court of Workers' Compensation Claims", ""),
    Court("mspb", "Merit Systems Protection Board", "M.S.P.B."),
    Court("asbca", "Armed Services Board of Contract Appeals", "A.S.B.C.A."),
    Court("bva", "Board of Veterans' Appeals", "Bd. Vet. App."),
    Court("nlrb", "National Labor Relations Board", "N.L.R.B."),
)
# courts-db's entries for a whole tier of courts: no order comes from one of these.
_NOT_ONE_COURT = frozenset({"usdistct", "uscirct"})

_DISTRICT_CITATION = Pattern(
    r"^(?:(?P<direction>[NSEWMC])\.)?D\.",
    accepts=["N.D. Cal.", "S.D.N.Y.", "C.D. Ill.", "D. Ariz."],
    refuses=["9th Cir."],
    by="match",
)
# The circuit courts of 1789 to 1911, one to a district.
_OLD_CIRCUIT = Pattern(
    r"(?:U\.S\.|United States) Circuit Court for the (?:(?P<before>Northern|Southern|Eastern"
    r"|Western|Middle) )?District of (?:(?P<after>Northern|Southern|Eastern|Western|Middle) )?"
    r"(?P<place>[A-Z][\w ]+)",
    accepts=["U.S. Circuit Court for the District of Southern Ohio"],
    refuses=["United States Court of Appeals for the Ninth Circuit"],
    by="fullmatch",
)


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
    """Fold case, punctuation and small words, so that two printings of one name agree."""
    words = re.sub(r"[^a-z0-9 ]+", " ", text.lower().replace("u.s.", "united states")).split()
    return " ".join(word for word in words if word not in {"the", "for", "in", "of", "state"})


def _court(entry: dict[str, str], name: str) -> Court:
    court_id = entry["id"]
    citation = _CITATION_STRINGS.get(court_id, entry["citation_string"].strip())
    return Court(court_id, _NAMES.get(court_id, name), citation)


def _place(entry: dict[str, str]) -> str:
    # courts-db files the capital under several spellings.
    location = entry.get("location") or ""
    if entry["citation_string"].startswith(("D.D.C", "Bankr. D.D.C", "Bankr. D.C")):
        return "District of Columbia"
    return location


def _district_key(entry: dict[str, str]) -> tuple[str, str] | None:
    citation = entry["citation_string"].strip().removeprefix("Bankr. ")
    match = _DISTRICT_CITATION.match(citation)
    # Orleans was a territory's district of its own; the others are keyed by their state.
    if not match or not _place(entry) or "Orleans" in citation:
        return None
    return DIRECTIONS.get(match["direction"] or "", ""), _place(entry).lower()


def _district_name(kind: str, key: tuple[str, str], place: str) -> str:
    district = place if place == "District of Columbia" else f"District of {place}"
    return f"United States {kind} Court for the {f'{key[0]} {district}'.strip()}"


def _names_of(entry: dict[str, str]) -> set[str]:
    name = entry["name"].strip()
    names = {name, *_FURTHER_NAMES.get(entry["id"], ())}
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
    for entry in courts:
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
        elif old := _OLD_CIRCUIT.fullmatch(name):
            direction = (old["before"] or old["after"] or "").capitalize()
            place = old["place"].replace("Illnois", "Illinois").lower()
            table.old_circuits[direction, place] = _court(entry, name)
        elif court_id not in _NOT_ONE_COURT and not (
            entry["system"] == "state" and (entry.get("parent") or _DISTRICT_OF_ONE.search(name))
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
    """The court of a CourtListener id, or None where the table does not know it."""
    return load_courts_by_id().get(court_id)


@cache
def is_appellate(court_id: str) -> bool:
    """Whether a court reviews judgments of other courts."""
    if court_id == "scotus" or (
        court_id.startswith(("bap", "ca"))
        and court_id
        in {*CIRCUITS.values(), *(court.court_id for court in load_court_table().panels.values())}
    ):
        return True
    return any(
        entry["id"] == court_id and entry["type"] == "appellate" and entry["system"] == "state"
        for entry in courts
    )


@cache
def load_courts_by_id() -> Mapping[str, Court]:
    """Every court by its CourtListener id, also those that no heading names for certain."""
    table = load_court_table()
    groups = (table.circuits, table.panels, table.districts, table.bankruptcy, table.named)
    named = {court.court_id: court for group in groups for court in group.values()}
    others = {
        entry["id"]: Court(
            entry["id"], entry["name"].strip(), (entry["citation_string"] or "").strip()
        )
        for entry in courts
        if entry["id"] not in _NOT_ONE_COURT
    }
    return {**others, **named, **{court.court_id: court for court in _BEYOND}}
