"""A description's fields, read and written alike, whether they hold one claim or several."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from build_scripts.model.description import Claim, Description

Claims = Mapping[str, tuple[Claim[Any], ...]]
_NOT_FIELDS = frozenset({"superseded", "correction", "withheld", "guesses", "confirmed"})
SEVERAL = frozenset(
    {
        "docket_numbers",
        "judges",
        "parties",
        "rulings",
        "own_citations",
        "statutes_at_issue",
        "disposition_qualifiers",
    }
)
_BARE = frozenset({"disposition_qualifiers"})  # values without a claim around each
_RULE = "part of the disposition"


def list_fields() -> tuple[str, ...]:
    """The names of a description's fields, in its order."""
    return tuple(each.name for each in fields(Description) if each.name not in _NOT_FIELDS)


def read_field(description: Description, field: str) -> tuple[Claim[Any], ...]:
    """The claims that stand in a field: none, one or several."""
    held = getattr(description, field)
    if field in _BARE:
        return tuple(Claim(value, None, _RULE) for value in held)
    if field in SEVERAL:
        return tuple(held)
    return () if held is None else (held,)


def write_fields(description: Description, changed: Claims) -> Description:
    """The description with some fields set to other claims."""
    values: dict[str, Any] = {}
    for field, claims in changed.items():
        if field in _BARE:
            values[field] = tuple(claim.value for claim in claims)
        elif field in SEVERAL:
            values[field] = claims
        else:
            values[field] = claims[0] if claims else None
    return replace(description, **values)
