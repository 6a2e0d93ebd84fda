"""A place in an order, as part of an answer."""

from bisect import bisect_right
from dataclasses import dataclass

from build_scripts.api import SearchIndex, split_sentences
from build_scripts.extensions.checking.answers import Difference, Passage
from build_scripts.extensions.checking.order_text import OrderText, Place

_FEW_WORDS = 12
"""Words before a citation in its sentence; with fewer, the sentence before shows what it is for."""
_AROUND = 600
"""Characters of a sentence that are shown before and after the words found."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of an order, from first to last character, that match a quotation or are near it.

    `marked`: it has ellipses or brackets that the order has not. `agreement` is the share of words
    that agree.
    """

    text: OrderText
    first: Place
    last: Place
    differences: tuple[Difference, ...] = ()
    marked: bool = False
    agreement: float = 1.0


def make_passage(search: SearchIndex, found: Found, *, is_citation: bool = False) -> Passage:
    """Return the passage with its order, its page and line, its citation and its sentence; for a
    citation, with what it is cited for.
    """
    text, first, last = found.text, found.first, found.last
    order = search.load_result(text.rank)
    pin, end = text.pins.locate(*first), text.pins.locate(*last)
    before, behind = _find_sentence(text, first, last, is_citation=is_citation)
    words = text.take(first, last)
    return Passage(
        address=order["address"],
        case_name=order["case_name"],
        title=order["title"],
        court=order["court"],
        date=order["date"],
        anchor=text.anchors[first[0]],
        page=pin.page if pin else "",
        last_page=end.page if end else "",
        sheet=pin.sheet if pin else 0,
        line=(pin.printed_line or pin.line) if pin else 0,
        line_printed=bool(pin and pin.printed_line),
        note=pin.note if pin else "",
        citation=text.pins.write_citation(pin, end),
        text=words,
        sentence=f"{before}{words}{behind}",
        start=len(before),
        end=len(before) + len(words),
        differences=found.differences,
    )


def _find_sentence(
    text: OrderText, first: Place, last: Place, *, is_citation: bool
) -> tuple[str, str]:
    """Return the words of the sentence before some words, and those after them."""
    opening, closing = text.blocks[first[0]], text.blocks[last[0]]
    starts = [one.start for one in split_sentences(opening)]
    ends = [one.end for one in split_sentences(closing)]
    at = max(0, bisect_right(starts, first[1]) - 1)
    if is_citation and at and len(opening[starts[at] : first[1]].split()) < _FEW_WORDS:
        at -= 1
    start = starts[at] if starts else 0
    end = next((end for end in ends if end > last[1]), len(closing))
    before = opening[min(start, first[1]) : first[1]]
    behind = closing[last[1] + 1 : max(end, last[1] + 1)]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(behind) > _AROUND:
        behind = f"{behind[:_AROUND].rpartition(' ')[0]} …"
    return before, behind
