"""The citation of each order as files beside its page, to save or to fetch."""

from collections.abc import Iterator
from functools import partial

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import DataFile
from build_scripts.pages.cite.bibtex import write_bibtex
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import OrderCitation, read_citation
from build_scripts.pages.cite.csl_json import write_csl_json
from build_scripts.pages.cite.ris import write_ris

BLUEBOOK, BIBTEX, RIS, CSL = "cite.txt", "cite.bib", "cite.ris", "cite.json"


def list_cite_files(archived: ArchivedOrder, site_url: str = "") -> Iterator[DataFile]:
    """Yield an order's four files, at `<address>/cite.txt`, `.bib`, `.ris` and `.json`, in UTF-8.

    `site_url` is where the site will live, "" where nobody knows.
    """
    written = write_forms(read_citation(archived), address_order(archived, site_url))
    for name, text in written.items():
        yield DataFile(f"{archived.address}/{name}", partial(bytes, text.encode()))


def write_forms(citation: OrderCitation, url: str) -> dict[str, str]:
    """Return the text of each file by its name."""
    return {
        BLUEBOOK: f"{cite_bluebook(citation).text}\n",
        BIBTEX: write_bibtex(citation, url),
        RIS: write_ris(citation, url),
        CSL: write_csl_json(citation, url),
    }


def address_order(archived: ArchivedOrder, site_url: str) -> str:
    """Return the address of the order's page on the web, "" where the site's own is not known."""
    return f"{site_url.rstrip('/')}/{archived.address}/" if site_url else ""
