"""The decision here that an appellate decision reviews, and the outcome of the review.

An appellate caption prints the docket number of the court below; an opinion cites the decision
under review by its report, often without a name: "The District Court dismissed. 900 F. Supp. 12."
Old captions name no more than the court: "Appeal from the Circuit Court for the District of Maine".
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from build_scripts.archive.acts import Act
from build_scripts.archive.case_names import list_name_words, may_be_one_case, may_have_new_official
from build_scripts.archive.cases import court_of
from build_scripts.archive.docket_key import DocketKey, key_of_docket_number
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import MotionKind, OrderType, Outcome, Span
from build_scripts.model.law.court_table import is_appellate
from build_scripts.model.law.courts import iterate_courts
from build_scripts.model.law.docket_numbers import iterate_numbers
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind, KnownBy
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "decision_below.toml")
_HEAD = 300
"""Characters of a decision's beginning in which its number in a series is printed."""
_NEAR = 300  # characters around a citation in which the court below is mentioned
_SOON = datetime.timedelta(days=425)
"""The time in which a review follows the one decision known of its case: a later decision of the
court below could hardly be made, appealed and reviewed within it."""
_CAPTION = 3000
"""Characters of an opinion's beginning in which its caption prints the number of the case below."""
_LONGEST = 10  # years from a decision to its review
_KINDS = {
    Outcome.AFFIRMED: HistoryKind.AFFIRMED,
    Outcome.AFFIRMED_IN_PART: HistoryKind.AFFIRMED_IN_PART,
    Outcome.REVERSED: HistoryKind.REVERSED,
    Outcome.VACATED: HistoryKind.VACATED,
}
_DECIDES_NOTHING = frozenset(
    {OrderType.SCHEDULING_ORDER, OrderType.STANDING_ORDER, OrderType.MINUTE_ORDER}
)


class Reviewed(NamedTuple):
    """Decisions, keyed by what another court's may name them by."""

    orders: Sequence[Order]
    by_word: Mapping[str, frozenset[int]]  # of the case's name
    at_address: Mapping[str, int]


def index_reviewed(orders: Sequence[Order], addresses: Sequence[str]) -> Reviewed:
    """Index decisions by the words of their cases' names."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for index, order in enumerate(orders):
        if order.description.is_listed:
            for word in list_name_words(order.description.name):
                by_word[word].add(index)
    return Reviewed(
        orders,
        {word: frozenset(found) for word, found in by_word.items()},
        {address: index for index, address in enumerate(addresses)},
    )


def _list_keys(order: Order) -> list[DocketKey]:
    """Return an order's docket numbers of the filing system's form, without offices."""
    keys = (key_of_docket_number(claim.value) for claim in order.description.docket_numbers)
    return [replace(key, office=None) for key in keys if key is not None and key.case_type]


def find_review(order: Order, links: Sequence[Link | None], known: Reviewed) -> Act | None:
    """Return the action of an appellate decision on the decision here that it reviews.

    That is the one of another court, of the same parties, that it cites, or whose docket number its
    caption prints: the last if there are several courts, none if there are several of one. Else it
    is the only one of the court that its caption names, if it was made shortly before.
    """
    decided = _read_decision(order)
    if decided is None:
        return None
    kind, words = decided
    cited = _find_cited(order, links, known)
    if cited is not None:
        earlier, citation = cited
        sentence = citation.sentence if any(citation.sentence) else (citation.start, citation.end)
        span = Span(*sentence)
        return Act(earlier, kind, KnownBy.REPORT, (words, span))
    near = (known.by_word.get(word, ()) for word in list_name_words(order.description.name))
    below = [
        index
        for index in sorted({*chain(*near)})
        if _is_of_court_below(order, other := known.orders[index])
        and may_be_one_case(order.description.name, other.description.name)
    ]
    if not below:  # the text is not read
        return None
    if numbered := _find_numbered(order, below, known):
        return Act(numbered[0], kind, KnownBy.DOCKET, (words, numbered[1]))
    if named := _find_by_court(order, below, known):
        return Act(named[0], kind, KnownBy.COURT, (words, named[1]))
    return None


def _read_decision(order: Order) -> tuple[HistoryKind, Span] | None:
    said = order.description
    appeals = [one for one in said.rulings if one.value.kind is MotionKind.APPEAL]
    disposition = said.disposition
    if disposition is None or disposition.value not in _KINDS or not appeals:
        return None
    first = next((one.evidence for one in appeals if one.evidence), disposition.evidence)
    return (_KINDS[disposition.value], first) if first else None


def _find_cited(
    order: Order, links: Sequence[Link | None], known: Reviewed
) -> tuple[int, Citation] | None:
    found: dict[int, Citation] = {}
    for citation, link in zip(order.citations, links, strict=True):
        if citation.kind is not CitationKind.CASE or not link:
            continue
        if link.target is LinkTarget.ARCHIVE and link.url in known.at_address:
            index = known.at_address[link.url]
            if index not in found and _is_cited_below(order, citation, known.orders[index]):
                found[index] = citation
    if not found:
        return None
    last = max(found, key=lambda index: _day_of(known.orders[index]))
    below = known.orders[last]
    if any(_is_later_one(citation, order, below) for citation in order.citations):
        return None
    others = [index for index in found if index != last]
    if any(court_of(known.orders[index]) == court_of(below) for index in others):
        return None
    return last, found[last]


def _is_later_one(citation: Citation, order: Order, below: Order) -> bool:
    """Return whether a citation is of a later decision of the court below in the same case."""
    name = citation.case_name
    return bool(
        citation.kind is CitationKind.CASE
        and name
        and citation.year
        and citation.court == court_of(below)
        and citation.year > _day_of(below).year
        and may_be_one_case(name, order.description.name)
    )


def _is_cited_below(order: Order, citation: Citation, other: Order) -> bool:
    """Return whether a cited decision can be the one below: of the same parties, said to be
    reported there, or, if the court below is mentioned, against an official's predecessor.
    """
    if not _is_of_court_below(order, other):
        return False
    names = order.description.name, other.description.name
    if may_be_one_case(*names):
        return True
    text = order.clean.reading_text
    if _PATTERNS.REPORTED.search(text[max(0, citation.start - _NEAR) : citation.start]):
        return True
    caption = order.description.full_caption
    has_official = caption is not None and _PATTERNS.OFFICE.search(caption.value)
    around = text[max(0, citation.start - _NEAR) : citation.end + _NEAR]
    return bool(
        has_official and may_have_new_official(*names) and _PATTERNS.COURT_BELOW.search(around)
    )


def _find_numbered(order: Order, below: Sequence[int], known: Reviewed) -> tuple[int, Span] | None:
    """Return the decision whose docket number the caption prints, or whose number in a series."""
    caption = order.clean.reading_text[:_CAPTION]
    numbered = [(index, _list_keys(known.orders[index])) for index in below]
    for start, end, number in iterate_numbers(caption):
        key = key_of_docket_number(number)
        if key is None or not key.case_type:
            continue
        found = [index for index, keys in numbered if replace(key, office=None) in keys]
        if len(found) == 1 and not _decides_nothing(known.orders[found[0]]):
            return found[0], Span(start, end)
    for index in below:
        own = _PATTERNS.SERIES.search(known.orders[index].clean.reading_text[:_HEAD])
        place = caption.find(own["number"]) if own else -1
        end = place + len(own["number"]) if own else 0
        if place >= 0 and not caption[end : end + 1].isdigit():  # the caption may end with it
            return index, Span(place, end)
    return None


def _find_by_court(order: Order, below: Sequence[int], known: Reviewed) -> tuple[int, Span] | None:
    """Return the only decision of the court that a caption names, if it was made shortly before."""
    caption = order.clean.reading_text[:_CAPTION]
    for match in iterate_courts(caption):
        taken = _PATTERNS.TAKEN_FROM.search(caption, max(0, match.start - 80), match.start)
        if not taken:
            continue
        of_court = [one for one in below if court_of(known.orders[one]) == match.court.court_id]
        if len(of_court) != 1:
            continue
        (last,) = (known.orders[one] for one in of_court)
        is_decision = not _decides_nothing(last, unless_unknown=True)
        if is_decision and _day_of(order) - _day_of(last) < _SOON:
            return of_court[0], Span(taken.start(), match.end)
    return None


def _decides_nothing(order: Order, *, unless_unknown: bool = False) -> bool:
    """Return whether a paper decides nothing, or is not known to decide anything."""
    kind, ended = order.description.order_type, order.description.disposition
    if kind and kind.value in _DECIDES_NOTHING:
        return True
    return not unless_unknown if ended is None else ended.value is Outcome.NONE


def _is_of_court_below(order: Order, other: Order) -> bool:
    """Return whether a decision is of another court, no higher one, and not long before."""
    one, two = order.description.exact_day, other.description.exact_day
    if one is None or two is None or court_of(order) == court_of(other):
        return False
    return two < one and one.year - two.year <= _LONGEST and _rank(other) <= _rank(order)


def _rank(order: Order) -> int:
    """Return a court's rank: the Supreme Court above courts of appeals above trial courts."""
    court = court_of(order)
    return 2 if court == "scotus" else 1 if is_appellate(court) else 0


def _day_of(order: Order) -> datetime.date:
    return order.description.exact_day or datetime.date.min
