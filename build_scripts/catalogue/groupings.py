"""Orders by case, judge, court, year, disposition and the motions they rule on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from build_scripts.catalogue.cases import UNKNOWN_COURT, CasePlace, court_of
from build_scripts.catalogue.identity import UNDATED
from build_scripts.catalogue.judges import JudgeIdentity
from build_scripts.catalogue.slugs import slugify
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome
from build_scripts.model.order import Order

NOT_STATED = "not-stated"


def group_orders(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    judges: Sequence[tuple[JudgeIdentity, ...]],
) -> Mapping[Facet, tuple[Group, ...]]:
    """Return the groups of each facet, sorted by label; members ascend.

    What an order does not say puts it into a group of its own ("Court not identified"), so that
    every order can be found by browsing. An order without docket number and case name has no case,
    one that rules on no motion no motion. Papers that are no orders stand in no group.
    """
    listed = [index for index, order in enumerate(orders) if order.description.is_order.value]
    return {
        Facet.CASE: _group(listed, lambda i: _case_keys(orders[i], cases[i])),
        Facet.JUDGE: _group(listed, lambda i: _judge_keys(judges[i])),
        Facet.COURT: _group(listed, lambda i: [_court_key(orders[i])]),
        Facet.YEAR: _group(listed, lambda i: [_year_key(orders[i])]),
        Facet.DISPOSITION: _group(listed, lambda i: [_disposition_key(orders[i])]),
        Facet.MOTION: _group(listed, lambda i: _motion_keys(orders[i])),
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
        Group(slug, _most_common(labels[slug]), tuple(found)) for slug, found in members.items()
    )
    return tuple(sorted(groups, key=lambda group: (group.label.casefold(), group.slug)))


def _most_common(labels: Counter[str]) -> str:
    """Return the label that most orders print; of equals the longest, then the first."""
    return min(labels, key=lambda label: (-labels[label], -len(label), label))


def _case_keys(order: Order, cases: tuple[CasePlace, ...]) -> list[tuple[str, str]]:
    name = order.description.case_name
    if cases:
        numbers = order.description.docket_numbers
        return [
            (case.slug, name.value if name else number.value.text)
            for case, number in zip(cases, numbers, strict=True)
        ]
    if name is None:
        return []
    return [(slugify(f"{court_of(order)} {name.value}"), name.value)]


def _judge_keys(judges: tuple[JudgeIdentity, ...]) -> list[tuple[str, str]]:
    named = [(judge.slug, judge.label) for judge in judges if judge.slug]
    return named or [(NOT_STATED, "Judge not identified")]


def _court_key(order: Order) -> tuple[str, str]:
    court = order.description.court
    return (court_of(order), court.value.name) if court else (UNKNOWN_COURT, "Court not identified")


def _year_key(order: Order) -> tuple[str, str]:
    day = order.description.day
    return (str(day.year),) * 2 if day else (UNDATED, "Date not identified")


def _disposition_key(order: Order) -> tuple[str, str]:
    claim = order.description.disposition
    if claim is None:
        return NOT_STATED, "Disposition not identified"
    if claim.value is Outcome.NONE:
        return "procedural", "No ruling on a motion"
    return slugify(claim.value.value), claim.value.value.capitalize()


def _motion_keys(order: Order) -> list[tuple[str, str]]:
    kinds = (claim.value.kind for claim in order.description.rulings)
    return [(slugify(kind.value), kind.value.capitalize()) for kind in kinds]
