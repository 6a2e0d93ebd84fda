"""Segments laid out as lines of text: a column is a place on the page, a blank line a gap.

What `pdftotext -layout` does, with what it throws away: which characters are raised, bold, italic.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from build_scripts.model.source_text import Style, StyleSpan, clip_styles
from build_scripts.reading.pdf.baselines import PrintedLine, group_lines
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
    """Return a page's segments in pieces to be read one after the other, and where its gutter is: a
    strip near the middle that no line crosses, with prose on both sides of it for many lines. A
    caption, a table and a list of counsel have fewer or shorter lines.

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


NARROWEST = 3.0  # points a column
SINGLE_SPACED = 1.25  # of the size: the pitch of lines set without space between
FARTHEST = 2000.0  # points; a page of print is narrower
MOST_COLUMNS = 400  # what stands further right stands there: files can say that it is miles away
MOST_BLANKS = 6
MARK_GAP = 0.3  # of the size: a mark stands at its word, a label may stand beside a number
COLUMN_BLANKS = 3  # blanks that show a column's gap


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line of text with its styles; `text` is empty for a blank line."""

    text: str
    styles: tuple[StyleSpan, ...] = ()
    size: float = 0.0  # of most of its characters


def lay_out_lines(
    segments: Sequence[Segment], gutter: float | None = None
) -> tuple[list[LaidLine], float | None]:
    """Lay a page's segments out as text lines, top to bottom, with blank lines for gaps.

    Lay out two columns of text one after the other; return where their gutter is, too. `gutter` is
    that of the page before.
    """
    if not segments:
        return [], gutter
    pieces, gutter = split_text_columns(segments, gutter)
    return [line for piece in pieces for line in _lay_out_piece(piece)], gutter


def _lay_out_piece(segments: Sequence[Segment]) -> list[LaidLine]:
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[round(segment.size, 1)] += len(segment.text)
    body_size = sizes.most_common(1)[0][0] or 12.0
    lines = group_lines(segments)
    # Where the text begins: what is far left of the rest does not count.
    usual = median(segment.x0 for segment in segments)
    left = min(segment.x0 for segment in segments if segment.x0 >= usual - FARTHEST)
    # A column is as wide as a character of the longer segments is on average.
    long = [segment for segment in segments if len(segment.text) >= 20] or list(segments)
    width = sum(segment.x1 - segment.x0 for segment in long)
    column = max(NARROWEST, width / max(1, sum(len(segment.text) for segment in long)))
    laid: list[LaidLine] = []
    previous: PrintedLine | None = None
    for line in lines:
        if previous is not None:
            pitch = (previous.y - line.y) / (SINGLE_SPACED * body_size)
            laid.extend(
                [LaidLine("")] * min(MOST_BLANKS, max(0, round(min(pitch, MOST_BLANKS + 1)) - 1))
            )
        laid.append(_write_line(line, left, column))
        previous = line
    return laid


def _write_line(line: PrintedLine, left: float, column: float) -> LaidLine:
    text = ""
    styles: list[StyleSpan] = []
    previous: Segment | None = None
    for segment in line.segments:
        words = segment.text.rstrip() if previous is None else segment.text
        text = _separate(text, segment, previous, left, column)
        stripped = len(words) - len(words.lstrip()) if text.endswith(" ") or not text else 0
        words = words[stripped:]
        start = len(text) - stripped
        text += words
        styles.extend(
            StyleSpan(span.style, max(0, start + span.start), start + span.end)
            for span in segment.styles
        )
        if segment.raised and words.strip():
            styles.append(StyleSpan(Style.SUPERSCRIPT, len(text) - len(words), len(text.rstrip())))
        previous = segment
    text = text.rstrip()
    styles.sort(key=lambda s: (s.start, s.end))
    return LaidLine(
        text,
        clip_styles(styles, 0, len(text)),
        round(max(line.segments, key=lambda segment: len(segment.text)).size, 1),
    )


def _separate(
    text: str, segment: Segment, previous: Segment | None, left: float, column: float
) -> str:
    """Pad the line up to the segment: to its column after a wide gap, else by a blank or none."""
    place = _find_column(segment.x0, left, column)
    if _is_number(segment):  # numbers in a gutter are set flush right
        place = _find_column(segment.x1, left, column) - len(segment.text.strip())
    if previous is None:
        return " " * max(0, place)
    gap = segment.x0 - previous.x1
    size = max(segment.size, previous.size)
    if gap > MARK_GAP * size and _is_number(previous) and text.strip() == previous.text.strip():
        return text.ljust(max(place, len(text) + 1))  # text that stands close to its gutter
    if gap > 1.6 * size:
        return text.rstrip().ljust(max(place, len(text.rstrip()) + COLUMN_BLANKS))
    if gap < MARK_GAP * size if segment.raised else gap < 0.12 * size and not previous.spaced:
        return text
    return text + " "


def _is_number(segment: Segment) -> bool:
    return segment.text.strip().isdigit() and not segment.raised


def _find_column(x: float, left: float, column: float) -> int:
    return round(max(-MOST_COLUMNS, min((x - left) / column, MOST_COLUMNS)))
