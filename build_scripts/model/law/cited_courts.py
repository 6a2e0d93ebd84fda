"""The court in a citation's parentheses ("9th Cir.", "CA10"), as CourtListener's id."""

import re
from collections.abc import Mapping
from functools import cache

from build_scripts.model.law.known_courts import BESIDE, list_courts
from build_scripts.model.law.states import STATES
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "cited_courts.toml")
_REPORTER_COURTS = {
    reporter: court for court, reporters in BESIDE["reporters"].items() for reporter in reporters
}
_ORDINALS = {"2nd": "2d", "3rd": "3d"}  # and the Bluebook's own, which courts-db mixes


def find_cited_court(printed: str, reporter: str = "") -> str | None:
    """Return the court id for `printed` (the parentheses without the year), or None.

    Spaces and full stops do not count ("D.C.Cir." is "D.C. Cir."); a division or district after the
    court's name is skipped ("Cal. Ct. App. 2d Dist."). If `printed` is empty, the reporter decides
    if it publishes only one court; a court without its state ("Ct. App.") is one of the reporter's
    state (Bluebook rule 10.4).
    """
    printed = printed.strip(" ,")
    base = _PATTERNS.SERIES.sub("", reporter)
    if not printed:
        return _REPORTER_COURTS.get(base) or _court_table().get(_squeeze(base))
    state = next((name for name in STATES if base == name or base.startswith(f"{name} ")), None)
    whole = (f"{state} {printed}", f"{state} Ct. {printed}") if state else ()
    found = next((court for name in whole if (court := _court_table().get(_squeeze(name)))), None)
    if re.fullmatch(r"\d{1,2}(?:st|d|nd|rd|th)\sDist\.", printed):
        return _REPORTER_COURTS.get(base)  # "180 Ohio App. 3d 339 (10th Dist. 2008)"
    return found or _look_up(printed)


def _look_up(printed: str) -> str | None:
    if shorthand := _PATTERNS.CIRCUIT_SHORTHAND.fullmatch(printed):
        circuit = (shorthand["circuit"] or shorthand["old"]).replace(".", "").lower()
        return {"dc": "cadc", "fed": "cafc"}.get(circuit, f"ca{circuit}")
    if panel := _PATTERNS.PANEL.fullmatch(printed):
        return f"bap{panel['circuit']}"
    # "Tex. App.—Houston [14th Dist.]": the city and its district after a dash
    words = re.split(r"[—–]", printed)[0].replace(".", ". ").replace(",", " ").split()
    for length in range(len(words), 0, -1):
        if "app" in "".join(words[length:]).lower():
            continue  # "Cal. App." is not the court that "Cal." means
        key = _squeeze(" ".join(words[:length]))
        if court := _court_table().get(key):
            return court
    return None


@cache
def _court_table() -> Mapping[str, str]:
    """Return citation strings without spaces and stops → court id; a string of two courts is left
    out unless one of them is a federal court.
    """
    owners: dict[str, set[str]] = {}
    federal: dict[str, set[str]] = {}
    for court in list_courts():
        if key := _squeeze(court["citation_string"]):
            owners.setdefault(key, set()).add(court["id"])
            if court["system"] == "federal":
                federal.setdefault(key, set()).add(court["id"])
    table: dict[str, str] = {}
    for key, ids in owners.items():
        choice = ids if len(ids) == 1 else federal.get(key, set())
        if len(choice) == 1:
            table[key] = next(iter(choice))
    table.update(BESIDE["loose_strings"])
    return table


def _squeeze(name: str) -> str:
    words = (_ORDINALS.get(word, word) for word in name.lower().split())
    return normalize_alnum("".join(words))
