"""Sheets laid before an order: a fax's cover, an electronic filing's receipt."""

from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import COURT
from build_scripts.cleaning.furniture.phrases import says
from build_scripts.cleaning.lines import Cut, Line, cut_whole, index_pages
from build_scripts.model.clean_order import RemovalReason

HEAD = 25  # lines that hold anything


def find_covers(lines: Sequence[Line]) -> list[Cut]:
    """A first page that says it is a cover, where a court's name heads the next one."""
    pages = [[i for i in ids if not lines[i].blank] for ids in index_pages(lines).values()]
    if len(pages) < 2 or not any(COURT.fullmatch(lines[i].content) for i in pages[1][:HEAD]):
        return []
    if not any(says("cover", lines[i].content) for i in pages[0][:HEAD]):
        return []
    return [cut_whole(i, lines[i], RemovalReason.COVER) for i in pages[0]]
