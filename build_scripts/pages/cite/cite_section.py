"""The section of an order's page that shows how to cite it."""

import json
from dataclasses import dataclass

from build_scripts.pages.cite.bluebook import Bluebook, cite_bluebook
from build_scripts.pages.cite.citation import OrderCitation
from build_scripts.pages.cite.reference import list_reference_values
from build_scripts.pages.formatting import join_with_or
from build_scripts.pages.i18n import t


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
