"""Which order of this archive a citation names: exactly one, or none."""

import datetime
import re
from collections.abc import Sequence

from build_scripts.cataloguing.cases import CasePlace, court_of
from build_scripts.cataloguing.docket_key import read_docket_key
from build_scripts.cataloguing.finding_aids import FindingAids
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# The date that a citation of a slip opinion or WL number carries in its parenthesis.
# accepted: (N.D. Cal. May 31, 2017) · (D. Ariz. Sept. 2, 2019) · (Jan. 2, 2025)
# refused:  (N.D. Cal. 2017) (no day) · a date outside a parenthesis
_DATE_IN_PARENTHESIS = re.compile(
    r"""
    \( [^()]{0,60}?
    \b (?P<month> Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec )
    [a-z]{0,6} \.? \s
    (?P<day> \d{1,2} ) , \s (?P<year> \d{4} )
    [^()]{0,20} \)
    """,
    re.VERBOSE,
)
_REACH = 160
"""How far behind a citation's start its date is looked for, in characters."""


def find_cited_order(
    citing: int,
    citation: Citation,
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    aids: FindingAids,
) -> int | None:
    """Return the index of the order that `citation` names, never the citing one itself."""
    if citation.kind is CitationKind.RECORD:
        return _find_by_entry(citing, citation, cases, aids)
    if citation.kind not in {CitationKind.CASE, CitationKind.DOCKET}:
        return None
    reported = aids.by_own_citation.get(" ".join(citation.normal_form.split()), ())
    if reported:
        return reported[0] if len(reported) == 1 and reported[0] != citing else None
    return _find_by_docket(citing, citation, orders, aids)


def _find_by_entry(
    citing: int, citation: Citation, cases: Sequence[tuple[CasePlace, ...]], aids: FindingAids
) -> int | None:
    """Find "Dkt. No. 12" among the orders of the citing order's own case."""
    found = {
        index
        for case in cases[citing]
        for entry in citation.entries
        for index in aids.by_entry.get((case, entry.strip()), ())
    }
    return found.pop() if len(found) == 1 and citing not in found else None


def _find_by_docket(
    citing: int, citation: Citation, orders: Sequence[Order], aids: FindingAids
) -> int | None:
    """Find the order by docket number, court and day; a bare number means the citing court."""
    printed = citation.docket_number or (
        citation.normal_form if citation.kind is CitationKind.DOCKET else ""
    )
    key = read_docket_key(printed)
    if key is None:
        return None
    court = citation.court or court_of(orders[citing])
    candidates = [index for index in aids.find_by_docket(court, key) if index != citing]
    text = orders[citing].clean.reading_text[citation.start : citation.start + _REACH]
    fitting = [index for index in candidates if _is_of_the_day(orders[index], citation, text)]
    if len(fitting) > 1 and citation.entries:
        fitting = [i for i in fitting if _document_number(orders[i]) in citation.entries]
    return fitting[0] if len(fitting) == 1 else None


def _is_of_the_day(order: Order, citation: Citation, text: str) -> bool:
    """Whether the order's date is the one that the citation gives, as exactly as it gives it."""
    dates = {
        claim.value
        for claim in (order.description.date, order.description.date_filed)
        if claim is not None
    }
    day = _find_date(text)
    if day is not None and (citation.year is None or citation.year == day.year):
        return day in dates
    return citation.year is None or citation.year in {date.year for date in dates}


def _find_date(text: str) -> datetime.date | None:
    match = _DATE_IN_PARENTHESIS.search(text)
    if match is None:
        return None
    month = _MONTHS.index(match["month"].lower()) + 1
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:  # "Feb. 30, 2019": misprinted or misread
        return None


def _document_number(order: Order) -> str | None:
    claim = order.description.document_number
    return claim.value if claim else None
