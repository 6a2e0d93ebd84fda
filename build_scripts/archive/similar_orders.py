"""Similar orders: they share authorities, rare words, and the outcome of a motion.

What many orders have in common distinguishes none: an authority or a word counts by its rarity, and
what is in more than a hundred orders not at all. So the work grows with the orders and not with
their pairs, and a list rests on what one sentence can explain.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nlargest
from typing import NamedTuple

from build_scripts.archive.cases import NO_DOCKET, CasePlace
from build_scripts.model.archive import Authority, SimilarOrder
from build_scripts.model.description import MotionKind, Outcome
from build_scripts.model.order import Order
from build_scripts.model.page import Keep, make_anew
from build_scripts.model.subsequent_history import HistoryTie

MOST = 5
"""The most orders that are named as similar to an order."""
_LEAST = 0.15
"""Nearness below which half of what was judged was not alike; two twins have 2."""
_READ = 20_000  # characters of an order whose words are read: what it is about, not all
_WORDS = 120  # an order's rarest
_COMMON_WORD, _COMMON_AUTHORITY = 100, 60  # orders
_FEWEST = 50  # orders of an archive that is large enough to show what is rare
_SHOWN = 3  # authorities and words that are named
_SHARED_RULING = 0.1
"""The weight of a shared ruling next to authorities and words, times its rarity."""
_SAYS_LITTLE = frozenset({MotionKind.OTHER, MotionKind.CASE, MotionKind.APPEAL})
_LETTERS = bytes(
    code if chr(code).isascii() and chr(code).isalpha() else 0x20 for code in range(256)
)
"""All but letters become blanks."""
_SHORTEST = 4  # letters of a word
_LEAST_OFTEN = 2  # times in an order: a word used once is not its subject

Vector = Mapping[int, float]


class _Features(NamedTuple):
    of_order: tuple[Vector, ...]
    orders: Mapping[int, "tuple[array[int], array[float]]"]


class _Compared(NamedTuple):
    """All that is compared of an order; papers that are none have no words and authorities."""

    address: str
    is_listed: bool
    words: Mapping[str, int]
    cited: Sequence[int | None]
    rulings: frozenset[tuple[MotionKind, Outcome]]
    groups: frozenset[str]


def find_similar(
    orders: Sequence[Order],
    addresses: Sequence[str],
    authorities: Sequence[Authority],
    cited: Sequence[Sequence[int | None]],
    groups: Sequence[frozenset[str]],
    keep: Keep = make_anew,
) -> tuple[tuple[SimilarOrder, ...], ...]:
    """Return for each order the similar ones, the nearest first.

    `cited` are each order's `authorities`, by number. Orders that share a member of `groups` (a
    case, a decision in two editions) are not compared. Papers that are no orders have none, nor has
    anything in an archive too small to show what is rare.
    """
    if len(orders) < _FEWEST:
        return ((),) * len(orders)
    names = [one.case_name or one.forms[0] for one in authorities]
    compared = []
    for address, order, own, kin in zip(addresses, orders, cited, groups, strict=True):
        said, count = order.description, partial(_count_words, order)
        words: dict[str, int] = {}
        if said.is_listed:
            digest = partial(getattr, order, "digest")
            words = keep(f"{address}/words", digest, dict[str, int], count)
        rulings = (claim.value for claim in said.own_rulings)
        telling = frozenset((r.kind, r.outcome) for r in rulings if r.kind not in _SAYS_LITTLE)
        own = own if said.is_listed else ()
        compared.append(_Compared(address, said.is_listed, words, own, telling, kin))
    return keep(
        "similar",
        lambda: (compared, names),  # no more: other corrections leave the result as it is
        tuple[tuple[SimilarOrder, ...], ...],
        lambda: _compare(compared, names),
    )


def _compare(
    orders: Sequence[_Compared], authorities: Sequence[str]
) -> tuple[tuple[SimilarOrder, ...], ...]:
    relied_on = _weigh_authorities([one.cited for one in orders])
    vocabulary, words = _weigh_words(one.words for one in orders)
    names = list(vocabulary)
    rulings = [one.rulings for one in orders]
    counts = Counter(ruling for each in rulings for ruling in each)
    rarity = {one: math.log(len(rulings) / count) / 10 for one, count in counts.items()}
    found = []
    for index, order in enumerate(orders):
        near = _score(index, (relied_on, words)) if order.is_listed else {}
        for other in near if rulings[index] else ():
            if shared := rulings[index] & rulings[other]:
                near[other] += _SHARED_RULING * math.fsum(rarity[one] for one in shared)
        fitting = (
            (score, -other)
            for other, score in near.items()
            if score >= _LEAST and not order.groups & orders[other].groups
        )
        best = nlargest(MOST, fitting)
        found.append(
            tuple(
                SimilarOrder(
                    orders[-other].address,
                    round(score, 2),
                    tuple(authorities[one] for one in _list_shared(relied_on, index, -other)),
                    tuple(names[word] for word in _list_shared(words, index, -other)),
                    tuple(sorted(rulings[index] & rulings[-other])),
                )
                for score, other in best
            )
        )
    return tuple(found)


def _score(index: int, features: Iterable[_Features]) -> dict[int, float]:
    """Return the nearness of other orders: the cosine of each kind of feature, added."""
    near: dict[int, float] = defaultdict(float)
    for kind in features:
        for feature, weight in kind.of_order[index].items():
            for other, theirs in zip(*kind.orders[feature], strict=True):
                near[other] += weight * theirs
    near.pop(index, None)
    return near


def _list_shared(features: _Features, one: int, other: int) -> tuple[int, ...]:
    """Return what two orders share, the weightiest first."""
    ours, theirs = features.of_order[one], features.of_order[other]
    shared = sorted((-ours[each] * theirs[each], each) for each in ours.keys() & theirs.keys())
    return tuple(each for _, each in shared[:_SHOWN])


def _weigh_authorities(cited: Sequence[Sequence[int | None]]) -> _Features:
    """Weigh an authority by how few orders cite it, and a little by how often this one does."""
    counts = [Counter(one for one in each if one is not None) for each in cited]
    in_orders = Counter(authority for each in counts for authority in each)

    def weigh(authority: int, times: int) -> float:
        rarity = math.log(len(counts) / in_orders[authority])
        return rarity * rarity * (1 + math.log(times))

    common = _limit(_COMMON_AUTHORITY, len(counts) // 10)
    vectors = []
    for each in counts:
        length = math.hypot(*(weigh(authority, times) for authority, times in each.items())) or 1.0
        vectors.append(
            {
                authority: weigh(authority, times) / length
                for authority, times in each.items()
                if 2 <= in_orders[authority] <= common
            }
        )
    return _turn_around(vectors)


def _count_words(order: Order) -> dict[str, int]:
    """Return how often an order uses each word that may be its subject."""
    text = order.clean.reading_text[:_READ].encode("ascii", "replace").translate(_LETTERS)
    return {
        word.decode(): count
        for word, count in Counter(text.split()).items()
        if count >= _LEAST_OFTEN and len(word) >= _SHORTEST and word.islower()  # no name
    }


def _weigh_words(counts: Iterable[Mapping[str, int]]) -> tuple[Mapping[str, int], _Features]:
    """Return the shared words, by number, and the rarest of each order."""
    numbers: dict[str, int] = {}
    counted: list[tuple[array[int], array[int]]] = []
    in_orders: list[int] = []
    for each in counts:
        ids, times = array("I"), array("I")
        for word, count in each.items():
            number = numbers.setdefault(word, len(numbers))
            if number == len(in_orders):
                in_orders.append(0)
            in_orders[number] += 1
            ids.append(number)
            times.append(count)
        counted.append((ids, times))
    common = _limit(_COMMON_WORD, len(counted) // 6)
    rarity = [
        math.log(len(counted) / count) if 2 <= count <= common else 0.0 for count in in_orders
    ]
    vectors = []
    for ids, times in counted:
        weights = (
            ((1 + math.log(count)) * rarity[number], number)
            for number, count in zip(ids, times, strict=True)
            if rarity[number]
        )
        rarest = nlargest(_WORDS, weights)
        length = math.hypot(*(weight for weight, _ in rarest)) or 1.0
        vectors.append({number: weight / length for weight, number in rarest})
    return numbers, _turn_around(vectors)


def _limit(most: int, share: int) -> int:
    """Return in how many orders something rare may be: of a small archive in a share."""
    return max(2, min(most, share))


def _turn_around(vectors: Sequence[Vector]) -> _Features:
    by_feature: dict[int, tuple[array[int], array[float]]] = {}
    for index, vector in enumerate(vectors):
        for feature, weight in vector.items():
            members = by_feature.setdefault(feature, (array("I"), array("d")))
            members[0].append(index)
            members[1].append(weight)
    return _Features(tuple(vectors), by_feature)


def group_kin(
    orders: Sequence[Order],
    cases: Sequence[Iterable[CasePlace]],
    ties: Sequence[Iterable[HistoryTie]],
) -> Iterator[frozenset[str]]:
    """Yield what an order may not be compared within: its cases, its history and others', and its
    decision's other editions, of one court and day under one name, or in one reporter at one page.
    """
    for order, places, own_ties in zip(orders, cases, ties, strict=True):
        said = order.description
        court, day = said.court_short, said.day
        same = [f"case {place.slug}" for place in places if place.docket != NO_DOCKET]
        if day and said.case_name:
            same.append(f"name {court} {day} {said.case_name.value}")
        same += (f"report {claim.value}" for claim in said.own_citations)
        same += (f"tie {tie.earlier} {tie.later}" for tie in own_ties)
        yield frozenset(same)
