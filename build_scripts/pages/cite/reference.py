"""How to cite an order: the section of its page, and its values for reference managers, from which
the page's script writes each form.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.bluebook import Bluebook, cite_bluebook
from build_scripts.pages.cite.citation import OrderCitation
from build_scripts.pages.escaping import flatten
from build_scripts.pages.formatting import join_with_or
from build_scripts.pages.i18n import t


def list_reference_values(citation: OrderCitation, url: str = "") -> dict[str, Any]:
    """Return the known values by the names that the script `reference_forms.js` reads.

    `url` is "" if not known. Every text is one line. "published" is a report, a database's number,
    else the docket numbers; "other" is the court's own number or a database's.
    """
    report, court, day = citation.reports.report, citation.court, citation.day
    other = citation.reports.neutral or citation.reports.database or ""
    numbers = ", ".join(citation.numbers)
    published = report.text if report else other
    if not published and numbers:
        published = f"{'No.' if len(citation.numbers) == 1 else 'Nos.'} {numbers}"
    values = {
        "key": name_key(citation.address),
        "title": citation.case_name or citation.title,
        "published": published,
        "numbers": numbers,
        "institution": flatten(court.name) if court else "",
        "court": flatten(court.citation_string) if court else "",
        "year": day.year if day else 0,
        "month": day.month if day else 0,
        "day": day.day if day else 0,
        "entry": f"ECF No. {citation.entry}" if citation.entry else "",
        "volume": report.volume if report else "",
        "reporter": report.reporter if report else "",
        "page": report.page if report else "",
        "other": other,
        "url": flatten(url),
    }
    return {name: value for name, value in values.items() if value}


def name_key(address: str) -> str:
    """Return a key that is unique to the order: "cand:5-17-cv-02540:2017-05-31-order"."""
    key = re.sub(r"[^a-z0-9:-]+", "-", address.removeprefix("orders/").replace("/", ":").lower())
    return key.strip("-:") or "order"


def address_order(archived: ArchivedOrder, site_url: str) -> str:
    """Return the address of the order's page on the web, or "" if the site's own is not known."""
    return f"{site_url.rstrip('/')}/{archived.address}/" if site_url else ""


@dataclass(frozen=True, slots=True)
class CiteSection:
    """The citation of an order after the Bluebook; `missing` lists what a reader must complete.

    From `values`, JSON in ASCII, the page's script writes BibTeX, RIS and CSL-JSON.
    """

    bluebook: Bluebook
    first_page: str | None
    missing: str
    values: str


def view_citing(citation: OrderCitation, url: str = "") -> CiteSection:
    """Return the section; `url` is the future address of the order's page, "" if not known."""
    missing = citation.missing
    return CiteSection(
        bluebook=cite_bluebook(citation),
        first_page=citation.first_page,
        missing=t("cite.missing", facts=join_with_or(missing)) if missing else "",
        values=json.dumps(list_reference_values(citation, url), separators=(",", ":")),
    )
