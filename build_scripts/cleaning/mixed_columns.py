"""Two columns of print that a tool mixed line by line: each line goes back to its own column.

A tool that takes a page's lines by their height writes one of the left column, one of the right,
and so on; two of one height stand on one line, parted by blanks. No place is left, only language:
in its column a line goes on where the one above it broke off. Each page is read so that most lines
do, with few lines in a row in one column. Publishers' prints are the usual case.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.furniture.publishers import recognize_print
from build_scripts.cleaning.line_ends import ABBREVIATED, ENDS_SENTENCE, LONGEST_END
from build_scripts.cleaning.lines import list_lines
from build_scripts.model.source_text import SourceFormat, SourceLine, SourceText
from build_scripts.model.text.pattern import Pattern

GAP = Pattern(
    r"(?<=\S)\s{2,}(?=\S)",
    accepts=["v.  sought is"],
    refuses=["v. sought", "v.  "],
)
LONG, WIDEST = 40, 76  # characters of a column's lines
REACHES, DRIFT = 0.95, 3  # of the long lines reach no further than the edge, but for a few letters
FULL = 0.7  # of a column's width: a shorter line ends its paragraph
FEWEST = 12  # long lines
SUSPECT = 0.01  # of them go on though a sentence ended above, or hold words of two columns
MANY = 5  # lines that go on though a sentence ended above: in one column nearly none do
ROW, BOTH = 1.3, 2.3  # of a column's width: how long the lines are that hold both columns
ROWS, PARAGRAPHS = 0.15, 10  # of the lines are as long, and so often as a whole paragraph's line
UNCUT, OVER = 0.1, 8  # of the lines found are longer than a column by so many characters
FIT, GAIN = 0.6, 0.2  # how well lines of the columns found go on, and by how much better
READINGS = 24  # of a page's lines that are followed at a time
# What counts against a reading.
SAME, CUT, UNEVEN, WRONG_CUT, WRONG_SIDE = 0.6, 0.4, 0.8, 1.5, 2.0
HEAD_LETTERS = 12
FUNCTION_WORDS = frozenset(
    """a an and are as at be by for from had has have in is it its not of on or our than that the
    their this to under was were which who with""".split()
)


class _Piece(NamedTuple):
    """A line, or the part of one in a column, with what joins it to others."""

    line: SourceLine
    ended: bool  # with its sentence
    hyphen: bool
    open: bool  # it ends with a comma, an abbreviation, a number: capitals may follow
    function: bool  # its last word asks for another
    short: bool
    small: bool  # its first letter
    capital: bool
    wide: bool  # its words stand more than one blank apart
    even: bool  # … or all one: it is of one column
    set_in: bool  # blanks before it: the left column was empty
    length: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of a page's first lines: `columns` of the last line's pieces, left is 0."""

    score: float
    column: int  # of the last piece
    last: _Piece
    other: _Piece | None  # the last one of the other column
    run: int  # lines in a row in the last one's column
    before: "_Reading | None"
    added: tuple[tuple[int, _Piece], ...]


def part_mixed_columns(source: SourceText) -> tuple[SourceText, bool]:
    """Return plain text column by column, page by page, and whether columns are still mixed.

    A line that holds words of both columns becomes two. Text in which lines go on as well in their
    order comes back as it is, and so does every other form. Columns are still mixed where a tenth
    of the lines hold both, as when the tool lost the blanks between them: no sentence of such text
    is to be relied on.
    """
    if not source.plain and source.format is not SourceFormat.LAYOUT:
        return source, False
    lines = [line for page in source.pages for line in page.lines if line.text.strip()]
    lengths = sorted(len(" ".join(line.text.split())) for line in lines)
    lengths = [length for length in lengths if LONG <= length <= WIDEST]
    if len(lengths) < FEWEST:
        return source, False
    edge = lengths[int(REACHES * len(lengths))] + DRIFT
    pieces = [_make_piece(line, edge) for line in lines]
    broken = _count_breaks(pieces)
    uneven = sum(not piece.even for piece in pieces)
    if broken + uneven <= SUSPECT * len(lengths):
        return source, False
    if not broken and not recognize_print(list_lines(source)):
        return source, False
    heads = Counter(_list_letters(line) for line in lines)
    pages = []
    for page in source.pages:
        parted: list[_Piece] = []
        for zone in _list_zones(page.lines, heads):
            parted += _part_zone(zone, edge, parted[-1] if parted else None)
        pages.append(replace(page, lines=tuple(piece.line for piece in parted)))
    after = [_make_piece(line, edge) for page in pages for line in page.lines]
    fit, fit_before = _measure_fit(after), _measure_fit(pieces)
    broken_after = _count_breaks(after)
    longer = [piece.length for piece in pieces if piece.length > ROW * edge]
    paragraphs = sum(length > BOTH * edge for length in longer)
    rows = len(longer) >= max(ROWS * len(pieces), PARAGRAPHS * paragraphs)
    cut = rows and len(after) >= (1 + ROWS) * len(pieces)
    clear = cut and broken >= max(MANY, 4 * broken_after) and fit >= fit_before - GAIN
    doubtful = fit < fit_before + GAIN or (broken and fit < FIT)
    if 2 * broken_after > broken or (doubtful and not clear):
        return source, cut and broken >= MANY
    uncut = sum(piece.length > edge + OVER for piece in after)
    columns = replace(source, format=SourceFormat.PLAIN, laid_out=False, pages=tuple(pages))
    return columns, uncut > UNCUT * len(after)


def _count_breaks(pieces: Sequence[_Piece]) -> int:
    """Count the long lines that go on where a sentence had ended."""
    long = (
        (above, below)
        for above, below in pairwise(pieces)
        if min(above.length, below.length) >= LONG
    )
    return sum(above.ended and below.small for above, below in long)


def _measure_fit(pieces: Sequence[_Piece]) -> float:
    """Measure how well lines go on below each other, on average."""
    return sum(_join(above, below) for above, below in pairwise(pieces)) / len(pieces)


def _list_letters(line: SourceLine) -> str:
    return "".join(filter(str.isalpha, line.text)).casefold()


def _list_zones(lines: Iterable[SourceLine], heads: Counter[str]) -> list[list[SourceLine]]:
    """Cut lines into pages and the heads and feet between them: numbers that count up, lines that
    recur. Blank lines are left out.
    """
    zones: list[list[SourceLine]] = [[]]
    expected, between = 1, False
    for line in lines:
        if not line.text.strip():
            continue
        number = read_lone_number(line.text.strip())
        letters = _list_letters(line)
        is_edge = number == expected or (len(letters) >= HEAD_LETTERS and heads[letters] > 1)
        expected += number == expected
        if is_edge is not between:
            zones.append([])
            between = is_edge
        zones[-1].append(line)
    return zones


def _part_zone(lines: Sequence[SourceLine], edge: int, above: _Piece | None) -> list[_Piece]:
    """The lines of a page, those of the left column first."""
    readings: list[_Reading] = []
    for line in lines:
        readings = _read_on(readings, line, edge)
    if not readings:
        return []
    reading: _Reading | None = max(readings, key=lambda each: each.score)
    columns: tuple[list[_Piece], list[_Piece]] = ([], [])
    cut = False
    while reading is not None:
        cut = cut or len(reading.added) > 1
        for column, piece in reversed(reading.added):
            columns[column].append(piece)
        reading = reading.before
    left, right = columns[0][::-1], columns[1][::-1]
    if left and right and not cut:  # which column is the left one, its last sentence tells
        swapped = _join(above, right[0]) + _join(right[-1], left[0])
        if swapped > _join(above, left[0]) + _join(left[-1], right[0]):
            left, right = right, left
    return [*left, *right]


def _read_on(readings: Sequence[_Reading], line: SourceLine, edge: int) -> list[_Reading]:
    """The best readings with one line more: in either column, or cut between both."""
    whole = _make_piece(line, edge)
    cuts = [] if whole.even and whole.length <= edge else _cut_line(line, edge)
    best: dict[tuple[int, int, int], _Reading] = {}

    def add(reading: _Reading) -> None:
        key = (id(reading.last), id(reading.other), reading.column)
        if key not in best or reading.score > best[key].score:
            best[key] = reading

    if not readings:
        for column in (0, 1):
            score = -WRONG_SIDE * (whole.set_in and not column)
            add(_Reading(score, column, whole, None, 1, None, ((column, whole),)))
        for left, right in cuts:
            add(_Reading(-CUT, 1, right, left, 0, None, ((0, left), (1, right))))
    cost = 0.0 if whole.even else UNEVEN
    cost += max(0, whole.length - edge) / 2
    for before in readings:
        here, there = before.column, 1 - before.column
        score = before.score - cost
        same = score + _join(before.last, whole) - SAME - WRONG_SIDE * (whole.set_in and not here)
        add(_Reading(same, here, whole, before.other, before.run + 1, before, ((here, whole),)))
        turned = score + _join(before.other, whole, before.run)
        turned -= WRONG_SIDE * (whole.set_in and not there)
        add(_Reading(turned, there, whole, before.last, 1, before, ((there, whole),)))
        ends = (before.other, before.last) if here else (before.last, before.other)
        for left, right in cuts:
            uneven = (not left.even) + (not right.even)
            drift = abs(edge - DRIFT - left.length) / 10 if left.wide and right.wide else 0.0
            joined = _join(ends[0], left) + _join(ends[1], right)
            score = before.score + joined - CUT - WRONG_CUT * uneven - drift
            add(_Reading(score, 1, right, left, 0, before, ((0, left), (1, right))))
    return sorted(best.values(), key=lambda each: -each.score)[:READINGS]


def _cut_line(line: SourceLine, edge: int) -> list[tuple[_Piece, _Piece]]:
    """A line in two at each wide gap that leaves two lines of a column."""
    text = line.text
    cuts = [
        (line._replace(text=text[: gap.start()]), line._replace(text=text[gap.end() :]))
        for gap in GAP.finditer(text)
    ]
    pieces = [(_make_piece(left, edge), _make_piece(right, edge)) for left, right in cuts]
    return [(left, right) for left, right in pieces if max(left.length, right.length) <= edge]


def _make_piece(line: SourceLine, edge: int) -> _Piece:
    words = line.text.split()
    text = " ".join(words)
    last = words[-1]
    begins = text.lstrip("([“‘\"'")[:1]
    end = text[-LONGEST_END:]
    wide = len(GAP.findall(line.text))
    return _Piece(
        line,
        ended=bool(ENDS_SENTENCE.search(end)) and not ABBREVIATED.search(end),
        hyphen=last.endswith("-") and last[:-1].isalpha(),
        open=last.endswith((",", ".")) or last[-1].isdigit() or last in FUNCTION_WORDS,
        function=last in FUNCTION_WORDS,
        short=len(text) < FULL * edge,
        small=begins.islower() and not text.startswith(("v.", "vs.")),
        capital=begins.isupper(),
        wide=wide > 0,
        even=not wide or 10 * wide >= 9 * (len(words) - 1),
        set_in=line.text.startswith("  "),
        length=len(text),
    )


def _join(above: _Piece | None, below: _Piece, apart: int = 0) -> float:
    """Weigh how well a line goes on below another of its column.

    Below one that is many lines `apart`, where its column was empty, no sentence goes on.
    """
    if above is None:
        return 0.0
    if above.hyphen:
        return 1.0 if below.small else -1.0
    if above.ended:
        return -3.0 if below.small else (0.25 + 0.5 * above.short) * below.capital
    if apart > 1 and below.small:
        return -0.5
    if above.short:  # a heading, a party: the next word would have stood on its line
        return 0.2 * below.small
    if below.small:
        return 1.5 + above.function
    if above.function:
        return 0.7
    return 0.0 if above.open else -0.4 if below.capital else -0.1
