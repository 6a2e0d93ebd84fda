"""The place on an order's page that a pin cite names: its page, its line, its footnote."""

import re

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder

# Accepted: "4", "4-6", "12, 14"; "2:13-15" (page and line); "*3"; "n.3", "642 n.3", "4 & n.3".
_PAGE = re.compile(r"(?:p{1,2}\.\s?)?(?P<page>\d{1,4})(?![\d:])")
_LINE = re.compile(r"(?P<page>\d{1,4}):(?P<line>\d{1,2})")
_NOTE = re.compile(r"(?:\bn{1,2}\.|\bfn\.|\bnotes?)\s?(?P<note>\d{1,3})")
_OWN_PAGES = frozenset({CitationKind.DOCKET, CitationKind.RECORD})


def find_anchor(citation: Citation, authority_kind: CitationKind, clean: CleanOrder) -> str:
    """Return the fragment that `citation`'s pin cite names on the page of `clean`, else "".

    Only a docket or record citation counts the order's own pages ("slip op. at 4"): page 4 of a
    reporter is another one. A footnote has the same number in both.
    """
    pin = citation.pin_cite or ""
    if authority_kind in _OWN_PAGES:
        if (line := _LINE.match(pin)) and _has_line(clean, int(line["page"]), int(line["line"])):
            return f"#L{line['page']}-{line['line']}"
        note = _find_note(pin, clean)
        if note:
            return note
        page = _PAGE.match(pin)
        return f"#page-{page['page']}" if page and _has_page(clean, int(page["page"])) else ""
    return _find_note(pin, clean)


def _find_note(pin: str, clean: CleanOrder) -> str:
    """A note that two parts of the order number alike is left to the reader."""
    note = _NOTE.search(pin)
    if note is None:
        return ""
    label = note["note"]
    fitting = [footnote for footnote in clean.footnotes if footnote.label == label]
    return f"#fn:{label}" if len(fitting) == 1 and fitting[0].tied else ""


def _has_page(clean: CleanOrder, page: int) -> bool:
    return any(mark.page == page for _, block in clean.locate_blocks() for mark in block.page_marks)


def _has_line(clean: CleanOrder, page: int, line: int) -> bool:
    return any(
        place.page == page and place.printed_line == line
        for _, block in clean.locate_blocks()
        for place in block.places
    )
