"""The decision here that an appellate decision reviews, and the outcome of the review.

An appellate caption prints the docket number of the court below; an opinion cites the decision
under review by its report, often without a name: "The District Court dismissed. 900 F. Supp. 12."
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from build_scripts.archive.case_names import list_name_words, may_be_one_case
from build_scripts.archive.cases import court_of
from build_scripts.archive.docket_key import DocketKey, key_of_docket_number
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import MotionKind, OrderType, Outcome, Span
from build_scripts.model.law.court_table import is_appellate
from build_scripts.model.law.docket_numbers import iterate_numbers
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind, KnownBy

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


class Review(NamedTuple):
    """The decision at `earlier` that an appellate one reviews, and the words that show it."""

    earlier: int
    kind: HistoryKind
    known_by: KnownBy
    words: tuple[Span, ...]


class Reviewed(NamedTuple):
    """Decisions, keyed by what another court's may name them by."""

    orders: Sequence[Order]
    by_word: Mapping[str, frozenset[int]]  # of the case's name; of numbers as the system files them
    at_address: Mapping[str, int]


def index_reviewed(orders: Sequence[Order], addresses: Sequence[str]) -> Reviewed:
    """Index the decisions whose docket numbers distinguish a case from all others of its court."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for index, order in enumerate(orders):
        if _list_keys(order):
            for word in list_name_words(_name_of(order)):
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


def find_review(order: Order, links: Sequence[Link | None], known: Reviewed) -> Review | None:
    """Return the action of an appellate decision on the decision here that it reviews.

    That is the one of another court, of the same parties, that it cites, or whose docket number its
    caption prints: the last if there are several courts, none if there are several of one.
    """
    decided = _read_decision(order)
    if decided is None:
        return None
    kind, words = decided
    cited = _find_cited(order, links, known)
    if cited is not None:
        earlier, citation = cited
        span = Span(
            *(citation.sentence if any(citation.sentence) else (citation.start, citation.end))
        )
        return Review(earlier, kind, KnownBy.REPORT, (words, span))
    numbered = _find_numbered(order, known)
    if numbered is not None:
        earlier, span = numbered
        return Review(earlier, kind, KnownBy.DOCKET, (words, span))
    return None


def _read_decision(order: Order) -> tuple[HistoryKind, Span] | None:
    """Return the decision on the appeal, and where."""
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
            if index not in found and _can_be_below(order, known.orders[index]):
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
        and may_be_one_case(name, _name_of(order))
    )


def _find_numbered(order: Order, known: Reviewed) -> tuple[int, Span] | None:
    near = (known.by_word.get(word, frozenset()) for word in list_name_words(_name_of(order)))
    candidates = [
        index
        for index in sorted(frozenset().union(*near))
        if _can_be_below(order, known.orders[index])
    ]
    if not candidates:  # the text is not read
        return None
    numbered = [(index, _list_keys(known.orders[index])) for index in candidates]
    for start, end, number in iterate_numbers(order.clean.reading_text[:_CAPTION]):
        key = key_of_docket_number(number)
        if key is None or not key.case_type:
            continue
        below = [index for index, keys in numbered if replace(key, office=None) in keys]
        if len(below) == 1 and not _decides_nothing(known.orders[below[0]]):
            return below[0], Span(start, end)
    return None


def _decides_nothing(order: Order) -> bool:
    kind, ended = order.description.order_type, order.description.disposition
    return bool(kind and kind.value in _DECIDES_NOTHING) or not ended or ended.value is Outcome.NONE


def _can_be_below(order: Order, other: Order) -> bool:
    """Return whether another court decided the same parties' case before, and not long before."""
    one, two = order.description.exact_day, other.description.exact_day
    if one is None or two is None or court_of(order) == court_of(other):
        return False
    if two >= one or one.year - two.year > _LONGEST or _rank(other) > _rank(order):
        return False
    return may_be_one_case(_name_of(order), _name_of(other))


def _rank(order: Order) -> int:
    """Return a court's rank: the Supreme Court above courts of appeals above trial courts."""
    court = court_of(order)
    return 2 if court == "scotus" else 1 if is_appellate(court) else 0


def _name_of(order: Order) -> str:
    claim = order.description.case_name
    return claim.value if claim else ""


def _day_of(order: Order) -> datetime.date:
    return order.description.exact_day or datetime.date.min
