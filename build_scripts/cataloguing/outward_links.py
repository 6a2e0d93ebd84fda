"""Addresses of cases on CourtListener, for those that are not in the archive."""

import re
from functools import cache

from reporters_db import EDITIONS

COURTLISTENER = "https://www.courtlistener.com/c"

# accepted: 433 F.3d 1199 · 465 U.S. 783 · 79 L. Ed. 2d 804 · 12 F. App'x 3 · 2015 UT 12
# refused:  2017 WL 2351234 · 2017 U.S. Dist. LEXIS 83004 (no reporter of CourtListener's pages),
#           433 F.3d at 1206 (a short form), 28 U.S.C. § 1331
_VOLUME_REPORTER_PAGE = re.compile(
    r"(?P<volume>\d{1,4}) (?P<reporter>[A-Z][^\d§][^§]{0,40}?|[A-Z]) (?P<page>\d{1,6})"
)


def find_case_address(normal_form: str) -> str | None:
    """Return CourtListener's address of a case citation's first page, None where it has none.

    CourtListener finds a case at `/c/{reporter slug}/{volume}/{page}/`. WL and LEXIS numbers lead
    nowhere there, and a reporter nobody knows is not guessed at.
    """
    match = _VOLUME_REPORTER_PAGE.fullmatch(normal_form.strip())
    if match is None or not _is_known_reporter(match["reporter"]):
        return None
    slug = slugify_reporter(match["reporter"])
    return f"{COURTLISTENER}/{slug}/{match['volume']}/{match['page']}/"


def slugify_reporter(reporter: str) -> str:
    """Return a reporter's slug by CourtListener's rule: "F.3d" → "f3d", "S. Ct." → "s-ct".

    Dots and apostrophes go, blanks become dashes, letters become lower case.
    """
    letters = re.sub(r"[^\w\s-]", "", reporter.lower())
    return re.sub(r"[-\s]+", "-", letters).strip("-_")


@cache
def _is_known_reporter(reporter: str) -> bool:
    return reporter in EDITIONS and reporter != "WL" and "LEXIS" not in reporter
