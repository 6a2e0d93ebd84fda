"""Orders by case, judge, court, year, disposition and the motions they rule on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from build_scripts.archive.cases import UNKNOWN_COURT, CasePlace, court_of
from build_scripts.archive.identity import UNDATED
from build_scripts.archive.judges import JudgeIdentity
from build_scripts.archive.slugs import slugify
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Description, Outcome, is_claim_confirmed, keep_confirmed
from build_scripts.model.order import Order

NOT_STATED = "not-stated"


def group_orders(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    judges: Sequence[tuple[JudgeIdentity, ...]],
) -> Mapping[Facet, tuple[Group, ...]]:
    """Return the groups of each facet, sorted by label; members ascend. Only confirmed values
    count: an order without one is in a group of its own ("Court not identified"). Without docket
    number and case name it has no case, without rulings no motion. Papers that are no orders are in
    no group.
    """
    listed = [index for index, order in enumerate(orders) if order.description.is_listed]
    stated = [keep_confirmed(order.description) for order in orders]
    return {
        Facet.CASE: _group(listed, lambda i: _case_keys(orders[i], stated[i], cases[i])),
        Facet.JUDGE: _group(listed, lambda i: _judge_keys(orders[i], judges[i])),
        Facet.COURT: _group(listed, lambda i: [_court_key(orders[i], stated[i])]),
        Facet.YEAR: _group(listed, lambda i: [_year_key(stated[i])]),
        Facet.DISPOSITION: _group(listed, lambda i: [_disposition_key(stated[i])]),
        Facet.MOTION: _group(listed, lambda i: _motion_keys(stated[i])),
    }


def _group(
    indices: Iterable[int], keys_of: Callable[[int], Iterable[tuple[str, str]]]
) -> tuple[Group, ...]:
    members: dict[str, list[int]] = defaultdict(list)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for index in indices:
        for slug, label in dict(keys_of(index)).items():
            members[slug].append(index)
            labels[slug][label] += 1
    groups = (
        Group(slug, most_printed(labels[slug]), tuple(found)) for slug, found in members.items()
    )
    return tuple(sorted(groups, key=lambda group: (group.label.casefold(), group.slug)))


def most_printed(counts: Mapping[str, int]) -> str:
    """Return the name that is printed most; of equals the longest, then the first."""
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _case_keys(
    order: Order, stated: Description, cases: tuple[CasePlace, ...]
) -> list[tuple[str, str]]:
    name = stated.case_name
    if cases:
        numbers = order.description.docket_numbers
        return [
            (case.slug, name.value if name else number.value.text)
            for case, number in zip(cases, numbers, strict=True)
        ]
    if name is None:
        return []
    return [(slugify(f"{court_of(order)} {name.value}"), name.value)]


def _judge_keys(order: Order, judges: tuple[JudgeIdentity, ...]) -> list[tuple[str, str]]:
    named = [
        (judge.slug, judge.label)
        for judge, claim in zip(judges, order.description.judges, strict=True)
        if judge.slug and is_claim_confirmed("judges", claim)
    ]
    return named or [(NOT_STATED, "Judge not identified")]


def _court_key(order: Order, stated: Description) -> tuple[str, str]:
    court = stated.court
    return (court_of(order), court.value.name) if court else (UNKNOWN_COURT, "Court not identified")


def _year_key(stated: Description) -> tuple[str, str]:
    day = stated.day
    return (str(day.year),) * 2 if day else (UNDATED, "Date not identified")


def _disposition_key(stated: Description) -> tuple[str, str]:
    claim = stated.disposition
    if claim is None:
        return NOT_STATED, "Disposition not identified"
    recommends = stated.rulings and not stated.own_rulings
    if claim.value is Outcome.NONE or recommends:
        return "procedural", "No ruling on a motion"
    return slugify(claim.value.value), claim.value.value.capitalize()


def _motion_keys(stated: Description) -> list[tuple[str, str]]:
    kinds = (claim.value.kind for claim in stated.own_rulings)
    return [(slugify(kind.value), kind.value.capitalize()) for kind in kinds]
