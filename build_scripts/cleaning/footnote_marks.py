"""Footnote marks in running text: found, lifted out, and tied to their notes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.model.clean_order import Block, FootnoteMark, PageMark, Place
from build_scripts.model.source_text import Style, StyleSpan

LABEL = re.compile(r"\d{1,3}|\*{1,4}|[†‡]")
# What can stand before a mark, best first.
GLUED_TO_WORD = re.compile(r"[^\W\d_][”’\"')\]]?$")
GLUED_TO_POINT = re.compile(r"(?<![¶§\d])[^\W_]*[^\W\d_]?[.,;:?!][”’\"')\]]{0,3}$|[”’\"')\]]$")
AFTER_NUMBERED_POINT = re.compile(r"\d[.,;][”’\"')\]]{0,3}$")  # "FAC ¶ 2.1 The"
SPACED_AFTER_POINT = re.compile(r"[.,;:?!][”’\"')\]]{0,3}\s$")
# "No.1", "Dkt.7", "Fed. R.4" are no marks.
CITES = re.compile(
    r"(?:\b(?:nos?|dkt|ecf|doc|pp?|pg|art|ch|sec|vol|v|r|n|cl|ex)\.|[¶§#$])\s?$", re.IGNORECASE
)


def tie_footnotes(
    blocks: Sequence[Block], labels: Sequence[tuple[str, int]]
) -> tuple[list[Block], set[int]]:
    """Lift footnote marks out of the blocks' text.

    `labels` are the notes' labels and pages, in order. Raised numerals are marks by their style.
    Others are looked for in reading order on their note's page: the best place for a mark with
    that label after the mark before it. Returns the blocks and the indexes of notes whose mark
    was found. After the last note, marks that go on counting (the file is an extract) are lifted
    too, so that "order.11" is no citation.
    """
    lifted = [_lift_raised(block) for block in blocks]
    raised = {mark.label for block in lifted for mark in block.footnote_marks}
    tied: set[int] = set()
    position = (0, 0)
    last_number = 0
    for index, (label, page) in enumerate(labels):
        if label.isdigit():
            last_number = int(label)
        if label in raised:
            tied.add(index)
            continue
        found = _find_mark(lifted, label, page, position if label.isdigit() else (0, 0))
        if found is None:
            continue
        at, start, end = found
        lifted[at] = _lift(lifted[at], start, end, label)
        tied.add(index)
        if label.isdigit():
            position = (at, start)
    if last_number:
        _lift_unanswered(lifted, last_number + 1, position)
    return lifted, tied


def _lift_raised(block: Block) -> Block:
    """Lift the marks that the form itself sets as superscripts ("9th" is none)."""
    while True:
        span = next(
            (
                s
                for s in block.styles
                if s.style is Style.SUPERSCRIPT
                and LABEL.fullmatch(block.text[s.start : s.end].strip())
            ),
            None,
        )
        if span is None:
            return block
        block = _lift(block, span.start, span.end, block.text[span.start : span.end].strip())


def _find_mark(
    blocks: Sequence[Block], label: str, page: int, after: tuple[int, int]
) -> tuple[int, int, int] | None:
    """The best place for a mark: block index, start, end."""
    best: tuple[int, tuple[int, int, int]] | None = None
    pattern = re.compile(rf"(?<![\d*]){re.escape(label)}(?![\d*%]|\.\d|,\d)")
    for index in range(after[0], len(blocks)):
        text = blocks[index].text
        begin = after[1] if index == after[0] else 0
        for match in pattern.finditer(text, begin):
            if _page_at(blocks[index], match.start()) != page:
                continue
            rank = _rank_mark(text, match.start(), match.end(), label)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, (index, match.start(), match.end()))
    return best[1] if best else None


def _rank_mark(text: str, start: int, end: int, label: str) -> int | None:
    """0 is the surest place; None is no place for a mark."""
    before, after = text[max(0, start - 24) : start], text[end : end + 1]
    if after.isalnum() or (CITES.search(before) and not label.startswith("*")):
        return None
    if not before:
        return None
    if not label.isdigit():
        return 0 if before[-1:].strip() else 1
    if GLUED_TO_WORD.search(before):
        return 0
    if AFTER_NUMBERED_POINT.search(before):
        return 2 if after in (" ", "") else None
    if GLUED_TO_POINT.search(before):
        return 0
    if SPACED_AFTER_POINT.search(before):
        return 1 if after in (" ", "") else None
    return None


def _lift_unanswered(blocks: list[Block], number: int, after: tuple[int, int]) -> None:
    """Marks without notes that go on counting, only where they are glued to a word's point."""
    while True:
        pattern = re.compile(rf"(?<=[a-z”’][.,;]|[a-z][a-z]){number}(?=\s|$|—)")
        for index in range(after[0], len(blocks)):
            begin = after[1] if index == after[0] else 0
            match = pattern.search(blocks[index].text, begin)
            if match:
                blocks[index] = _lift(blocks[index], match.start(), match.end(), str(number))
                after = (index, match.start())
                break
        else:
            return
        number += 1


def _page_at(block: Block, offset: int) -> int:
    page = block.places[0].page
    for place in block.places:
        if place.offset > offset:
            break
        page = place.page
    return page


def _lift(block: Block, start: int, end: int, label: str) -> Block:
    """Take a mark's characters out of a block and keep the mark at their place."""
    # "hiring. 1 Defendant": one of the two blanks goes with the mark.
    if block.text[start - 1 : start] == " " and block.text[end : end + 1] in (" ", ""):
        start -= 1

    def move(offset: int) -> int:
        return offset if offset <= start else max(start, offset - (end - start))

    styles = tuple(
        StyleSpan(s.style, move(s.start), move(s.end))
        for s in block.styles
        if not (s.style is Style.SUPERSCRIPT and start <= s.start and s.end <= end)
    )
    marks = (
        *(FootnoteMark(move(m.offset), m.label) for m in block.footnote_marks),
        FootnoteMark(start, label),
    )
    return replace(
        block,
        text=block.text[:start] + block.text[end:],
        places=tuple(Place(move(p.offset), p.page, p.line, p.printed_line) for p in block.places),
        styles=tuple(s for s in styles if s.start < s.end),
        page_marks=tuple(PageMark(move(m.offset), m.page) for m in block.page_marks),
        footnote_marks=tuple(sorted(marks, key=lambda m: m.offset)),
    )
