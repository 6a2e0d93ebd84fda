"""The single values that an order's page shows: the front matter, and the head's data."""

from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import CitationKind
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.formatting import title_of
from build_scripts.pages.published_fields import RulingRecord, make_fields

Facts = dict[str, Any]
"""Facts of an order under the names that its front matter has them by: the fields in the sequence
of `order.json`, then what is derived from them."""

MOST_REFERENCES = 50
"""Orders named of those that cite an order, and cases of those that it cites."""


_NAMES = {"case_name": "case", "court": "court_id", "court_name": "court"}
_KEPT_EMPTY = frozenset({"disposition_qualifiers", "rulings", "ruled_on", "cites"})


def read_facts(archived: ArchivedOrder, case_page: str | None = None) -> Facts:
    """Return the known facts of an order and of its place; addresses are below the root."""
    order, said = archived.order, archived.stated
    fields = make_fields(said)
    rulings: list[RulingRecord] = list(fields["rulings"])
    judges = [name for one in fields["judges"] if (name := one.name or one.initials)]
    citation = read_citation(archived)
    cases = (one for one in order.citations if one.kind is CitationKind.CASE)
    facts = {
        "title": title_of(said),
        **{_NAMES.get(name, name): _list(fields[name]) for name in fields if name != "title"},
        "docket_number": next(iter(fields["docket_numbers"]), None),
        "judge": next(iter(judges), None),
        "judges": judges,
        "parties": [one.name for one in fields["parties"]],
        "rulings": [
            {
                "motion": one.motion,
                "outcome": one.outcome,
                "qualifiers": list(one.qualifiers),
                "entries": list(one.entries),
            }
            for one in rulings
        ],
        "ruled_on": list(dict.fromkeys(entry for one in rulings for entry in one.entries)),
        "cites": list(dict.fromkeys(one.normal_form for one in cases)),  # each once, parallels too
        "source": {
            "path": order.source.path,
            "format": order.source.format.value,
            **({"sha256": order.public_sha256} if order.public_sha256 else {}),
        },
        "specimen": order.specimen,
        "ocr_confidence": order.ocr_confidence,
        "citation": None if citation.missing else cite_bluebook(citation).text,
        "case_page": case_page,
        "cited_by": [one.address for one in archived.cited_by[:MOST_REFERENCES]],
    }
    return {
        name: value
        for name, value in facts.items()
        if value is not None and (value != [] or name in _KEPT_EMPTY)
    }


def _list(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
