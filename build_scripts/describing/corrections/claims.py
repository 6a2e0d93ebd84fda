"""An editor's values as claims, completed by what they leave unsaid."""

from collections.abc import Mapping
from typing import Any

from build_scripts.describing.agreement import judges_agree
from build_scripts.describing.corrections.consequences import is_refuted, rename_parties
from build_scripts.describing.corrections.file import Corrections
from build_scripts.describing.disposition import derive_disposition
from build_scripts.describing.docket_initials import match_initials
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Description,
    Judge,
    Outcome,
    Qualifier,
    Ruling,
    list_values,
)
from build_scripts.model.law.court_table import is_appellate

REASON = "corrected by an editor"


def claim_corrections(
    corrections: Corrections, known: Description, clean: CleanOrder
) -> dict[str, tuple[Claim[Any], ...]]:
    """Return the editor's claims by field; `known` is the description without them.

    A judge given by name alone keeps office, initials and role of the judge of that surname, or of
    the only judge where there is one on each side. What else follows, unless the editor sets it
    too, or only confirms, is in `consequences`; a new disposition has its rulings' qualifiers.
    """
    values = dict(corrections.values)
    if "judges" in values:
        values["judges"] = _complete_judges(values["judges"], known)
    claims = {
        field: tuple(Claim(value, None, REASON, ClaimSource.EDITOR) for value in several)
        for field, several in values.items()
    }
    rulings = claims.get("rulings", known.rulings)
    new = {field for field in values if values[field] != list_values(known, field)}
    if "rulings" in new and "disposition" not in claims:
        claims |= _derive(rulings, claims, known, clean)
    elif "disposition" in new:
        ended = next((claim.value for claim in claims["disposition"]), None)
        if "rulings" not in claims and len(rulings) == 1 and ended and is_refuted(rulings, ended):
            claims["rulings"] = rulings = ()
        if "disposition_qualifiers" not in claims:
            claims["disposition_qualifiers"] = _list_qualifiers(claims["disposition"], rulings)
    if claims.get("case_name") and "case_name" in new and "parties" not in claims:
        claims["parties"] = rename_parties(known.parties, claims["case_name"][0].value)
    return {field: claims[field] for field in sorted(claims)}


def _complete_judges(given: tuple[str | Judge, ...], known: Description) -> tuple[Judge, ...]:
    before = [claim.value for claim in known.judges]
    return tuple(
        each if isinstance(each, Judge) else _complete(each, before, alone=len(given) == 1)
        for each in given
    )


def _complete(name: str, before: list[Judge], *, alone: bool) -> Judge:
    bare = Judge(name, None, None)
    same = next((judge for judge in before if judge.name and judges_agree(bare, judge)), None)
    if same:
        return Judge(name, same.title, same.initials, same.role)
    if alone and len(before) == 1:
        initials = before[0].initials
        fitting = match_initials(name, initials) if initials else None
        return Judge(name, before[0].title, fitting, before[0].role)
    return bare


def _derive(
    rulings: tuple[Claim[Ruling], ...],
    claims: Mapping[str, tuple[Claim[Any], ...]],
    known: Description,
    clean: CleanOrder,
) -> dict[str, tuple[Claim[Any], ...]]:
    kinds = claims.get("order_type", (known.order_type,))
    courts = claims.get("court", (known.court,))
    court = courts[0] if courts else None
    outcome, qualifiers = derive_disposition(
        rulings,
        kinds[0] if kinds else None,
        clean,
        appellate=bool(court and is_appellate(court.value.court_id)),
    )
    reason = "derived from the rulings that an editor set"
    derived: dict[str, tuple[Claim[Any], ...]] = {
        "disposition": (Claim(outcome.value, None, reason, ClaimSource.EDITOR),) if outcome else ()
    }
    if "disposition_qualifiers" not in claims:
        derived["disposition_qualifiers"] = tuple(
            Claim(each, None, reason, ClaimSource.EDITOR) for each in qualifiers
        )
    return derived


def _list_qualifiers(
    disposition: tuple[Claim[Outcome], ...], rulings: tuple[Claim[Ruling], ...]
) -> tuple[Claim[Qualifier], ...]:
    outcomes = {claim.value for claim in disposition}
    carried = (
        each
        for claim in rulings
        if claim.value.outcome in outcomes
        for each in claim.value.qualifiers
    )
    reason = "of the rulings that make the disposition"
    return tuple(Claim(one, None, reason, ClaimSource.EDITOR) for one in dict.fromkeys(carried))
