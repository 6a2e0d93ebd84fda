"""Footnote marks in running text: found, lifted out, and tied to their notes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from build_scripts.cleaning.footnote_labels import CITES, LONE_LABEL
from build_scripts.model.clean_order import Block, FootnoteMark
from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "footnote_marks.toml")
NUMBER = _PATTERNS.NUMBER
GLUED_TO_POINT = _PATTERNS.GLUED_TO_POINT
LONGEST_WORD = 200  # characters before a mark that are looked at


def tie_footnotes(
    blocks: Sequence[Block], labels: Sequence[tuple[str, int]], *, raised_only: bool = False
) -> tuple[list[Block], set[int]]:
    """Lift footnote marks out of the blocks' text.

    `labels` are the notes' labels and pages, in order. Raised numerals are marks by their style;
    where the form raises every one (`raised_only`), "col. 2:3-7" holds none. Elsewhere others are
    searched for in reading order on their note's page: the best place for a mark with that label
    after the mark before it. Returns the blocks and the indexes of notes whose mark was found.
    After the last note, marks that continue the count (the file is an extract) are lifted too, so
    that "order.11" is no citation.
    """
    lifted = [_lift_raised(block) for block in blocks]
    raised = {mark.label for block in lifted for mark in block.footnote_marks}
    if raised_only:
        return lifted, {index for index, (label, _) in enumerate(labels) if label in raised}
    holders = _index_labels(lifted, {label for label, _ in labels})
    tied: set[int] = set()
    position = (0, 0)
    last_number = 0
    for index, (label, page) in enumerate(labels):
        if label.isdigit():
            last_number = int(label)
        if label in raised:
            tied.add(index)
            continue
        after = position if label.isdigit() else (0, 0)
        found = _find_mark(lifted, holders[label], label, page, after)
        if found is None:
            continue
        at, start, end = found
        lifted[at] = _lift_marks(lifted[at], [(start, end, label)])
        tied.add(index)
        if label.isdigit():
            position = (at, start)
    if last_number:
        _lift_unanswered(lifted, last_number + 1, position)
    return lifted, tied


def _lift_raised(block: Block) -> Block:
    """Lift the marks that the form itself sets as superscripts ("9th" is not one)."""
    raised = [
        (span.start, span.end, label)
        for span in block.styles
        if span.style is Style.SUPERSCRIPT
        and LONE_LABEL.fullmatch(label := block.text[span.start : span.end].strip(" []"))
    ]
    return _lift_marks(block, raised) if raised else block


def _index_labels(blocks: Sequence[Block], labels: Collection[str]) -> dict[str, list[int]]:
    """Return for each label the blocks that hold it, as a separate number if it is one.

    Each block is read once, not once for each label: an order has hundreds of notes.
    """
    holders: dict[str, list[int]] = {label: [] for label in labels}
    signs = [label for label in labels if not label.isdigit()]
    for index, block in enumerate(blocks):
        numbers = set(NUMBER.findall(block.text)) if len(signs) < len(labels) else set()
        for label in numbers & holders.keys():
            holders[label].append(index)
        for label in signs:
            if label in block.text:
                holders[label].append(index)
    return holders


def _find_mark(
    blocks: Sequence[Block],
    holders: Sequence[int],
    label: str,
    page: int,
    after: tuple[int, int],
) -> tuple[int, int, int] | None:
    """Return the best place for a mark: block index, start, end."""
    best: tuple[int, tuple[int, int, int]] | None = None
    pattern = re.compile(rf"(?<![\d*]){re.escape(label)}(?![\d*%]|\.\d|,\d)")
    for index in holders[bisect_left(holders, after[0]) :]:
        text = blocks[index].text
        places = blocks[index].places
        if not places[0].page <= page <= places[-1].page:
            continue
        begin = after[1] if index == after[0] else 0
        for match in pattern.finditer(text, begin):
            if _page_at(blocks[index], match.start()) != page:
                continue
            rank = _rank_mark(text, match.start(), match.end(), label)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, (index, match.start(), match.end()))
    return best[1] if best else None


def _rank_mark(text: str, start: int, end: int, label: str) -> int | None:
    """Return the rank of a place for a mark: 0 is the surest; None is no place."""
    before, after = text[max(0, start - 24) : start], text[end : end + 1]
    if after.isalnum() or (CITES.search(before) and not label.startswith("*")):
        return None
    if not before:
        return None
    if not label.isdigit():
        return 0 if before[-1:].strip() else 1
    if _PATTERNS.GLUED_TO_WORD.search(before):
        return 0
    if _PATTERNS.AFTER_NUMBERED_POINT.search(before):
        return 2 if after in (" ", "") else None
    if GLUED_TO_POINT.search(before[-LONGEST_WORD:]):
        return 0
    if _PATTERNS.SPACED_AFTER_POINT.search(before):
        return 1 if after in (" ", "") else None
    if _PATTERNS.SPACED_AFTER_WORD.search(before):
        return 3 if after in (" ", "") else None
    return None


def _lift_unanswered(blocks: list[Block], number: int, after: tuple[int, int]) -> None:
    """Lift marks without notes that continue the count, if they are glued to a word's point."""
    for index in range(after[0], len(blocks)):
        begin = after[1] if index == after[0] else 0
        marks = []
        for match in _PATTERNS.UNANSWERED.finditer(blocks[index].text, begin):
            if match[0] == str(number):
                marks.append((*match.span(), match[0]))
                number += 1
        if marks:
            blocks[index] = _lift_marks(blocks[index], marks)


def _page_at(block: Block, offset: int) -> int:
    following = bisect_right(block.places, offset, key=lambda place: place.offset)
    return block.places[max(0, following - 1)].page


def _lift_marks(block: Block, marks: Sequence[tuple[int, int, str]]) -> Block:
    """Take marks (start, end, label) out of a block's text and keep each at its place.

    `marks` ascend. All are lifted in one pass: a paragraph may hold thousands.
    """
    kept: list[tuple[int, int]] = []  # stretches of the text that stay
    position = 0
    for start, end, _ in marks:
        # "hiring. 1 Defendant": one of the two blanks goes with the mark.
        if start > position:
            kept.append((position, start))
        position = max(position, end)
        if block.text[position : position + 1] in (" ", "") and kept:
            begin, stop = kept[-1]
            if block.text[stop - 1] == " ":
                kept[-1:] = [(begin, stop - 1)] if stop - 1 > begin else []
    kept.append((position, len(block.text)))
    move = _map_offsets(kept)
    taken = [(start, end) for start, end, _ in marks]
    styles = (s for s in block.styles if not (s.style is Style.SUPERSCRIPT and _is_taken(s, taken)))
    text = "".join(block.text[start:end] for start, end in kept)
    left = replace(block, styles=tuple(styles)).change_text(text, move)
    lifted = (FootnoteMark(move(start), label) for start, _, label in marks)
    found = sorted((*left.footnote_marks, *lifted), key=lambda mark: mark.offset)
    return replace(left, footnote_marks=tuple(found))


def _map_offsets(kept: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """Return a function from old to new offsets, where only the stretches `kept` remain."""
    starts = [start for start, _ in kept]
    before = [0, *accumulate(end - start for start, end in kept)]

    def move(offset: int) -> int:
        rank = bisect_right(starts, offset) - 1
        if rank < 0:
            return 0
        return before[rank] + min(offset, kept[rank][1]) - kept[rank][0]

    return move


def _is_taken(span: StyleSpan, taken: Sequence[tuple[int, int]]) -> bool:
    rank = bisect_right(taken, span.start, key=lambda of_mark: of_mark[0]) - 1
    return rank >= 0 and span.end <= taken[rank][1]
