"""The section of an order's page that shows how to cite it."""

import json
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.pages.cite.bluebook import Bluebook, cite_bluebook
from build_scripts.pages.cite.citation import OrderCitation
from build_scripts.pages.cite.reference import list_values, read_reference
from build_scripts.pages.cite.reference_forms import write_bibtex, write_csl_json, write_ris
from build_scripts.pages.formatting import join_with_or


@dataclass(frozen=True, slots=True)
class CiteForm:
    """The citation in one form: its name, its file's extension, its text."""

    label: str
    suffix: str
    text: str


@dataclass(frozen=True, slots=True)
class CiteSection:
    """The citations of an order: after the Bluebook, and for reference managers.

    `missing` lists what a reader must complete. `values` are those from which the page's script
    writes the other forms, as JSON in ASCII; a template escapes it.
    """

    bluebook: Bluebook
    first_page: str | None
    missing: str
    forms: tuple[CiteForm, ...]
    values: str


def view_citing(citation: OrderCitation, url: str = "") -> CiteSection:
    """Return the section; `url` is the future address of the order's page, "" if not known."""
    reference = read_reference(citation, url)
    missing = citation.missing
    return CiteSection(
        bluebook=cite_bluebook(citation),
        first_page=citation.first_page,
        missing=t("cite.missing", facts=join_with_or(missing)) if missing else "",
        forms=(
            CiteForm("BibTeX", "bib", write_bibtex(reference)),
            CiteForm("RIS", "ris", write_ris(reference)),
            CiteForm("CSL-JSON", "json", write_csl_json(reference)),
        ),
        values=json.dumps(list_values(reference), separators=(",", ":")),
    )
