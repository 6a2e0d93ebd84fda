"""The words of an order behind each value of its page: a mark next to a value leads to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from build_scripts.model.description import (
    FIELDS,
    Claim,
    Description,
    Field,
    Party,
    is_claim_confirmed,
    read_field,
)
from build_scripts.model.subsequent_history import HistoryTie


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that support one value: the anchor's name, and its offset in the reading text."""

    name: str
    start: int


def list_evidence(
    description: Description, said: Iterable[HistoryTie] = ()
) -> tuple[Evidence, ...]:
    """Return the anchors that an order's text needs, for values and for statements of history."""
    claims = (
        Evidence(name, claim.evidence.start)
        for name, claim in _iter_claims(description)
        if claim.evidence is not None
    )
    return (*claims, *(Evidence(tie.anchor, tie.words[0].start) for tie in said))


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """A mark next to a value: the anchor of the words, and why they were taken."""

    anchor: str
    reason: str


def mark_field(description: Description, name: str, number: int = 1) -> EvidenceMark | None:
    """Return the mark of a field's value, counted from 1, or None if no words are marked."""
    claims = read_field(description, name)
    claim = claims[number - 1] if FIELDS[name].anchor and claims else None
    if claim is None or claim.evidence is None:
        return None
    return EvidenceMark(name_anchor(name, number), claim.reason)


def name_anchor(name: str, number: int = 1) -> str:
    """Return the anchor of the words of a field's value; "" if they are not marked."""
    field = FIELDS[name]
    if not field.anchor:
        return ""
    return f"evidence-{field.anchor}" + (f"-{number}" if _is_numbered(field) else "")


def rate_claim(field: str, claim: Claim[Any]) -> int | None:
    """Return how many of ten values like an unconfirmed one are right, None for a confirmed one."""
    return None if is_claim_confirmed(field, claim) else count_right(claim.confidence or 0.0)


def count_right(sure: float) -> int:
    """Return how many of ten unconfirmed values are right, 9 at most."""
    return min(9, round(10 * sure))


def _is_numbered(field: Field) -> bool:
    return field.several and field.type is not Party  # a caption has all parties in one place


def _iter_claims(description: Description) -> Iterator[tuple[str, Claim[Any]]]:
    for name, field in FIELDS.items():
        claims = read_field(description, name) if field.anchor else ()
        for number, claim in enumerate(claims if _is_numbered(field) else claims[:1], start=1):
            yield name_anchor(name, number), claim
