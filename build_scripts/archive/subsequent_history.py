"""Later orders that affirm, vacate, amend, reconsider or stay an order here.

Nothing is guessed: each tie rests on words that name the earlier order and state the action, in the
later order or in any that prints the history of a case that it cites.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from build_scripts.archive.acts import Act, find_acts, find_amended, restrict
from build_scripts.archive.cases import NO_DOCKET, UNKNOWN_COURT, CasePlace
from build_scripts.archive.decision_below import Reviewed, find_review, index_reviewed
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import Span
from build_scripts.model.order import Order
from build_scripts.model.quoted_words import quote_words
from build_scripts.model.subsequent_history import HistoryKind, HistoryTie, KnownBy
from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "subsequent_history.toml")
_REACH = 600  # characters of a history
_MOST = 12  # citations in it


class PrintedEvent(NamedTuple):
    """An event that `order` prints: the decision at `later` did `kind` to the one at `earlier`."""

    earlier: str
    later: str
    kind: K
    words: Span


def find_printed_history(
    order: Order, links: Sequence[Link | None], here: Mapping[str, int]
) -> Iterator[PrintedEvent]:
    """Yield what an order prints of decisions here by decisions here, at addresses in `here`.

    A citation's history continues after it, and its words are about the case that is cited next:
    "aff'd in part, rev'd in part, 12 F.4th 34, cert. denied, 600 U.S. 5". Whatever it was reversed
    for ("on other grounds"), it was reversed.
    """
    cited = [
        (
            citation,
            link.url if link and link.target is LinkTarget.ARCHIVE and link.url in here else "",
        )
        for citation, link in zip(order.citations, links, strict=True)
        if citation.kind is CitationKind.CASE
    ]
    text = ""
    for number, (citation, address) in enumerate(cited):
        behind = cited[number + 1 : number + 1 + _MOST]
        if citation.history is None or not address or not any(other for _, other in behind):
            continue
        text = text or order.clean.reading_text
        start = text.find(citation.history, citation.end, citation.end + _REACH)
        if start >= 0:
            yield from _read_events(citation, address, behind, text, start)


def _read_events(
    citation: Citation, address: str, behind: Sequence[tuple[Citation, str]], text: str, start: int
) -> Iterator[PrintedEvent]:
    end = start + len(citation.history or "")
    earlier, done = address, start
    for one, _ in behind:
        if one.start >= end:
            return
        events = list(_PATTERNS.EVENT.finditer(text, done, one.start))
        if not events:  # the same case in another reporter
            continue
        done = one.end
        same = (other for each, other in behind if each.authority == one.authority and other)
        later = next(same, "")
        kind, is_back = _read_kind(events)
        span = Span(citation.start, one.end)
        if kind is not None and earlier and later and earlier != later:
            pair = (later, earlier) if is_back else (earlier, later)
            yield PrintedEvent(*pair, kind, span)
        if kind is not None and not is_back:
            earlier = later


_BACK = {"affirming": K.AFFIRMED, "reversing": K.REVERSED, "vacating": K.VACATED}
_ON = (K.AFFIRMED, K.REVERSED, K.VACATED, K.AMENDED, K.WITHDRAWN, K.SUPERSEDED, K.ADOPTED)
_KINDS = {kind.value: kind for kind in _ON} | _BACK


def _read_kind(events: Sequence[re.Match[str]]) -> tuple[K | None, bool]:
    """Return the kind in the words of a history before one citation, and whether they look back."""
    named = [
        (name, bool(event["part"]))
        for event in events
        for name, found in event.groupdict().items()
        if found and name in _KINDS
    ]
    if not named:
        return None, False
    (name, in_part), *others = named
    kind = _KINDS[name]
    if in_part and kind is K.AFFIRMED and others:
        return K.AFFIRMED_IN_PART, name in _BACK
    return restrict(kind) if in_part else kind, name in _BACK


def trace_history(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    addresses: Sequence[str],
    links: Sequence[Sequence[Link | None]],
) -> Mapping[str, tuple[HistoryTie, ...]]:
    """Return for each order the ties that concern it, as in `ArchivedOrder.ties`, each kind once.
    The later order's own words outrank what others print; papers that are no orders have none.
    """
    known = index_reviewed(orders, addresses)
    members: dict[CasePlace, list[int]] = defaultdict(list)
    for index, places in enumerate(cases):
        for place in dict.fromkeys(places):
            if place.court != UNKNOWN_COURT and place.docket != NO_DOCKET:
                members[place].append(index)
    ties: list[HistoryTie] = []
    for index, order in enumerate(orders):
        if not order.description.is_listed:
            continue
        mates = {
            addresses[other]: other
            for place in dict.fromkeys(cases[index])
            for other in members.get(place, ())
            if other != index
            and orders[other].description.is_listed
            and not _is_later(orders[other], order)
        }
        ties += _list_ties(index, order, mates, addresses, links[index], known)
    found: dict[str, list[HistoryTie]] = defaultdict(list)
    for tie in _keep_best(ties):
        for address in dict.fromkeys((tie.earlier, tie.later, tie.said_by)):
            found[address].append(tie)
    return {address: tuple(each) for address, each in found.items()}


def _is_later(one: Order, other: Order) -> bool:
    days = one.description.exact_day, other.description.exact_day
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _list_ties(
    index: int,
    order: Order,
    mates: Mapping[str, int],
    addresses: Sequence[str],
    links: Sequence[Link | None],
    known: Reviewed,
) -> Iterator[HistoryTie]:
    own = addresses[index]
    acts: list[Act] = []
    if mates:
        by_day: dict[datetime.date, list[int]] = defaultdict(list)
        for other in mates.values():
            for day in known.orders[other].description.own_days:
                by_day[day].append(other)
        acts += find_acts(order, mates, links, by_day)
        acts += find_amended(order, mates, links, by_day)
    if review := find_review(order, links, known):
        acts.append(review)
    for act in acts:
        words = quote_words(order.clean, act.words)
        yield HistoryTie(addresses[act.earlier], own, act.kind, act.known_by, own, words)
    for event in find_printed_history(order, links, known.at_address):
        earlier, later = (known.at_address[one] for one in (event.earlier, event.later))
        if not _is_later(known.orders[earlier], known.orders[later]):
            words = quote_words(order.clean, (event.words,))
            yield HistoryTie(event.earlier, event.later, event.kind, KnownBy.REPORT, own, words)


def _keep_best(ties: Sequence[HistoryTie]) -> Iterator[HistoryTie]:
    """Yield one tie for each pair and kind, each with its anchor in the order that states it."""
    chosen: dict[tuple[str, str], dict[HistoryKind, HistoryTie]] = defaultdict(dict)
    for tie in sorted(ties, key=lambda one: (one.said_by != one.later, one.said_by)):
        kinds = chosen[tie.earlier, tie.later]
        said = next(iter(kinds.values()), None)
        if said is None or (said.said_by == said.later) == (tie.said_by == tie.later):
            kinds.setdefault(tie.kind, tie)
    kept = [chosen[pair][kind] for pair in sorted(chosen) for kind in chosen[pair]]
    numbers: dict[str, int] = defaultdict(int)
    for tie in kept:
        numbers[tie.said_by] += 1
        yield replace(tie, anchor=f"evidence-history-{numbers[tie.said_by]}")
