"""Segments laid out as lines of text: a column is a place on the page, a blank line a gap.

What `pdftotext -layout` does, with what it throws away: which characters are raised, bold, italic.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from build_scripts.model.source_text import Style, StyleSpan, clip_styles
from build_scripts.reading.pdf.baselines import PrintedLine, group_lines
from build_scripts.reading.pdf.segments import Segment
from build_scripts.reading.pdf.text_columns import split_text_columns

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
