"""Ranges of an order's text to remove, and their replacements."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from build_scripts.model.clean_order import Block


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `start` up to, not including, `end`, which a `note` replaces in a text."""

    start: int
    end: int
    note: str
    kind: str


def join_cuts(cuts: Iterable[Cut]) -> list[Cut]:
    """Return the cuts in their order; of two that overlap the first is made longer."""
    joined: list[Cut] = []
    for cut in sorted(cuts, key=lambda one: (one.start, -one.end)):
        if joined and cut.start < joined[-1].end:
            last = joined[-1]
            joined[-1] = replace(last, end=max(last.end, cut.end))
        else:
            joined.append(cut)
    return joined


def cut_text(text: str, cuts: Sequence[Cut]) -> str:
    """Return `text` with its cuts made; they ascend and do not overlap."""
    parts, at = [], 0
    for cut in cuts:
        parts += [text[at : cut.start], cut.note]
        at = cut.end
    return "".join([*parts, text[at:]])


def cut_block(block: Block, cuts: Sequence[Cut]) -> Block:
    """Return a block with its cuts made, and every offset adjusted.

    What began inside a cut begins after the note; what ended there, before it. Page marks and
    footnote marks stay, so that no page or note is lost.
    """
    starts = [cut.start for cut in cuts]
    shifts = [0, *accumulate(len(cut.note) - (cut.end - cut.start) for cut in cuts)]

    def move(offset: int, *, behind: bool) -> int:
        rank = bisect_left(starts, offset)  # cuts that begin before it
        if rank and offset < cuts[rank - 1].end:
            cut = cuts[rank - 1]
            return cut.start + shifts[rank - 1] + (len(cut.note) if behind else 0)
        return offset + shifts[rank]

    return block.change_text(
        cut_text(block.text, cuts), partial(move, behind=True), partial(move, behind=False)
    )
