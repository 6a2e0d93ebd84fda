"""The metadata at the top of an order's page, as YAML that reads back to the same values."""

from collections.abc import Mapping
from typing import Any

import yaml

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Description
from build_scripts.model.order import Order
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.head_data import MOST_REFERENCES
from build_scripts.pages.wording import title_of


def describe_order(order: Order) -> dict[str, Any]:
    """Return the front matter's keys and values; what the order does not say is left out."""
    description = order.description
    rulings = [claim.value for claim in description.rulings]
    numbers = [claim.value.text for claim in description.docket_numbers]
    judges = [claim.value.name or claim.value.initials for claim in description.judges]
    date, filed = description.date, description.date_filed
    values: dict[str, Any] = {
        "title": title_of(description),
        "case": description.case_name.value if description.case_name else None,
        "full_caption": description.full_caption.value if description.full_caption else None,
        **_describe_court(description),
        "docket_number": numbers[0] if numbers else None,
        "docket_numbers": numbers,
        "judge": judges[0] if judges else None,
        "judges": judges,
        "date": date.value.isoformat() if date else None,
        "date_filed": filed.value.isoformat() if filed else None,
        "document_number": description.document_number.value
        if description.document_number
        else None,
        "nature": description.nature.value if description.nature else None,
        "statutes_at_issue": [claim.value for claim in description.statutes_at_issue],
        "order_type": description.order_type.value.value if description.order_type else None,
        "disposition": description.disposition.value.value if description.disposition else None,
        "disposition_qualifiers": [str(one.value) for one in description.disposition_qualifiers],
        "rulings": [
            {
                "motion": ruling.motion,
                "outcome": ruling.outcome.value,
                "qualifiers": [qualifier.value for qualifier in ruling.qualifiers],
                "entries": list(ruling.entries),
            }
            for ruling in rulings
        ],
        "ruled_on": list(dict.fromkeys(entry for ruling in rulings for entry in ruling.entries)),
        "cites": cited_cases(order),
        "source": {
            "path": order.source.path,
            "format": order.source.format.value,
            "sha256": order.source.sha256,
        },
        "specimen": order.specimen,
        "ocr_confidence": order.ocr_confidence,
    }
    kept = {key: value for key, value in values.items() if value is not None}
    return {key: value for key, value in kept.items() if value != [] or key in _KEPT_EMPTY}


def describe_place(archived: ArchivedOrder, case_page: str | None = None) -> dict[str, Any]:
    """Return the front matter that the archive knows: how it is cited, its case, who cites it.

    `case_page` and `cited_by` are addresses below the site's root.
    """
    citation = read_citation(archived)
    values = {
        "citation": cite_bluebook(citation).text if citation.is_complete else None,
        "case_page": case_page,
        "cited_by": [one.address for one in archived.cited_by[:MOST_REFERENCES]],
    }
    return {key: value for key, value in values.items() if value}


_KEPT_EMPTY = frozenset({"disposition_qualifiers", "rulings", "ruled_on", "cites"})


def cited_cases(order: Order) -> list[str]:
    """Return the normal form of every full case citation once, parallels included."""
    return list(
        dict.fromkeys(
            citation.normal_form
            for citation in order.citations
            if citation.kind is CitationKind.CASE
        )
    )


def write_front_matter(values: Mapping[str, Any]) -> str:
    """Return `values` as a YAML block between `---` lines.

    Every string is quoted: bare, YAML would read 5:17 as 317, NO as false and 012 as 10.
    """
    body = yaml.dump(
        dict(values), Dumper=_QuotingDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    return f"---\n{body}---\n"


class _QuotingDumper(yaml.CSafeDumper):
    """Quotes strings that are values; keys are ours and stay plain.

    libyaml's writer, which PyYAML's packages bring along: front matter of all pages takes a tenth
    of the time.
    """

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (asked for every value alike)
        """Write a list twice rather than as an anchor: people read this."""
        return True

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        """Represent a mapping, its keys unquoted."""
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, _ in node.value:
            key.style = None
        return node


def _represent_quoted(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_QuotingDumper.add_representer(str, _represent_quoted)


def _describe_court(description: Description) -> dict[str, str | None]:
    court = description.court.value if description.court else None
    return {
        "court": court.name if court else None,
        "court_id": court.court_id if court else None,
        "division": description.division.value if description.division else None,
    }
