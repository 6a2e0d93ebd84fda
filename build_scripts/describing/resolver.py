"""Choose the claim where sources differ, and keep the others.

Sources are ranked model < document < external < editor: the second reader (`tagging`, which joins
first), the order's own text, a service's data, a person's correction. A later source
replaces a field; the earlier claim is kept in `Description.superseded`. Five fields have rules
other than rank: a docket number that two sources print keeps its fuller form, next to the other
ones, citations are added up, and a record's judges, mostly bare surnames, the document's
number and the day of its docket entry are taken only where the text prints none.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_scripts.describing.agreement import claims_agree
from build_scripts.describing.corrections.claims import claim_corrections
from build_scripts.describing.corrections.consequences import list_contradictions
from build_scripts.describing.corrections.file import Corrections
from build_scripts.describing.external import claim_external
from build_scripts.describing.judge_claims import spell_titles
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    FIELDS,
    Claim,
    Claims,
    ClaimSource,
    Correction,
    Court,
    Description,
    DocketNumber,
    Judge,
    SupersededClaim,
    read_field,
    write_fields,
)
from build_scripts.model.partial_date import PartialDate
from build_scripts.model.source_text import ExternalFacts
from build_scripts.model.withholding import Withholding
from build_scripts.problems import Finding, FindingCode, set_field

PRINTED_FIRST = frozenset({"judges", "document_number", "date_filed"})
"""Fields that a service's facts only fill."""

_OF_DECISIONS = ("judges", "order_type", "rulings", "disposition", "disposition_qualifiers")
"""Fields that only a decision has. A complaint's caption may name a judge, who did not write it."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A description of winners, with its losers, and what a maintainer should know."""

    description: Description
    findings: tuple[Finding, ...]


def resolve_claims(
    path: str,
    clean: CleanOrder,
    document: Description,
    external: ExternalFacts,
    corrections: Corrections | None,
) -> Resolution:
    """Rank a service's facts above the document's claims, and an editor's above all others.

    `document` has the claims from the order's own text. A finding names a field in which service
    and document really differ, unless an editor decided it, and a correction that changes nothing.
    """
    theirs = claim_external(external)
    description = _take_external(document, theirs)
    findings: tuple[Finding, ...] = ()
    if corrections:
        description, findings = _take_corrections(description, corrections, clean)
        findings = (*corrections.findings, *findings)
        if corrections.tells_kind and not description.is_order.value:
            description = _empty_fields(
                description, [one for one in _OF_DECISIONS if one not in corrections.values]
            )
        description = _withhold_fields(description, corrections.withholdings)
    settled = list_settled(description)
    differing = (
        _report_disagreement(path, field, read_field(document, field), theirs[field])
        for field in FIELDS
        if field in theirs
        and field not in (*settled, "own_citations")
        and not _agree(field, read_field(document, field), theirs[field])
    )
    return Resolution(description, (*differing, *findings))


def _take_external(document: Description, theirs: Claims) -> Description:
    changed: dict[str, tuple[Claim[Any], ...]] = {}
    losers: list[SupersededClaim] = []
    for field in FIELDS:
        if field in theirs:
            ours = read_field(document, field)
            changed[field] = _join(field, ours, theirs[field])
            losers += _list_losers(field, (*ours, *theirs[field]), changed[field])
    known = replace(write_fields(document, changed), superseded=(*document.superseded, *losers))
    # The titles depend on the court, which only the record may name.
    court = known.court.value if known.court else None
    return write_fields(known, {"judges": spell_titles(known.judges, court)})


def _join(
    field: str, ours: tuple[Claim[Any], ...], theirs: tuple[Claim[Any], ...]
) -> tuple[Claim[Any], ...]:
    """Return the claims of a field that document and service both have."""
    if field == "docket_numbers":
        kept = ours if _agree(field, ours, theirs) else ()
        further = (each for each in theirs if not kept or not _agree(field, kept, (each,)))
        return (*kept, *further)
    if field in PRINTED_FIRST and any(field != "judges" or claim.value.name for claim in ours):
        return ours
    # The evidence stays where the document says the same.
    if len(ours) == len(theirs) == 1 and _agree(field, ours, theirs):
        # A day that the text prints is more than the month or year of a record.
        coarser = isinstance(theirs[0].value, PartialDate)
        return ours if coarser else (replace(theirs[0], evidence=ours[0].evidence),)
    return theirs


def _agree(field: str, ours: tuple[Claim[Any], ...], theirs: tuple[Claim[Any], ...]) -> bool:
    return claims_agree(
        field, tuple(claim.value for claim in ours), tuple(claim.value for claim in theirs)
    )


def _list_losers(
    field: str, claims: tuple[Claim[Any], ...], winners: tuple[Claim[Any], ...]
) -> list[SupersededClaim]:
    values = [claim.value for claim in winners]
    return [
        SupersededClaim(
            field,
            claim,
            ClaimSource.DOCUMENT if claim.source is ClaimSource.EXTERNAL else ClaimSource.EXTERNAL,
        )
        for claim in claims
        if claim.value not in values
    ]


def _take_corrections(
    known: Description, corrections: Corrections, clean: CleanOrder
) -> tuple[Description, tuple[Finding, ...]]:
    theirs = claim_corrections(corrections, known, clean)
    findings = []
    changed: dict[str, tuple[Claim[Any], ...]] = {}
    confirmed: dict[str, tuple[Claim[Any], ...]] = {}
    losers: list[SupersededClaim] = []
    for field in FIELDS:
        if field not in theirs:
            continue
        ours = read_field(known, field)
        if [claim.value for claim in ours] == [claim.value for claim in theirs[field]]:
            # That a paper is no order is an answer: without it the paper is held back.
            is_answer = field == "is_order" and not known.is_order.value
            if field in corrections.values and corrections.by:
                confirmed[field] = tuple(map(_confirm, ours))
            elif field in corrections.values and not is_answer:
                findings.append(_report_no_change(corrections, field))
            continue
        changed[field] = theirs[field]
        losers += [SupersededClaim(field, claim, ClaimSource.EDITOR) for claim in ours]
    known = replace(write_fields(known, confirmed), confirmed=tuple(confirmed))
    if not changed:
        return known, tuple(findings)
    correction = Correction(tuple(changed), corrections.note, corrections.by, corrections.date)
    description = replace(
        write_fields(known, changed),
        superseded=(*known.superseded, *losers),
        correction=correction,
    )
    findings += list_contradictions(corrections, known, description)
    return description, tuple(findings)


def _confirm(claim: Claim[Any]) -> Claim[Any]:
    """Return a value that a person confirmed by name: its confidence is 1."""
    return replace(claim, source=ClaimSource.EDITOR, confidence=None)


def list_settled(description: Description) -> tuple[str, ...]:
    """Return the fields that an editor decided: they are otherwise, they are right, or they are
    withheld.
    """
    corrected = description.correction.fields if description.correction else ()
    return (*corrected, *description.confirmed, *description.withheld)


def _withhold_fields(known: Description, withholdings: Sequence[Withholding]) -> Description:
    """Return the description without what an editor withholds, losers and guesses included."""
    withheld = tuple(dict.fromkeys(each.field for each in withholdings if each.field))
    return replace(_empty_fields(known, withheld), withheld=withheld)


def _empty_fields(known: Description, names: Collection[str]) -> Description:
    """Return the description without these fields' claims, those that lost and guesses included."""
    kept = tuple(each for each in known.superseded if each.field not in names)
    guesses = tuple(each for each in known.guesses if each.field not in names)
    return replace(write_fields(known, dict.fromkeys(names, ())), superseded=kept, guesses=guesses)


def _report_no_change(corrections: Corrections, field: str) -> Finding:
    return Finding(
        corrections.path,
        FindingCode.CORRECTION_CHANGES_NOTHING,
        f"`{field}` is what the order's page would show without the correction.",
        "Take the field out of the corrections file; or say who confirms it: `by`.",
        f"line {corrections.lines[field]}",
        f"orders correct FILE --unset {field}",
    )


def _report_disagreement(
    path: str, field: str, ours: tuple[Claim[Any], ...], theirs: tuple[Claim[Any], ...]
) -> Finding:
    beside, inside = (", ".join(format_value(c.value) for c in each) for each in (theirs, ours))
    name = field.replace("_", " ").removesuffix("s")
    printed = field in PRINTED_FIRST
    used = "The value in the text is used" if printed else "The value beside it is used"
    return Finding(
        path,
        FindingCode.DISAGREEMENT,
        f"The {name} is {beside} beside the text and {inside} in it.",
        f"{used}. Say which is right.",
        mend=set_field(field),
        field=field,
    )


def format_value(value: object) -> str:
    """Return a field's value in a finding's words."""
    match value:
        case Court(name=name):
            return name
        case DocketNumber(text=text):
            return text
        case Judge(name=name, initials=initials):
            return name or initials or "unnamed"
        case datetime.date() | PartialDate():
            return value.isoformat()
        case _:
            return str(value)
