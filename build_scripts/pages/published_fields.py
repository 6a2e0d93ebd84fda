"""The values of a description as they are published: words and numbers, without evidence."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_scripts.model.description import (
    FIELDS,
    Claim,
    Court,
    Description,
    DocketNumber,
    Ruling,
    is_claim_confirmed,
    list_values,
)
from build_scripts.model.partial_date import PartialDate
from build_scripts.pages.evidence import EvidenceMark, mark_field


@dataclass(frozen=True, slots=True)
class RulingRecord:
    """A decision on one motion: `motion` in normal case, `printed` letter by letter.

    `anchor` names the deciding words on the order's page, `counted_as` is a `RulingScope`. No count
    includes a ruling that is not `confirmed`.
    """

    motion: str
    counted_as: str
    kind: str
    movant: str | None
    outcome: str
    qualifiers: tuple[str, ...]
    entries: tuple[str, ...]
    printed: str | None
    confidence: float | None
    confirmed: bool
    anchor: str | None


PUBLISHED = tuple(
    name for field in FIELDS for name in ((field, "court_name") if field == "court" else (field,))
)
"""The names of a record's `fields`, in their sequence."""


def make_fields(description: Description) -> dict[str, Any]:
    """Return the published value of each field, under its name, and the name of the court."""
    values: dict[str, Any] = {}
    for name, field in FIELDS.items():
        made = tuple(map(make_value, list_values(description, name)))
        values[name] = made if field.several else next(iter(made), None)
        if name == "court":
            values["court_name"] = description.court.value.name if description.court else None
    values["rulings"] = tuple(
        _make_ruling(claim.value, claim, mark_field(description, "rulings", number))
        for number, claim in enumerate(description.rulings, start=1)
    )
    return values


def make_value(value: Any) -> Any:
    """Return one value of a field as it is published."""
    match value:
        case Court():
            return value.court_id
        case DocketNumber():
            return value.text
        case Ruling():
            return _make_ruling(value)
        case StrEnum():
            return value.value
        case datetime.date() | PartialDate():
            return value.isoformat()
        case _:
            return value


def _make_ruling(
    ruling: Ruling, claim: Claim[Ruling] | None = None, mark: EvidenceMark | None = None
) -> RulingRecord:
    return RulingRecord(
        ruling.motion,
        ruling.scope.value,
        ruling.kind.value,
        ruling.movant,
        ruling.outcome.value,
        tuple(one.value for one in ruling.qualifiers),
        tuple(ruling.entries),
        ruling.printed,
        claim.confidence if claim else None,
        claim is None or is_claim_confirmed("rulings", claim),
        mark.anchor if mark else None,
    )
