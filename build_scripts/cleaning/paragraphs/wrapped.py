"""Separate paragraphs of plain text whose lines are printed lines.

Text that was converted without its layout keeps no indents. Its blank lines may separate
paragraphs, pages, or every line; a line's length and its end decide the rest. Where lines are of
any length, each is a paragraph, as law reports are converted.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.cleaning.line_ends import goes_on, is_finished, is_item
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import LONG_LINE

LONGEST_LINE = 130  # characters: a longer one is a paragraph, no printed line
NEVER_PRINTED = 250  # a line that long shows by itself that lines are paragraphs
PRINTED = 0.95  # of the lines; a tool can run a few together
USUAL, EVEN = 0.5, 0.85  # half of printed lines reach nearly to their edge
REACHES = 0.9  # of the long lines reach no further than the edge
FEWEST_LINES = 8
WIDER = 0.4  # of a small letter, by which a capital is wider in proportional type
RAGGED = 8  # characters by which a ragged edge is unsure


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How far the lines of a text reach, and the blank lines usual between two of them.

    An edge of 0 means that they are no printed lines: each is a paragraph.
    """

    edge: int
    spacing: int

    @property
    def printed(self) -> bool:
        """Whether the lines are printed ones."""
        return self.edge > 0

    def parts(self, before: Line, line: Line, gap: int) -> bool:
        """Return whether a paragraph ends between two lines with `gap` blank lines between."""
        if not self.printed:
            return is_finished(before) or not goes_on(line)
        room = self.edge - len(before.content) - len(line.content.split(None, 1)[0])
        if is_finished(before):
            return gap > self.spacing or room > RAGGED or is_item(line)
        capitals = sum(map(str.isupper, before.content))
        if goes_on(line) or room - WIDER * capitals <= RAGGED:
            return False
        return gap > self.spacing or self.spacing > 0 or is_item(line)


def measure_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Measure a text's lines; None where there are too few and none is a paragraph."""
    lengths: list[int] = []
    gaps: Counter[int] = Counter()
    gap = 0
    before: Line | None = None
    for line in lines:
        if line.blank:
            gap += 1
            continue
        if len(line.content) >= LONG_LINE:
            lengths.append(len(line.content))
            if before is not None and not is_finished(before) and len(before.content) >= LONG_LINE:
                gaps[gap] += 1
        before, gap = line, 0
    lengths.sort()
    if len(lengths) < FEWEST_LINES:
        # Short decisions as websites print them: some short lines and a few paragraphs.
        return Wrapping(0, 0) if lengths and lengths[-1] > NEVER_PRINTED else None
    edge = lengths[int(len(lengths) * REACHES)]
    even = lengths[int(len(lengths) * USUAL)] >= EVEN * edge
    if lengths[int(len(lengths) * PRINTED)] > LONGEST_LINE and not even:
        return Wrapping(0, 0)
    return Wrapping(edge, gaps.most_common(1)[0][0] if gaps else 0)
