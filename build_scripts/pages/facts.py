"""What an order's page says of it in single values: the front matter, and the head's data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Ruling
from build_scripts.model.order import Order
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.formatting import title_of

MOST_REFERENCES = 50
"""Orders named of those that cite an order, and cases of those that it cites."""


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """The facts under the names that the front matter has them by; None for what is not said.

    `case_page` and `cited_by` are addresses below the site's root.
    """

    title: str
    case: str | None = None
    full_caption: str | None = None
    court: str | None = None
    court_id: str | None = None
    division: str | None = None
    docket_number: str | None = None
    docket_numbers: tuple[str, ...] = ()
    judge: str | None = None
    judges: tuple[str, ...] = ()
    date: str | None = None
    date_filed: str | None = None
    document_number: str | None = None
    nature: str | None = None
    statutes_at_issue: tuple[str, ...] = ()
    order_type: str | None = None
    disposition: str | None = None
    disposition_qualifiers: tuple[str, ...] = ()
    rulings: tuple[Mapping[str, Any], ...] = ()
    ruled_on: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    source: Mapping[str, str] | None = None
    specimen: bool = False
    ocr_confidence: float | None = None
    citation: str | None = None
    case_page: str | None = None
    cited_by: tuple[str, ...] = ()


_KEPT_EMPTY = frozenset({"disposition_qualifiers", "rulings", "ruled_on", "cites"})


def read_facts(archived: ArchivedOrder, case_page: str | None = None) -> OrderFacts:
    """Return the facts of an order and of its place in the archive."""
    order, description = archived.order, archived.order.description
    court = description.court.value if description.court else None
    rulings = [claim.value for claim in description.rulings]
    numbers = tuple(claim.value.text for claim in description.docket_numbers)
    judges = tuple(
        filter(None, (one.value.name or one.value.initials for one in description.judges))
    )
    date, filed = description.date, description.date_filed
    entry = description.document_number
    citation = read_citation(archived)
    return OrderFacts(
        title=title_of(description),
        case=description.case_name.value if description.case_name else None,
        full_caption=description.full_caption.value if description.full_caption else None,
        court=court.name if court else None,
        court_id=court.court_id if court else None,
        division=description.division.value if description.division else None,
        docket_number=numbers[0] if numbers else None,
        docket_numbers=numbers,
        judge=judges[0] if judges else None,
        judges=judges,
        date=date.value.isoformat() if date else None,
        date_filed=filed.value.isoformat() if filed else None,
        document_number=entry.value if entry else None,
        nature=description.nature.value if description.nature else None,
        statutes_at_issue=tuple(claim.value for claim in description.statutes_at_issue),
        order_type=description.order_type.value.value if description.order_type else None,
        disposition=description.disposition.value.value if description.disposition else None,
        disposition_qualifiers=tuple(one.value for one in description.disposition_qualifiers),
        rulings=tuple(map(_describe_ruling, rulings)),
        ruled_on=tuple(dict.fromkeys(entry for ruling in rulings for entry in ruling.entries)),
        cites=list_cited_cases(order),
        source={
            "path": order.source.path,
            "format": order.source.format.value,
            "sha256": order.source.sha256,
        },
        specimen=order.specimen,
        ocr_confidence=order.ocr_confidence,
        citation=cite_bluebook(citation).text if citation.is_complete else None,
        case_page=case_page,
        cited_by=tuple(one.address for one in archived.cited_by[:MOST_REFERENCES]),
    )


def list_front_matter(facts: OrderFacts) -> dict[str, Any]:
    """Return the facts as front matter; what the order does not say is left out."""
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    return {
        name: value
        for name, value in (values | lists).items()
        if value is not None and (value != [] or name in _KEPT_EMPTY)
    }


def list_cited_cases(order: Order) -> tuple[str, ...]:
    """Return the normal form of every full case citation once, parallels included."""
    return tuple(
        dict.fromkeys(
            citation.normal_form
            for citation in order.citations
            if citation.kind is CitationKind.CASE
        )
    )


def _describe_ruling(ruling: Ruling) -> dict[str, Any]:
    return {
        "motion": ruling.motion,
        "outcome": ruling.outcome.value,
        "qualifiers": [qualifier.value for qualifier in ruling.qualifiers],
        "entries": list(ruling.entries),
    }
