"""Later orders that affirm, vacate, amend, reconsider or stay an order here.

Nothing is guessed: each tie rests on words that name the earlier order and state the action, in the
later order or in any that prints the history of a case that it cites.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_scripts.archive.acts import Act, find_acts
from build_scripts.archive.amended_opinions import find_amended
from build_scripts.archive.cases import NO_DOCKET, UNKNOWN_COURT, CasePlace
from build_scripts.archive.decision_below import Reviewed, find_review, index_reviewed
from build_scripts.archive.printed_history import find_printed_history
from build_scripts.model.archive import Link
from build_scripts.model.order import Order
from build_scripts.model.quoted_words import quote_words
from build_scripts.model.subsequent_history import HistoryKind, HistoryTie, KnownBy


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
