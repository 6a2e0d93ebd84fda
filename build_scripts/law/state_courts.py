"""The courts of the states by state and kind ("superior court" of Delaware), from courts-db.

Counties, districts and departments of one tier are one court here, as CourtListener files their
decisions: the Superior Court of Fulton County is one of Georgia's superior courts.
"""

import re
from collections.abc import Mapping
from functools import cache

from courts_db import courts

from build_scripts.law.court_table import find_known_court
from build_scripts.model.description import Court
from build_scripts.text.pattern import Pattern

# Kinds of court by the words that name them, the longer before the shorter.
_KINDS = {
    "supreme judicial court": r"supreme\s+judicial\s+court",
    "appellate division": (
        r"(?:supreme|superior)\s+court\b[^()]{0,90}?\bappellate\s+division"
        r"|appellate\s+division\b[^().]{0,60}?\bsupreme\s+court"
        r"|appellate\s+division,?\s+(?:first|second|third|fourth)\s+(?:judicial\s+)?dep"
    ),
    "appellate term": r"supreme\s+court\b[^()]{0,90}?\bappellate\s+term",
    "supreme court of appeals": r"supreme\s+court\s+of\s+appeals",
    "supreme court": r"supreme\s*court",
    "court of special appeals": r"court\s+of\s+special\s+appeals",
    "court of criminal appeals": r"courts?\s+of\s+criminal\s+appeals?",
    "court of civil appeals": r"courts?\s+of\s+civil\s+appeals?",
    "intermediate court of appeals": r"intermediate\s+court\s+of\s+appeals",
    "district court of appeal": r"district\s+courts?\s+of\s+appeals?",
    "appellate court": r"appellate\s+courts?",
    "appeals court": r"appeals\s+court",
    "court of appeals": r"courts?\s*of\s*appeals?",
    "court of chancery": r"courts?\s+of\s+chancery|chancery\s+courts?",
    "court of common pleas": r"courts?\s+of\s+common\s+pleas|common\s+pleas(?:\s+courts?)?",
    "court of claims": r"court\s+of\s+claims",
    "tax appeal court": r"tax\s+appeal\s+court",
    "probate and family court": r"probate\s+and\s+family\s+court",
    "surrogate's court": r"surrogate['’]?s['’]?\s+courts?",
    "orphans' court": r"orphans['’]?\s+courts?",
    "superior court": r"superior\s*courts?|general\s+court\s+of\s+justice\s+superior",
    "workers' compensation commission": r"workers['’]?\s+compensation\s+commission",
    "court of workers' compensation claims": (r"court\s+of\s+workers['’]?\s+compensation\s+claims"),
    "workers' compensation appeals board": r"workers['’]?\s+compensation\s+appeals?\s+board",
    **{
        f"{kind} court": rf"{kind}\s*courts?"
        for kind in (
            "circuit",
            "district",
            "county",
            "family",
            "probate",
            "juvenile",
            "municipal",
            "justice",
            "magistrate",
            "tax",
            "land",
            "housing",
            "water",
            "business",
            "commonwealth",
            "state",
            "civil",
            "criminal",
            "high",
        )
    },
    "industrial commission": r"industrial\s+commission",
}
_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth"
)
_NAMES = tuple(_KINDS)
KINDS = Pattern(
    r"(?<![a-z])(?<!united\sstates\s)(?<!unites\sstates\s)(?<!u\.s\.\s)(?<!u\.\ss\.\s)"
    rf"(?P<ordinal>(?:{_ORDINAL})\s+(?=(?:district\s+)?courts?\s+of\s+appeal))?(?:"
    + "|".join(f"(?P<k{number}>{words})" for number, words in enumerate(_KINDS.values()))
    + r")(?![a-z])",
    re.IGNORECASE,
    accepts=["SUPREME COURT OF APPEALS", "In The Eleventh Court of Appeals", "Superior Court"],
    refuses=["United States District Court", "the court", "U.S. Tax Court"],
)
_TIER_BEHIND = Pattern(
    r"[^()]{0,160}?\bappellate\s+(division|term)\b",
    re.IGNORECASE,
    accepts=[" OF NEW JERSEY\nAPPELLATE DIVISION"],
    refuses=[" OF NEW JERSEY\nLAW DIVISION"],
    by="match",
)
# A kind of court that one state alone has.
_ONLY = {
    "appellate division": "nyappdiv",
    "appellate term": "nyappterm",
    "supreme judicial court": "mass",
    "district court of appeal": "fladistctapp",
    "court of special appeals": "mdctspecapp",
    "commonwealth court": "pacommwct",
    "surrogate's court": "nysurct",
    "ordinal court of appeals": "texapp",
}
# Where courts-db has no entry whose name says it, or two.
_FURTHER = {
    ("Connecticut", "appellate court"): "connappct",
    ("California", "appellate division"): "calappdeptsuper",
    ("Florida", "court of appeals"): "fladistctapp",
    ("Hawaii", "court of appeals"): "hawapp",
    ("Idaho", "magistrate court"): "idmagdiv",
    ("Maine", "supreme court"): "me",
    ("Maryland", "supreme court"): "md",
    ("Maryland", "appellate court"): "mdctspecapp",
    ("Massachusetts", "appellate division"): "massdistctapp",
    ("Massachusetts", "court of appeals"): "massappct",
    ("Massachusetts", "municipal court"): "massdistctbos",
    ("Massachusetts", "probate court"): "maprobct",
    ("New Jersey", "appellate division"): "njsuperctappdiv",
    ("New York", "appellate division"): "nyappdiv",
    ("New York", "appellate term"): "nyappterm",
    ("New York", "county court"): "nycountyct",
    ("New York", "criminal court"): "nycrimct",
    ("New York", "supreme court"): "nysupct",
    ("North Carolina", "superior court"): "ncsuperct",
    ("Puerto Rico", "court of appeals"): "prapp",
    ("Arkansas", "workers' compensation commission"): "arkworkcompcom",
    ("Tennessee", "court of workers' compensation claims"): "tennworkcompcl",
    ("Tennessee", "workers' compensation appeals board"): "tennworkcompapp",
    ("Texas", "court of appeals"): "texapp",
    ("Virgin Islands", "superior court"): "visuper",
    ("Virginia", "supreme court of appeals"): "va",
    ("West Virginia", "supreme court of appeals"): "wva",
    ("West Virginia", "court of appeals"): "wvactapp",
    ("District of Columbia", "court of appeals"): "dc",
}
_PART = Pattern(
    r"count(?:y|ies)\b(?!\s+court)|\bcity\b(?!\s+(?:and|court|of\s+new\s+york))|division|department"
    r"|,\s|\d|orleans|district$|appellate\s+term",
    re.IGNORECASE,
    accepts=["Superior Court of Maine, Knox County", "Baltimore City Orphans' Court"],
    refuses=["Superior Court of Maine", "New York County Courts"],
)


def read_kind(match: re.Match[str], text: str) -> str:
    """The kind of court that a match of `KINDS` names."""
    kind = next(name for number, name in enumerate(_NAMES) if match[f"k{number}"])
    if kind in ("superior court", "supreme court"):
        tier = _TIER_BEHIND.match(text, match.end())
        kind = f"appellate {tier[1].lower()}" if tier else kind
    return f"ordinal {kind}" if match["ordinal"] and kind == "court of appeals" else kind


@cache
def _load_table() -> Mapping[tuple[str, str], str]:
    """(state, kind) → court id; the first of courts-db's entries for a whole tier."""
    table: dict[tuple[str, str], str] = {}
    for entry in courts:
        place = (entry.get("location") or "").replace("Washington D.C.", "District of Columbia")
        if entry["system"] != "state" or entry.get("parent") or _PART.search(entry["name"]):
            continue
        if match := KINDS.search(entry["name"]):
            table.setdefault((place, read_kind(match, entry["name"])), entry["id"])
    return table | _FURTHER


def find_state_court(state: str | None, kind: str) -> Court | None:
    """A state's court of one kind; without a state the court of a kind that one state alone has."""
    plain = kind.removeprefix("ordinal ")
    if state is None:
        court_id = _ONLY.get(kind)
    else:
        table = _load_table()
        court_id = table.get((state, plain)) or table.get((state, _TIER.get(plain, "")))
    return find_known_court(court_id) if court_id else None


# An appellate part of a state that has no court of that name is its court.
_TIER = {"appellate division": "superior court", "appellate term": "supreme court"}
