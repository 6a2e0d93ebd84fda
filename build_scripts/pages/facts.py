"""The single values that an order's page shows: the front matter, and the head's data."""

from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Claim, Ruling
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.formatting import title_of

Facts = dict[str, Any]
"""Facts of an order under the names that its front matter has them by, in that sequence."""

MOST_REFERENCES = 50
"""Orders named of those that cite an order, and cases of those that it cites."""


_KEPT_EMPTY = frozenset({"disposition_qualifiers", "rulings", "ruled_on", "cites"})


def read_facts(archived: ArchivedOrder, case_page: str | None = None) -> Facts:
    """Return the facts of an order and of its place in the archive; missing facts are left out.

    `case_page` and `cited_by` are addresses below the site's root.
    """
    order, said = archived.order, archived.stated
    rulings = [claim.value for claim in said.rulings]
    numbers = [claim.value.text for claim in said.docket_numbers]
    named = (claim.value.name or claim.value.initials for claim in said.judges)
    judges = [name for name in named if name]
    citation = read_citation(archived)
    facts = {
        "title": title_of(said),
        "case": _value(said.case_name),
        "full_caption": _value(said.full_caption),
        "court": said.court.value.name if said.court else None,
        "court_id": said.court.value.court_id if said.court else None,
        "division": _value(said.division),
        "docket_number": numbers[0] if numbers else None,
        "docket_numbers": numbers,
        "judge": judges[0] if judges else None,
        "judges": judges,
        "date": said.date.value.isoformat() if said.date else None,
        "date_filed": said.date_filed.value.isoformat() if said.date_filed else None,
        "document_number": _value(said.document_number),
        "nature": _value(said.nature),
        "statutes_at_issue": [claim.value for claim in said.statutes_at_issue],
        "order_type": said.order_type.value.value if said.order_type else None,
        "disposition": said.disposition.value.value if said.disposition else None,
        "disposition_qualifiers": [one.value for one in said.disposition_qualifiers],
        "rulings": list(map(_describe_ruling, rulings)),
        "ruled_on": list(dict.fromkeys(entry for one in rulings for entry in one.entries)),
        "cites": _list_cited_cases(archived),
        "source": {
            "path": order.source.path,
            "format": order.source.format.value,
            "sha256": order.source.sha256,
        },
        "specimen": order.specimen,
        "ocr_confidence": order.ocr_confidence,
        "citation": cite_bluebook(citation).text if citation.is_complete else None,
        "case_page": case_page,
        "cited_by": [one.address for one in archived.cited_by[:MOST_REFERENCES]],
    }
    return {
        name: value
        for name, value in facts.items()
        if value is not None and (value != [] or name in _KEPT_EMPTY)
    }


def _value(claim: Claim[str] | None) -> str | None:
    return claim.value if claim else None


def _list_cited_cases(archived: ArchivedOrder) -> list[str]:
    """Return the normal form of every full case citation once, parallels included."""
    cases = (one for one in archived.order.citations if one.kind is CitationKind.CASE)
    return list(dict.fromkeys(one.normal_form for one in cases))


def _describe_ruling(ruling: Ruling) -> dict[str, Any]:
    return {
        "motion": ruling.motion,
        "outcome": ruling.outcome.value,
        "qualifiers": [qualifier.value for qualifier in ruling.qualifiers],
        "entries": list(ruling.entries),
    }
