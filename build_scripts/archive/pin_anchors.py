"""The place on an order's page that a pin cite names: its page, its line, its footnote.

Pages are those that the order prints, of a slip opinion or of a reporter: CourtListener's texts
mark where the page of a reporter begins (`*1206`), and page 1206 of 433 F.3d is `#at-1206` there.
Star pages of a database (`at *2`) are no page of any order.
"""

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.citation_form import CaseForm
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order import Order
from build_scripts.model.order_extracts import Landmarks
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "pin_anchors.toml")
_FRONT_PAGES = 3
_OWN_PAGES = frozenset({CitationKind.DOCKET, CitationKind.RECORD})


def find_anchor(citation: Citation, authority_kind: CitationKind, order: Order) -> str:
    """Return the fragment that `citation`'s pin cite names on the page of `order`, or "".

    A docket or record citation counts the order's own pages ("slip op. at 4"), a reporter's pin its
    pages, if the order has them marked: page 4 of a slip opinion is not page 4 of a reporter. A
    footnote has the same number in both.
    """
    pin, places = citation.pin_cite or "", order.extracts.landmarks
    if paragraph := _find_paragraph(pin, places):
        return paragraph
    if authority_kind in _OWN_PAGES:
        if (line := _PATTERNS.LINE.match(pin)) and (
            place := _find_line(order.clean, line["page"], line["line"])
        ):
            return place
        page = _PATTERNS.PAGE.match(pin)
        return _find_note(pin, places) or (_find_page(page["page"], places) if page else "")
    return _find_note(pin, places) or _find_reporter_page(citation, pin, places)


def find_own_place(citation: Citation, places: Landmarks) -> str:
    """Return the fragment for an internal reference ("note 6", "page 4") to an order's `places`, or
    "", as for parts: headings are numbered in too many ways.
    """
    what, _, number = citation.normal_form.partition(" ")
    if what == "note":
        return _find_note(f"n.{number}", places)
    if what == "¶":
        return _find_paragraph(f"¶ {number}", places)
    return _find_page(number, places) if what == "page" else ""


def _find_reporter_page(citation: Citation, pin: str, places: Landmarks) -> str:
    """Return the fragment of a reporter's page if the order's marks count that reporter's pages.

    They do if the first mark is the case's first page or soon after it (an opinion at 617 F.3d 14
    is marked from 16 on, after headnotes and counsel), and is no page that a slip opinion begins
    with. A pin of a parallel reporter falls outside of the marked pages.
    """
    page = _PATTERNS.PAGE.match(pin)
    case = citation.form
    if page is None or not isinstance(case, CaseForm) or case.is_database:
        return ""
    if not (places.pages and places.pages[0].isdigit() and case.page.isdigit()):
        return ""
    begins = int(places.pages[0])
    begins_alike = 0 <= begins - int(case.page) <= _FRONT_PAGES < begins
    return _find_page(page["page"], places) if begins_alike else ""


def _find_paragraph(pin: str, places: Landmarks) -> str:
    """Return the fragment of a paragraph that the court numbered itself, or ""."""
    match = _PATTERNS.PARAGRAPH.match(pin)
    number = int(match["number"]) if match else 0
    return f"#para-{number}" if 0 < number <= places.paragraphs else ""


def _find_note(pin: str, places: Landmarks) -> str:
    """Return a note's fragment, or "" if two parts of the order number a note alike."""
    note = _PATTERNS.NOTE.search(pin)
    return f"#fn:{note['note']}" if note and note["note"] in places.notes else ""


def _find_page(page: str, places: Landmarks) -> str:
    return f"#at-{page}" if page in places.pages else ""


def _find_line(clean: CleanOrder, page: str, line: str) -> str:
    """Return a line's fragment, or "": it counts sheets, as it always did."""
    for _, block in clean.map.located:
        for place in block.places:
            if place.printed_line == int(line) and clean.label_page(place.page) == page:
                return f"#L{place.page}-{place.printed_line}"
    return ""
