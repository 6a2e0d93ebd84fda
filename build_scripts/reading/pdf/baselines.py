"""Segments gathered to printed lines by their baselines; raised marks find their words."""

from bisect import bisect, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from build_scripts.reading.pdf.segments import RAISED_SIZE, Segment, split_segment

SAME_LINE = 0.35  # of the size: baselines that differ less are one printed line
HIGHEST_RAISE = 0.75  # of the size
LEAST_RAISE = 0.15  # of the size
OVERLAP = 1.0  # points: more, and one segment is printed over the other
BESIDE = 0.6  # of the size: a superscript stands next to its word
LONGEST_MARK = 3  # characters
LAST_LINES = 4  # lines above among which a segment's own is looked for
MOST_SEGMENTS = 1000  # of one line: a page that draws more is no page of lines
_get_x0 = attrgetter("x0")


@dataclass(slots=True)
class PrintedLine:
    """Segments on one baseline, left to right."""

    y: float
    size: float
    x1: float
    segments: list[Segment] = field(default_factory=list)


def group_lines(segments: Sequence[Segment]) -> list[PrintedLine]:
    """Group segments on (nearly) one baseline into lines; raised ones join the line below them.
    Each is compared with the last few lines alone, of MOST_SEGMENTS at most.
    """
    lines: list[PrintedLine] = []
    for segment in sorted(segments, key=lambda s: (-s.y, s.x0)):
        for line in lines[: -LAST_LINES - 1 : -1]:
            if _takes(line, segment):
                insort(line.segments, segment, key=_get_x0)
                line.size = max(line.size, segment.size)
                line.x1 = max(line.x1, segment.x1)
                break
        else:
            lines.append(PrintedLine(segment.y, segment.size, segment.x1, [segment]))
    for index, line in enumerate(lines):
        _move_marks(line, lines, index)
    kept = [line for line in lines if line.segments]
    for line in kept:
        if len(line.segments) > 1:
            line.segments.sort(key=_get_x0)
            _mark_raised(line)
    return kept


def _takes(line: PrintedLine, segment: Segment) -> bool:
    smaller = min(segment.size, line.size)
    return (
        abs(line.y - segment.y) <= SAME_LINE * smaller
        and len(line.segments) < MOST_SEGMENTS
        and (segment.x0 >= line.x1 - OVERLAP or not _overlaps(line, segment))
    )


def _overlaps(line: PrintedLine, segment: Segment) -> bool:
    """Return whether a neighbour is above the segment; those of the line do not overlap."""
    place = bisect(line.segments, segment.x0, key=_get_x0)
    return any(
        min(other.x1, segment.x1) - max(other.x0, segment.x0) > OVERLAP
        for other in line.segments[max(0, place - 1) : place + 1]
    )


def _move_marks(line: PrintedLine, lines: Sequence[PrintedLine], index: int) -> None:
    """Move raised marks to the lines they belong to; marks that fit no line together one by one:
    numbers in a gutter drift to their height.
    """
    marks = [segment for segment in line.segments if len(segment.text.strip()) <= LONGEST_MARK]
    if len(marks) == len(line.segments) and _move_home(line, marks, lines, index):
        return
    if len(line.segments) > 1:
        for mark in marks:
            if mark.size <= RAISED_SIZE * line.size:
                _move_home(line, [mark], lines, index)


def _move_home(
    line: PrintedLine, marks: Sequence[Segment], lines: Sequence[PrintedLine], index: int
) -> bool:
    """Move marks of a line to the line below that they belong to; return whether there is one."""
    home = _find_home(marks, lines, index)
    if home is None or len(home.segments) + len(marks) > MOST_SEGMENTS:
        return False
    for mark in marks:
        home.segments = [
            part for segment in home.segments for part in split_segment(segment, mark.x0, mark.x1)
        ]
    home.segments.extend(marks)
    line.segments = [segment for segment in line.segments if segment not in marks]
    return True


def _find_home(
    marks: Sequence[Segment], lines: Sequence[PrintedLine], index: int
) -> PrintedLine | None:
    """Return the line of larger characters right below, next to which all the marks are."""
    y = marks[0].y
    size = max(mark.size for mark in marks)
    for home in lines[index + 1 : index + 1 + 2 * LAST_LINES]:
        if not home.segments or home.y >= lines[index].y:
            continue
        if y - home.y >= HIGHEST_RAISE * home.size or size > RAISED_SIZE * home.size:
            continue
        left = min(segment.x0 for segment in home.segments) - home.size
        right = max(segment.x1 for segment in home.segments) + home.size
        if all(left <= mark.x0 and mark.x1 <= right for mark in marks):
            return home
    return None


def _mark_raised(line: PrintedLine) -> None:
    """Mark small characters above the line's own baseline as superscripts ("9th", "Act,1"), not
    numbers in a gutter, which are separated from the words.
    """
    lengths: Counter[float] = Counter()
    for segment in line.segments:
        lengths[round(segment.y, 1)] += len(segment.text)
    base = lengths.most_common(1)[0][0]
    for index, segment in enumerate(line.segments):
        if segment.y <= base + LEAST_RAISE * line.size or segment.size > RAISED_SIZE * line.size:
            continue
        beside = (*line.segments[max(0, index - 2) : index], *line.segments[index + 1 : index + 3])
        segment.raised = any(
            -0.5 * line.size < gap < BESIDE * line.size
            for other in beside
            for gap in (segment.x0 - other.x1, other.x0 - segment.x1)
        )
