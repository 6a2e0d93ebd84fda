"""The words around an order's citations, cut from its text once: other pages quote them.

Pages of authorities quote many orders. To avoid reading the texts again, the quotable passages of
each order are kept compressed, a tenth of its text.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation
from build_scripts.model.order import Order
from build_scripts.model.source_text import Style

_EMPHASIS = frozenset({Style.BOLD, Style.ITALIC})


class Passage(NamedTuple):
    """Words of one block that cover overlapping sentences with citations.

    `start` counts characters of the reading text, `emphasis` those of `text`.
    """

    start: int
    text: str
    emphasis: tuple[tuple[int, int], ...]


_PACKER = msgspec.msgpack.Encoder()
_UNPACKER = msgspec.msgpack.Decoder(Passage)


class Passages(NamedTuple):
    """An order's passages, compressed, and for each of its citations the place of its passage."""

    packed: tuple[bytes, ...]
    of_citation: tuple[int, ...]

    def find(self, citation: int) -> Passage:
        """Return the passage with the order's citation at a place."""
        return _UNPACKER.decode(self.packed[self.of_citation[citation]])


class PassageBook:
    """The passages of every order of an archive, by its place there."""

    def __init__(self, orders: Sequence[ArchivedOrder]) -> None:
        self._orders = orders
        self._cut: dict[int, Passages] = {}

    def find(self, place: int) -> Passages:
        """Return the passages of an order; reads its text on first use."""
        self.keep(place)
        return self._cut[place]

    def keep(self, place: int) -> None:
        """Cut the passages of an order while its text is at hand."""
        if place not in self._cut:
            self._cut[place] = cut_passages(self._orders[place].order)


def bound_sentence(citation: Citation, first: int, last: int) -> tuple[int, int]:
    """Return where a citation's sentence begins and ends between `first` and `last`, or these if
    none was found.
    """
    start, end = citation.sentence if any(citation.sentence) else (first, last)
    return max(min(start, citation.start), first), min(max(end, citation.end), last)


def cut_passages(order: Order) -> Passages:
    """Return the passages of an order; a sentence that runs over blocks is cut to its first block.

    Sentences that overlap are in one passage: "So held. Id. at 4.".
    """
    located, offsets = order.clean.map.located, order.clean.map.starts
    sentences = []
    for place, citation in enumerate(order.citations):
        at = order.clean.map.find_block(citation.start)
        first, last = offsets[at], offsets[at] + len(located[at][1].text)
        sentences.append((at, *bound_sentence(citation, first, last), place))
    bounds: list[tuple[int, int, int]] = []
    of_citation = [0] * len(sentences)
    for at, start, end, place in sorted(sentences):
        if bounds and bounds[-1][0] == at and start < bounds[-1][2]:
            bounds[-1] = (at, bounds[-1][1], max(bounds[-1][2], end))
        else:
            bounds.append((at, start, end))
        of_citation[place] = len(bounds) - 1
    passages = []
    for at, start, end in bounds:
        offset, block = offsets[at], located[at][1]
        emphasis = (
            (max(one.start + offset, start) - start, min(one.end + offset, end) - start)
            for one in block.styles
            if one.style in _EMPHASIS and one.start + offset < end and one.end + offset > start
        )
        text = block.text[start - offset : end - offset]
        passages.append(_PACKER.encode(Passage(start, text, tuple(emphasis))))
    return Passages(tuple(passages), tuple(of_citation))
