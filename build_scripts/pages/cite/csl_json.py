"""An order's citation as CSL-JSON (Citation Style Language 1.0.2, input data schema)."""

import json
from typing import Any

from build_scripts.pages.cite.bibtex import name_key
from build_scripts.pages.cite.citation import OrderCitation


def write_csl_json(citation: OrderCitation, url: str = "") -> str:
    """Return an array of one item of type `legal_case`, ending in a line feed.

    `authority` is the court as citations shorten it, since styles print it as it is given.
    """
    return json.dumps([_describe(citation, url)], ensure_ascii=False, indent=2) + "\n"


def _describe(citation: OrderCitation, url: str) -> dict[str, Any]:
    report, day, court = citation.reports.report, citation.day, citation.court
    other = citation.reports.neutral or citation.reports.database
    notes = (f"ECF No. {citation.entry}" if citation.entry else "", other or "")
    item = {
        "id": name_key(citation.address),
        "type": "legal_case",
        "title": citation.case_name or citation.title,
        "authority": court.citation_string if court else "",
        "number": ", ".join(citation.numbers),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "container-title": report.reporter if report else "",
        "volume": report.volume if report else "",
        "page": report.page if report else "",
        "note": ", ".join(filter(None, notes)),
        "URL": url,
    }
    return {name: value for name, value in item.items() if value}
