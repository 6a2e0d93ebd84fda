"""An order's values for reference managers, which all their forms share."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.citation import OrderCitation
from build_scripts.pages.cite.plain_text import flatten


@dataclass(frozen=True, slots=True)
class Reference:
    """An order as a reference; every text is one line, "" or 0 if not known.

    The page's script writes the same forms from the same values: their names are those of
    `theme/assets/javascripts/reference_forms.js`.
    """

    key: str  # made of the order's address
    title: str
    published: str = ""  # where: a report, a database, else the docket numbers
    numbers: str = ""
    institution: str = ""
    court: str = ""  # as citations shorten it
    year: int = 0
    month: int = 0
    day: int = 0
    entry: str = ""  # "ECF No. 8"
    volume: str = ""
    reporter: str = ""
    page: str = ""
    other: str = ""  # the court's own number, or a database's
    url: str = ""


def read_reference(citation: OrderCitation, url: str = "") -> Reference:
    """Return the reference; `url` is the future address of the order's page, "" if not known."""
    report, court, day = citation.reports.report, citation.court, citation.day
    other = citation.reports.neutral or citation.reports.database or ""
    numbers = ", ".join(citation.numbers)
    published = report.text if report else other
    if not published and numbers:
        published = f"{'No.' if len(citation.numbers) == 1 else 'Nos.'} {numbers}"
    return Reference(
        key=name_key(citation.address),
        title=citation.case_name or citation.title,
        published=published,
        numbers=numbers,
        institution=flatten(court.name) if court else "",
        court=flatten(court.citation_string) if court else "",
        year=day.year if day else 0,
        month=day.month if day else 0,
        day=day.day if day else 0,
        entry=f"ECF No. {citation.entry}" if citation.entry else "",
        volume=report.volume if report else "",
        reporter=report.reporter if report else "",
        page=report.page if report else "",
        other=other,
        url=flatten(url),
    )


def list_values(reference: Reference) -> dict[str, Any]:
    """Return the known values by name, in the form that the page passes to its script."""
    return {name: value for name, value in asdict(reference).items() if value}


def name_key(address: str) -> str:
    """Return a key that is unique to the order: "cand:5-17-cv-02540:2017-05-31-order"."""
    key = re.sub(r"[^a-z0-9:-]+", "-", address.removeprefix("orders/").replace("/", ":").lower())
    return key.strip("-:") or "order"


def address_order(archived: ArchivedOrder, site_url: str) -> str:
    """Return the address of the order's page on the web, or "" if the site's own is not known."""
    return f"{site_url.rstrip('/')}/{archived.address}/" if site_url else ""
