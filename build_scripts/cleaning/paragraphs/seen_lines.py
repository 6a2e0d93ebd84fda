"""Define laid-out lines with the measures of their places."""

from collections.abc import Sequence
from typing import NamedTuple

from build_scripts.cleaning.line_ends import is_finished
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import Margins

INDENTED = 3  # columns from the margin
CENTRED = 8
SHORT_OF_EDGE = 12  # columns: a line that ends further from the edge ends its paragraph
EDGE_DRIFT = 3  # columns: proportional type has no sharp edge


class Seen(NamedTuple):
    """What the line grouper needs to know of one line and the one before it."""

    line: Line
    indent: int  # from the page's margin
    gap: int  # blank lines before it on its page
    new_page: bool
    centred: bool
    finished: bool  # can be its paragraph's last line
    short: bool  # ends before its page's edge


def measure_lines(lines: Sequence[Line], margins: dict[int, Margins]) -> list[Seen]:
    """Return all lines that hold anything, each measured from its page's margins."""
    seen: list[Seen] = []
    gap = 0
    page = 0
    for line in lines:
        if line.page != page:
            gap = 0
        if line.blank:
            gap += 1
            page = line.page
            continue
        measure = margins[line.page]
        left = line.indent - measure.left
        right = measure.right - len(line.text)
        seen.append(
            Seen(
                line,
                left,
                gap,
                bool(seen) and seen[-1].line.page != line.page,
                left >= CENTRED and abs(left - right) <= max(6, 0.15 * measure.width),
                is_finished(line),
                right > SHORT_OF_EDGE,
            )
        )
        gap, page = 0, line.page
    return seen


def is_short_of(item: Seen, following: Seen, margins: dict[int, Margins]) -> bool:
    """Return whether the line has room for the next word: its paragraph ends there."""
    if following.indent < INDENTED:
        return item.short
    # A quotation has a right margin of its own; take it from the wider of two lines.
    edge = min(margins[item.line.page].right, len(following.line.text))
    return edge - len(item.line.text) > max(
        SHORT_OF_EDGE, length_first_word(following.line) + EDGE_DRIFT
    )


def length_first_word(line: Line) -> int:
    """Return the columns that the line's first word would take on the line above."""
    return len(line.content.split(None, 1)[0]) + 1
