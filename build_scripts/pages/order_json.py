"""One order as the JSON object of `orders show --json`; field names are a promise."""

import datetime
from dataclasses import fields
from enum import StrEnum
from typing import Any

from build_scripts.model.archive import ArchivedOrder, Link
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder, Part
from build_scripts.model.description import (
    Claim,
    Court,
    Description,
    DocketNumber,
    Judge,
    Party,
    Ruling,
    SupersededClaim,
)


def present_order(archived: ArchivedOrder) -> dict[str, Any]:
    """Return the order as JSON-ready values, keys in a fixed order.

    What the order does not say is None or []. Offsets are left out: the object holds words, not
    places in them. A citation's `url` is the address of the order here that it names, with its pin
    cite as fragment, or that of a public site; `alternatives` are orders here that it may mean.
    `parties` have `name`, `roles` (controlled words), `role_printed`, `side` (how
    many "v."s stand before them) and `et_al`; `parts` (dissents, concurrences, attachments, forms,
    appendices) have `kind`, `author`, `document_number` and `text`, which `text` holds too.
    `correction` is None or says who corrected which fields, when and why; `superseded` lists each
    value that lost its field, with its source and the source that outranked it. `confidence` says
    of each field that was chosen among candidates how often such values are right; of a field with
    several values that of the least sure. `page` is everywhere the sheet of the file; beside it
    stands what that page is cited by (`printed_page`). `page_numbers` says whose count that is
    (`PageNumbers`), `page_labels` lists it for all sheets, "" for those that bear none; it is []
    where each label is the sheet's own count.
    """
    order = archived.order
    return {
        **_present_description(order.description),
        "citations": [
            _present_citation(citation, link)
            for citation, link in zip(order.citations, archived.links, strict=True)
        ],
        "page_numbers": order.clean.page_numbers.value,
        "page_labels": list(order.clean.page_labels),
        "text": order.clean.text,
        "parts": [_present_part(part, order.clean) for part in order.clean.parts],
        "footnotes": [
            {"label": note.label, "text": note.text, "tied": note.tied}
            for note in order.clean.footnotes
        ],
        "removals": [
            {
                "reason": removal.reason.value,
                "text": removal.text,
                "page": removal.page,
                "printed_page": order.clean.label_page(removal.page) or None,
                "line": removal.line,
            }
            for removal in order.clean.removals
        ],
        "findings": [
            {"code": finding.code.value, "message": finding.message, "advice": finding.advice}
            for finding in order.findings
        ],
        "source": {
            "path": order.source.path,
            "format": order.source.format.value,
            "sha256": order.source.sha256,
        },
    }


def _present_description(description: Description) -> dict[str, Any]:
    court = description.court.value if description.court else None
    order_type = _value(description.order_type)
    disposition = _value(description.disposition)
    date, filed = _value(description.date), _value(description.date_filed)
    return {
        "is_order": description.is_order.value,
        "case_name": _value(description.case_name),
        "full_caption": _value(description.full_caption),
        "docket_numbers": [claim.value.text for claim in description.docket_numbers],
        "court": court.court_id if court else None,
        "court_name": court.name if court else None,
        "division": _value(description.division),
        "judges": [_present_judge(claim.value) for claim in description.judges],
        "parties": [_present_party(claim.value) for claim in description.parties],
        "nature": _value(description.nature),
        "statutes_at_issue": [claim.value for claim in description.statutes_at_issue],
        "title": _value(description.title),
        "order_type": order_type.value if order_type else None,
        "date": date.isoformat() if date else None,
        "date_filed": filed.isoformat() if filed else None,
        "document_number": _value(description.document_number),
        "page_count": _value(description.page_count),
        "rulings": [_present_ruling(claim.value) for claim in description.rulings],
        "disposition": disposition.value if disposition else None,
        "disposition_qualifiers": [one.value for one in description.disposition_qualifiers],
        "own_citations": [claim.value for claim in description.own_citations],
        "correction": _present_correction(description),
        "superseded": [_present_superseded(each) for each in description.superseded],
        "confidence": list_confidences(description),
    }


def list_confidences(description: Description) -> dict[str, float]:
    """Return how sure the value of each weighed field is, by field, in the description's order."""
    sure: dict[str, float] = {}
    for field in fields(description):
        held = getattr(description, field.name)
        claims = held if isinstance(held, tuple) else (held,)
        known = [each.confidence for each in claims if isinstance(each, Claim) and each.confidence]
        if known:
            sure[field.name] = min(known)
    return sure


def _present_correction(description: Description) -> dict[str, Any] | None:
    correction = description.correction
    if correction is None:
        return None
    return {
        "fields": list(correction.fields),
        "note": correction.note,
        "by": correction.by,
        "date": correction.date.isoformat() if correction.date else None,
    }


def _present_superseded(superseded: SupersededClaim) -> dict[str, Any]:
    return {
        "field": superseded.field,
        "value": present_value(superseded.claim.value),
        "source": superseded.claim.source.value,
        "reason": superseded.claim.reason,
        "outranked_by": superseded.outranked_by.value,
    }


def present_value(value: Any) -> Any:
    """Return one value of a field, as the object shows it under the field's name."""
    match value:
        case Court():
            return value.court_id
        case DocketNumber():
            return value.text
        case Judge():
            return _present_judge(value)
        case Party():
            return _present_party(value)
        case Ruling():
            return _present_ruling(value)
        case StrEnum():
            return value.value
        case datetime.date():
            return value.isoformat()
        case _:
            return value


def _present_judge(judge: Judge) -> dict[str, Any]:
    return {
        "name": judge.name,
        "title": judge.title,
        "initials": judge.initials,
        "role": judge.role.value,
    }


def _present_ruling(ruling: Ruling) -> dict[str, Any]:
    return {
        "motion": ruling.motion,
        "kind": ruling.kind.value,
        "movant": ruling.movant,
        "outcome": ruling.outcome.value,
        "qualifiers": [qualifier.value for qualifier in ruling.qualifiers],
        "entries": list(ruling.entries),
    }


def _present_party(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "roles": [role.value for role in party.roles],
        "role_printed": party.role_printed,
        "side": party.side,
        "et_al": party.et_al,
    }


def _present_part(part: Part, clean: CleanOrder) -> dict[str, Any]:
    """A part's text is the end or a stretch of `text`: what stands before all parts is the order
    itself.
    """
    return {
        "kind": part.kind.value,
        "author": part.author,
        "document_number": part.document_number,
        "text": "\n\n".join(block.text for block in clean.blocks[part.first : part.end]),
    }


def _present_citation(citation: Citation, link: Link | None) -> dict[str, Any]:
    return {
        "kind": citation.kind.value,
        "text": citation.text,
        "normal_form": citation.normal_form,
        "authority": citation.authority,
        "case_name": citation.case_name,
        "court": citation.court,
        "year": citation.year,
        "pin_cite": citation.pin_cite,
        "antecedent": citation.antecedent,
        "signal": citation.signal,
        "parenthetical": citation.parenthetical,
        "history": citation.history,
        "url": f"{link.url}{link.anchor}" or None if link else None,
        "alternatives": list(link.alternatives) if link else [],
    }


def _value(claim: Claim[Any] | None) -> Any:
    return claim.value if claim else None
