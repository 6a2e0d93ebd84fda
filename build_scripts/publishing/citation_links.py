"""How a citation is written as a link, and how a reader can tell where it leads."""

from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.publishing.markdown_text import escape_url
from build_scripts.publishing.page_links import relative_address

WHERE = {
    LinkTarget.ARCHIVE: "In this archive",
    LinkTarget.CHOICE: "Perhaps in this archive",
    LinkTarget.COURTLISTENER: "On CourtListener",
    LinkTarget.OUTWARD: "On another site",
    LinkTarget.HERE: "On this page",
    LinkTarget.SEARCH: "Search on CourtListener",
}
"""Where a link leads, as its title and the table of authorities say it."""


def name_place(position: int) -> str:
    """Return the anchor of the order's citation at `position`: "cite-1" for the first."""
    return f"cite-{position + 1}"


def wrap_citation(citation: Citation, link: Link | None, page_path: str) -> tuple[str, str]:
    """Return the Markdown before and behind a citation's words; both empty where nothing is.

    A record citation without an order here is marked as one, so that it reads as the docket entry
    it is and not as a case whose link is missing.
    """
    if link is not None and link.target is not LinkTarget.CHOICE:
        address = f"{link_address(link, page_path)}{link.anchor}"
        classes = f".citation .citation--{link.target.value}"
        return "[", f']({address} "{WHERE[link.target]}"){{{classes}}}'
    if citation.kind is CitationKind.RECORD:
        return '<span class="citation citation--record">', "</span>"
    return "", ""


def link_address(link: Link, page_path: str) -> str:
    """Return a link's address, to the top of its page, as the page at `page_path` writes it."""
    if link.target is LinkTarget.ARCHIVE:
        return relative_address(page_path, link.url)
    return escape_url(link.url)
