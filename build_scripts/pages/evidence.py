"""The words of an order behind each value of its page: a mark next to a value leads to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.model.description import Claim, Description
from build_scripts.model.subsequent_history import HistoryTie


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that support one value: the anchor's name, and its offset in the reading text."""

    name: str
    start: int


def list_evidence(
    description: Description, said: Iterable[HistoryTie] = ()
) -> tuple[Evidence, ...]:
    """Return the anchors that an order's text needs: one for each value with evidence in it, and
    one for each statement of what became of an order.
    """
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


def ruling_anchor(number: int) -> str:
    """Return the anchor of the words of an order's ruling; rulings count from 1."""
    return f"evidence-ruling-{number}"


def mark_evidence(name: str, claim: Claim[Any] | None) -> EvidenceMark | None:
    """Return the mark that leads to a claim's words, or None if there are none."""
    if claim is None or claim.evidence is None:
        return None
    return EvidenceMark(name, claim.reason)


def _iter_claims(description: Description) -> Iterator[tuple[str, Claim[Any]]]:
    single = {
        "evidence-case-name": description.case_name,
        "evidence-title": description.title,
        "evidence-disposition": description.disposition,
        "evidence-court": description.court,
        "evidence-date": description.date,
        "evidence-filed": description.date_filed,
        "evidence-nature": description.nature,
    }
    yield from ((name, claim) for name, claim in single.items() if claim is not None)
    if description.parties:
        yield "evidence-parties", description.parties[0]
    several: dict[str, Sequence[Claim[Any]]] = {
        "docket": description.docket_numbers,
        "judge": description.judges,
        "statute": description.statutes_at_issue,
        "ruling": description.rulings,
    }
    for name, claims in several.items():
        yield from (
            (f"evidence-{name}-{number}", claim) for number, claim in enumerate(claims, start=1)
        )
