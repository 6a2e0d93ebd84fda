"""What else a field's value could be: claims that lost, and candidates that were not chosen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_scripts.describing.candidates import Candidate, pool, read_weights, weigh
from build_scripts.describing.case_name import propose_case_names
from build_scripts.describing.court import propose_courts
from build_scripts.describing.dates import propose_dates, propose_dates_filed
from build_scripts.describing.docket_number import propose_docket_numbers
from build_scripts.describing.judge import propose_judges
from build_scripts.describing.order_type import propose_order_types
from build_scripts.describing.resolver import format_value
from build_scripts.describing.title import propose_titles
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import FIELDS, Claim, Description, Span, read_field
from build_scripts.model.law.title_words import to_title_case

PROPOSE: Mapping[str, Callable[[CleanOrder], Iterator[Candidate[Any]]]] = {
    "case_name": propose_case_names,
    "court": propose_courts,
    "date": propose_dates,
    "date_filed": propose_dates_filed,
    "docket_numbers": propose_docket_numbers,
    "judges": propose_judges,
    "order_type": propose_order_types,
    "title": propose_titles,
}
"""For each field that is chosen among candidates: the function that proposes them."""


@dataclass(frozen=True, slots=True)
class Rival:
    """The values that a field could have instead: place, reason, confidence from 0 to 1."""

    values: tuple[Any, ...]
    evidence: Span | None
    reason: str
    sure: float = 0.0


def list_rivals(
    clean: CleanOrder, description: Description, field: str, others: Iterable[Claim[Any]] = ()
) -> tuple[Rival, ...]:
    """Return the alternatives to the value of `field`, the likeliest first.

    Claims of other sources that lost come first. Then come, by how sure each is, `others`, guesses
    and what the order's text proposes.
    """
    seen = {_fold(tuple(claim.value for claim in read_field(description, field)))}
    rivals = []
    weighed = (
        *_join_claims(list(others)),
        *_join_claims([one.claim for one in description.guesses if one.field == field]),
        *_weigh_candidates(clean, field),
    )
    for rival in (
        *_join_claims([one.claim for one in description.superseded if one.field == field]),
        *sorted(weighed, key=lambda one: -one.sure),
    ):
        if _fold(rival.values) not in seen:
            seen.add(_fold(rival.values))
            rivals.append(rival)
    return tuple(rivals)


def _join_claims(claims: list[Claim[Any]]) -> Iterator[Rival]:
    for _, group in groupby(claims, key=lambda claim: claim.source):
        first, *more = group
        values = (first.value, *(claim.value for claim in more))
        yield Rival(values, first.evidence, first.reason, first.confidence or 0.0)


def _weigh_candidates(clean: CleanOrder, field: str) -> Iterator[Rival]:
    propose = PROPOSE.get(field)
    for each in pool(propose(clean)) if propose else ():
        yield Rival(
            each.value if FIELDS[field].several else (_write(field, each.value),),
            each.evidence,
            each.reason,
            round(weigh(each.signals, read_weights(field)), 2),
        )


def _write(field: str, value: Any) -> Any:
    return to_title_case(value) if field == "title" else value


def _fold(values: tuple[Any, ...]) -> str:
    """Return the key of values: two judges of one name are one, whatever else is known of each."""
    return "; ".join(map(format_value, values)).casefold()
