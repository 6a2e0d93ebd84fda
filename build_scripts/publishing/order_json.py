"""One order as the JSON object of `orders show --json`; field names are a promise."""

from typing import Any

from build_scripts.model.archive import ArchivedOrder, Link
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder, Part
from build_scripts.model.description import Claim, Description, Party, Ruling


def present_order(archived: ArchivedOrder) -> dict[str, Any]:
    """Return the order as JSON-ready values, keys in a fixed order.

    What the order does not say is None or []. Offsets are left out: the object holds words, not
    places in them. `parties` have `name`, `roles` (controlled words), `role_printed`, `side` (how
    many "v."s stand before them) and `et_al`; `parts` (dissents, concurrences, attachments, forms,
    appendices) have `kind`, `author`, `document_number` and `text`, which `text` holds too.
    """
    order = archived.order
    return {
        **_present_description(order.description),
        "citations": [
            _present_citation(citation, link)
            for citation, link in zip(order.citations, archived.links, strict=True)
        ],
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
        "docket_numbers": [claim.value.text for claim in description.docket_numbers],
        "court": court.court_id if court else None,
        "court_name": court.name if court else None,
        "division": _value(description.division),
        "judges": [
            {
                "name": claim.value.name,
                "title": claim.value.title,
                "initials": claim.value.initials,
                "role": claim.value.role.value,
            }
            for claim in description.judges
        ],
        "parties": [_present_party(claim.value) for claim in description.parties],
        "title": _value(description.title),
        "order_type": order_type.value if order_type else None,
        "date": date.isoformat() if date else None,
        "date_filed": filed.isoformat() if filed else None,
        "document_number": _value(description.document_number),
        "page_count": _value(description.page_count),
        "rulings": [_present_ruling(claim.value) for claim in description.rulings],
        "disposition": disposition.value if disposition else None,
        "disposition_qualifiers": [one.value for one in description.disposition_qualifiers],
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
        "url": link.url if link else None,
    }


def _value(claim: Claim[Any] | None) -> Any:
    return claim.value if claim else None
