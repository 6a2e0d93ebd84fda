"""The order of this archive that a citation names: one for certain, several perhaps, or none."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.archive.case_names import NameMatch, match_names
from build_scripts.archive.cases import CasePlace, court_of
from build_scripts.archive.docket_key import read_docket_key
from build_scripts.archive.finding_aids import FindingAids
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order
from build_scripts.model.text.dates import MONTHS
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "cited_orders.toml")
_REACH = 160
"""How far after a citation's start its date is searched for, in characters."""


@dataclass(frozen=True, slots=True)
class CitedOrder:
    """Indices of the orders that a citation may name, ascending; `sure` if it names the one."""

    candidates: tuple[int, ...] = ()
    sure: bool = False


_NONE = CitedOrder()


def find_cited_order(
    citing: int,
    citation: Citation,
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    aids: FindingAids,
) -> CitedOrder:
    """Return the order that `citation` names, or those that it may name; never the citing one.

    By its report, else by docket, court and day, else by name, court and year. A report whose case
    has another name or year is doubtful: many table decisions share one page.
    """
    if citation.kind is CitationKind.RECORD:
        # "Dkt. No. 12" is among the orders of the citing order's own case.
        here = {
            index
            for case in cases[citing]
            for entry in citation.entries
            for index in aids.by_entry.get((case, entry.strip()), ())
        }
        return _NONE if citing in here else _settle(here)
    if citation.kind not in {CitationKind.CASE, CitationKind.DOCKET}:
        return _NONE
    reported = aids.find_by_report(citation.normal_form)
    if reported:
        return _find_by_report(citing, citation, orders, reported)
    by_docket = _find_by_docket(citing, citation, orders, aids)
    return by_docket if by_docket.candidates else _find_by_name(citing, citation, orders, aids)


def _settle(candidates: Iterable[int]) -> CitedOrder:
    found = tuple(sorted(candidates))
    return CitedOrder(found, len(found) == 1)


def _find_by_report(
    citing: int, citation: Citation, orders: Sequence[Order], reported: Sequence[int]
) -> CitedOrder:
    others = [index for index in reported if index != citing]
    name = citation.case_name
    if not name:
        return _settle(others) if len(reported) == 1 else CitedOrder(tuple(others))
    named = [index for index in others if _match_name(name, orders[index]) > NameMatch.DIFFERENT]
    if len(named) > 1:
        named = [i for i in named if _match_name(name, orders[i]) is NameMatch.SAME] or named
    if not named:
        return CitedOrder(tuple(others))
    fitting = [index for index in named if _is_near_year(orders[index], citation.year)]
    return _settle(fitting) if fitting else CitedOrder(tuple(named))


def _match_name(name: str, order: Order) -> NameMatch:
    """Return how far a name agrees with the order's; an order without a name fits in part."""
    claim = order.description.case_name
    return match_names(name, claim.value) if claim else NameMatch.PART


def _is_near_year(order: Order, year: int | None) -> bool:
    """Return whether a year fits: reporters and dockets may count a January in either year."""
    claims = (order.description.date, order.description.date_filed)
    years = {claim.value.year for claim in claims if claim}
    return year is None or not years or any(abs(year - each) <= 1 for each in years)


def _find_by_name(
    citing: int, citation: Citation, orders: Sequence[Order], aids: FindingAids
) -> CitedOrder:
    """Find a case by its name, court and year; a name of many cases gives only a choice.

    An order that prints where it is reported is not searched for elsewhere in that reporter.
    """
    if citation.case_name is None or citation.court is None or citation.year is None:
        return _NONE
    found = [
        index
        for index in aids.by_year.get((citation.court, citation.year), ())
        if index != citing
        and match_names(citation.case_name, orders[index].description.name) is NameMatch.SAME
        and _reporter_of(citation.normal_form)
        not in {_reporter_of(own.value) for own in orders[index].description.own_citations}
    ]
    # several orders of one case in one year: the citation may mean any
    return _settle(found)


def _reporter_of(citation: str) -> str:
    return re.sub(r"[\W\d_]", "", citation.lower())


def _find_by_docket(
    citing: int, citation: Citation, orders: Sequence[Order], aids: FindingAids
) -> CitedOrder:
    """Find the order by docket number, court and day; a bare number means the citing court."""
    printed = citation.docket_number or (
        citation.normal_form if citation.kind is CitationKind.DOCKET else ""
    )
    key = read_docket_key(printed)
    if key is None:
        return _NONE
    court = citation.court or court_of(orders[citing])
    candidates = [index for index in aids.find_by_docket(court, key) if index != citing]
    if not candidates:
        return _NONE
    text = orders[citing].clean.reading_text[citation.start : citation.start + _REACH]
    fitting = [index for index in candidates if _is_of_the_day(orders[index], citation, text)]
    if len(fitting) > 1 and citation.entries:
        fitting = [i for i in fitting if orders[i].description.entry in citation.entries]
    return _settle(fitting)


def _is_of_the_day(order: Order, citation: Citation, text: str) -> bool:
    """Return whether the order's date is the citation's, to the citation's precision."""
    dates = order.description.own_days
    day = _find_date(text)
    if day is not None and (citation.year is None or citation.year == day.year):
        return day in dates
    return citation.year is None or citation.year in {date.year for date in dates}


def _find_date(text: str) -> datetime.date | None:
    match = _PATTERNS.DATE_IN_PARENTHESIS.search(text)
    if match is None:
        return None
    month = MONTHS[match["month"].lower()]
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:  # "Feb. 30, 2019": misprinted or misread
        return None
