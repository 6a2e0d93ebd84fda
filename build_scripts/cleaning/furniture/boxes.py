"""Find clerks' boxes: stamps and printed boxes in line with the text of a page's edge.

A box is told by its own words in capitals, each a segment of a line or a whole one; what else it
holds (a date, the city, "AT 3 O'CLOCK") leaves where it stands near such words.
"""

import re
from collections.abc import Iterator, Sequence

from build_scripts.cleaning.caption.patterns import DOCKET, begins_title
from build_scripts.cleaning.furniture.phrases import matches_phrase
from build_scripts.cleaning.lines import Cut, Line, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "boxes.toml")
SEGMENT = _PATTERNS.SEGMENT
CORNER_FROM = 45  # columns: the upper right corner
CORNER_DRIFT = 16
TALLEST = 8  # lines of a box
GAP = 2  # at most one blank line in it
HEAD, FOOT = 16, 10  # lines of a page that hold anything
NEAR = 4  # lines between two parts of a box


def find_boxes(lines: Sequence[Line]) -> list[Cut]:
    """Return the boxes at pages' heads and feet; columns distinguish them from the heading."""
    cuts: list[Cut] = []
    for indexes in index_pages(lines).values():
        filled = [index for index in indexes if not lines[index].blank]
        cuts.extend(_find_box(lines, filled[:HEAD], head=True))
        cuts.extend(_find_box(lines, filled[-FOOT:], head=False))
    return sorted(set(cuts))


def _find_box(lines: Sequence[Line], edge: Sequence[int], head: bool) -> list[Cut]:
    segments = [(i, match) for i in edge for match in SEGMENT.finditer(lines[i].text)]
    parts = [part for part in segments if matches_phrase("box", part[1][0])]
    ranks = {index: rank for rank, index in enumerate(edge)}
    near = {ranks[index] + step for index, _ in parts for step in range(-NEAR, NEAR + 1)}
    parts += [
        (index, match)
        for index, match in segments
        if (ranks[index] in near and matches_phrase("beside a box", match[0]))
        or matches_phrase("stamped date", match[0])
    ]
    first = min(parts, key=lambda part: part[0], default=None)
    # In the corner, or on the first line, which can have lost its place.
    if head and first and (first[1].start() >= CORNER_FROM or first[0] == edge[0]):
        parts += _find_below(lines, edge, *first)
    parts += [
        (i, m) for i, m in segments if m.start() >= CORNER_FROM and matches_phrase("corner", m[0])
    ]
    parts += [(i, date) for i in edge if (date := _PATTERNS.TRAILING_DATE.search(lines[i].text))]
    return [Cut(i, m.start(), m.end(), RemovalReason.FILED_STAMP) for i, m in parts]


def _find_below(
    lines: Sequence[Line], edge: Sequence[int], top_at: int, top: re.Match[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield what is below a box's first line in the same corner: the clerk's name, courts, a date.

    A docket number or a title there is the caption's; Wisconsin's judges sign there.
    """
    centre = (top.start() + top.end()) / 2
    last, seen = top_at, 0
    for index in edge:
        if index <= top_at:
            continue
        if index - last > GAP or seen == TALLEST:
            return
        last = index
        for match in SEGMENT.finditer(lines[index].text):
            drift = abs((match.start() + match.end()) / 2 - centre)
            if match.start() < CORNER_FROM or (centre > CORNER_FROM and drift > CORNER_DRIFT):
                continue
            if any(ends(match[0]) for ends in (DOCKET.match, begins_title, _PATTERNS.SIGNED.match)):
                return
            seen += 1
            yield index, match
