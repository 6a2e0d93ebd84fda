"""Sheets laid before an order: a fax's cover, an electronic filing's receipt."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import COURT
from build_scripts.cleaning.lines import Cut, Line, cut_whole, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.text.pattern import Pattern

COVER = Pattern(
    r"(?:facsimile|fax|telecopier|telefax)\s+(?:transmission|transmittal|cover)\b.{0,40}"
    r"|(?:fax\s+)?(?:transmittal|cover)\s+(?:sheet|page|memo)\b.{0,20}"
    r"|(?:transmission|e-?filing|electronic\s+filing|filing)\s+(?:verification\s+)?"
    r"(?:receipt|report|confirmation)\b.{0,20}",
    re.IGNORECASE,
    accepts=["FACSIMILE TRANSMISSION", "Fax Cover Sheet", "COVER PAGE", "E-Filing Receipt"],
    refuses=["The fax cover sheet was sent", "CIVIL COVER SHEET"],
    by="fullmatch",
)
HEAD = 25  # lines that hold anything


def find_covers(lines: Sequence[Line]) -> list[Cut]:
    """A first page that says it is a cover, where a court's name heads the next one."""
    pages = [[i for i in ids if not lines[i].blank] for ids in index_pages(lines).values()]
    if len(pages) < 2 or not any(COURT.fullmatch(lines[i].content) for i in pages[1][:HEAD]):
        return []
    if not any(COVER.fullmatch(lines[i].content) for i in pages[0][:HEAD]):
        return []
    return [cut_whole(i, lines[i], RemovalReason.COVER) for i in pages[0]]
