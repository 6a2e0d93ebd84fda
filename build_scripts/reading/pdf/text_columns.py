"""Two columns of text: a page of a law report, or a publisher's print, is read column by column.

A gutter is a strip near the middle of the page that no line crosses, with prose on both sides of it
for many lines. A caption, a table and a list of counsel have fewer or shorter lines.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from build_scripts.reading.pdf.baselines import group_lines
from build_scripts.reading.pdf.segments import Segment, split_segment

FIRST, LAST = 0.38, 0.62  # of the text's width: where a gutter can be
FEWEST_LINES = 14  # beside a gutter, on each side
LEAST_PROSE = 18  # characters of a line that is prose
MOST_PROSE = 0.6  # of the lines on each side are prose
LEAST_SMALL = 0.3  # of these lines begin with a small letter: a sentence goes on …
LEAST_SMALL_BESIDE = 0.15  # … of one side's: a caption can begin it
FEWEST_BESIDE_KNOWN = 3  # lines on each side of a gutter that the page before has
EVEN = 1.5  # of the size: how far the right column's lines may begin from each other
MOST_EVEN = 0.6  # of its lines begin so
FEWEST_SEGMENTS = 2 * FEWEST_LINES


def split_text_columns(
    segments: Sequence[Segment], known: float | None = None
) -> tuple[list[list[Segment]], float | None]:
    """Return a page's segments in pieces to be read one after the other, and where its gutter is.

    The lines above and below two columns are pieces of their own. `known` is the gutter of the page
    before: the last page of a print has few lines.
    """
    whole = [list(segments)]
    if known is None and len(segments) < FEWEST_SEGMENTS:
        return whole, None
    size = median(segment.size for segment in segments)
    left = min(segment.x0 for segment in segments)
    width = max(segment.x1 for segment in segments) - left
    begun = sum(len(one.text) for one in segments if one.x0 >= left + FIRST * width)
    if known is None and begun < FEWEST_LINES * LEAST_PROSE:
        return whole, None
    step = max(size / 2, width / 100)
    places = [
        left + FIRST * width + step * n for n in range(int((LAST - FIRST) * width / step) + 1)
    ]
    rows = [line.segments for line in group_lines(segments)]
    found = [(zone, x) for x in places for zone in _list_zones(rows, x) if _is_text(zone, x, size)]
    if not found and known is not None:
        zones = _list_zones(rows, known)
        found = [(zone, known) for zone in zones if _fits(zone, known)]
    if not found:
        return whole, None
    zone, x = max(found, key=lambda one: (len(one[0]), _measure_gap(*one)))
    top, foot = zone[0][0].y, zone[-1][0].y
    pieces: list[list[Segment]] = [[], [], [], []]
    for row in rows:
        for segment in row:
            within = foot - size / 2 <= segment.y <= top + size / 2
            for part in split_segment(segment, x, x) if within else (segment,):
                place = (1 + (part.x0 >= x)) if within else 0 if part.y > top else 3
                pieces[place].append(part)
    return [piece for piece in pieces if piece], x


def _list_zones(rows: Sequence[list[Segment]], x: float) -> Iterator[list[list[Segment]]]:
    """Yield the runs of lines that do not cross `x`."""
    for crosses, run in groupby(rows, key=lambda row: any(_crosses(each, x) for each in row)):
        if not crosses:
            yield list(run)


def _measure_gap(zone: Sequence[Sequence[Segment]], x: float) -> float:
    ends = [one.x1 for row in zone for one in row if one.x1 <= x]
    begins = [one.x0 for row in zone for one in row if one.x0 >= x]
    return min(begins, default=x) - max(ends, default=x)


def _crosses(segment: Segment, x: float) -> bool:
    if not segment.x0 < x < segment.x1:
        return False
    return not segment.runs or any(run.x0 < x < run.x1 for run in segment.runs)


def _fits(zone: Sequence[Sequence[Segment]], x: float) -> bool:
    """Return whether both sides of a gutter have lines, which begin at or before it."""
    left = sum(any(one.x0 < x for one in row) for row in zone)
    right = sum(any(one.x0 >= x for one in row) for row in zone)
    return min(left, right) >= FEWEST_BESIDE_KNOWN


def _is_text(zone: Sequence[Sequence[Segment]], x: float, size: float) -> bool:
    """Return whether both sides of `x` have prose, and the right side's lines begin alike."""
    parts = [[part for one in row for part in split_segment(one, x, x)] for row in zone]
    left = [[part for part in row if part.x0 < x] for row in parts]
    right = [[part for part in row if part.x0 >= x] for row in parts]
    shares = [_measure_prose(left), _measure_prose(right)]
    if min(shares) < LEAST_SMALL_BESIDE or sum(shares) < 2 * LEAST_SMALL:
        return False
    begins = [row[0].x0 for row in right if row]
    usual = median(begins)
    return sum(abs(begin - usual) <= EVEN * size for begin in begins) >= MOST_EVEN * len(begins)


def _measure_prose(rows: Sequence[Sequence[Segment]]) -> float:
    """Return how many lines of prose begin with a small letter; 0 if most lines are short."""
    lines = [" ".join(part.text.strip() for part in row) for row in rows if row]
    long = [line for line in lines if len(line) >= LEAST_PROSE]
    if len(long) < FEWEST_LINES or len(long) < MOST_PROSE * len(lines):
        return 0.0
    return sum(line[0].islower() for line in long) / len(long)
