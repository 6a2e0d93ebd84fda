"""Addresses on CourtListener of cases that are not in the archive, and of searches for them."""

import re
from functools import cache, lru_cache
from urllib.parse import urlencode

from reporters_db import EDITIONS

from build_scripts.archive.docket_key import read_docket_key
from build_scripts.model.citation_form import read_case_form
from build_scripts.model.law.known_courts import load_court_entries
from build_scripts.model.text.pattern import Pattern

COURTLISTENER = "https://www.courtlistener.com/c"
_SEARCH = "https://www.courtlistener.com/"

_YEAR_SERIAL = Pattern(
    r"\b(?:\d{4}|\d{2})-\d{1,7}\b",
    accepts=["14-278, - F.Supp.3d -, -", "91-13018-H", "No. 07-0012"],
    refuses=["5:17-cv-02540", "S-2780"],
)
"""A docket number without a type, whatever else a citation prints around it."""


@lru_cache(maxsize=65536)  # cases that are cited often
def find_case_address(normal_form: str) -> str | None:
    """Return CourtListener's address of a case citation's first page; None for WL and LEXIS numbers
    and for unknown reporters: no address is guessed.
    """
    case = read_case_form(normal_form.strip())
    if case is None or case.is_database or case.text != normal_form.strip():
        return None  # with hyphens, or a year
    if case.reporter not in EDITIONS or not case.page.isdecimal():
        return None
    return f"{COURTLISTENER}/{slugify_reporter(case.reporter)}/{case.volume}/{case.page}/"


def search_for_citation(normal_form: str) -> str:
    """Return the address of a search for the opinions that print a citation."""
    phrase = f'"{normal_form}"'
    return f"{_SEARCH}?{urlencode({'type': 'o', 'q': phrase})}"


def search_for_docket(docket_number: str, court: str) -> str | None:
    """Return the address of a search for a docket; None if CourtListener, which has those of
    federal courts, can't have it. It leaves judges' initials out: "5:17-cv-02540". A number without
    a type is searched for as printed: "07-0012" is not "07-12".
    """
    key = read_docket_key(docket_number)
    if key is None or load_court_entries().get(court, {}).get("system") != "federal":
        return None
    if key.case_type:
        office = f"{key.office}:" if key.office else ""
        number = f"{office}{key.year % 100:02d}-{key.case_type}-{key.serial:05d}"
    else:
        bare = _YEAR_SERIAL.search(docket_number)
        number = bare[0] if bare else docket_number
    return f"{_SEARCH}?{urlencode({'type': 'r', 'docket_number': number, 'court': court})}"


@cache  # some hundred reporters
def slugify_reporter(reporter: str) -> str:
    """Return a reporter's slug by CourtListener's rule: "F.3d" → "f3d", "S. Ct." → "s-ct"."""
    letters = re.sub(r"[^\w\s-]", "", reporter.lower())
    return re.sub(r"[-\s]+", "-", letters).strip("-_")
