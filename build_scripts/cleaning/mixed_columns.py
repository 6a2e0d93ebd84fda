"""Two columns of print that a tool mixed line by line: each line goes back to its own column.

A tool that takes a page's lines by their height writes one of the left column, one of the right,
and so on; two of one height stand on one line, parted by blanks. No place is left, only language:
in its column a line goes on where the one above it broke off (`column_readings.py`). Publishers'
prints are the usual case.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.cleaning.column_readings import (
    OVER,
    Piece,
    Setting,
    is_across,
    join,
    make_piece,
    part_zone,
)
from build_scripts.cleaning.furniture.page_numbers import read_lone_number
from build_scripts.cleaning.furniture.publishers import recognize_print
from build_scripts.cleaning.line_joins import TOP, Weigh, list_known, make_weigher
from build_scripts.cleaning.lines import list_lines
from build_scripts.model.source_text import SourceFormat, SourceLine, SourceText

LONG, WIDEST = 40, 76  # characters of a column's lines
REACHES, DRIFT = 0.95, 3  # of the long lines reach no further than the edge, but for a few letters
FEWEST = 12  # long lines
SUSPECT = 0.01  # of them go on though a sentence ended above, or hold words of two columns
MANY = 5  # lines that go on though a sentence ended above: in one column nearly none do
# How well lines go on in their order, how much better in columns, and how well there: all of 95
# mixed papers went on worse than 0 and gained 1 or more, 24 others gained less than 0.5.
FITS, GAIN, SURE = 0.5, 0.9, 0.4
ROW, GLUED = 1.4, 0.05  # of a column's width are lines of both; of the lines have no gap there
UNCUT = 0.1  # of the lines hold both columns, or may
SIDE = 0.1  # of the long lines are in the column that has fewer
HEAD_LETTERS = 12


def part_mixed_columns(source: SourceText) -> tuple[SourceText, bool]:
    """Return plain text column by column, page by page, and whether columns are still mixed.

    A line that holds words of both columns becomes two. Text in which lines go on nearly as well in
    their order comes back as it is, and so does every other form. Columns are still mixed where a
    tenth of the lines hold both, as when the tool lost the blanks between them, or where lines of
    the columns found go on poorly: no sentence of such text is to be relied on.
    """
    if not source.plain and source.format is not SourceFormat.LAYOUT:
        return source, False
    lines = [line for page in source.pages for line in page.lines if line.text.strip()]
    lengths = sorted(len(" ".join(line.text.split())) for line in lines)
    lengths = [length for length in lengths if LONG <= length <= WIDEST]
    if len(lengths) < FEWEST:
        return source, False
    pieces = [make_piece(line) for line in lines]
    broken = _count_breaks(pieces)
    uneven = sum(not piece.even for piece in pieces)
    if broken + uneven <= SUSPECT * len(lengths):
        return source, False
    rows = uneven > UNCUT * len(pieces)  # lines of both columns, parted by blanks
    if not broken and not (rows and recognize_print(list_lines(source))):
        return source, False
    edge = find_edge(pieces)
    weigh = make_weigher(edge, list_known(line.text for line in lines))
    if (fit := _measure_fit(pieces, weigh)) > FITS:
        return source, False
    glued = sum(
        line.length > ROW * edge and is_across(line, edge) and join(line, below, weigh) < 0
        for line, below in pairwise(pieces)
    )
    setting = Setting(edge, weigh, guess=glued > GLUED * len(pieces))
    heads = Counter(_list_letters(line) for line in lines)
    pages, after, long = [], [], [0, 0]
    above = make_piece(SourceLine(0, TOP))
    for page in source.pages:
        parted: list[Piece] = []
        for is_text, zone in _list_zones(page.lines, heads, setting):
            if is_text:
                columns = part_zone(zone, above, setting)
                found = [*columns[0], *columns[1]]
                above = next((each for each in found[::-1] if each.text), above)
                long = [long[side] + _count_long(columns[side]) for side in (0, 1)]
            else:
                found = [make_piece(line) for line in zone]
            parted += found
        pages.append(replace(page, lines=tuple(piece.line for piece in parted)))
        after += [piece for piece in parted if piece.text]
    fit_after = _measure_fit(after, weigh)
    glued = sum(piece.guessed or piece.length > edge + OVER for piece in after)
    unsure = glued > UNCUT * len(after)
    if min(long) < SIDE * sum(long):  # numbers down a margin
        return source, False
    sure = fit_after >= SURE
    # A report is set in two columns: what goes on better in columns is in columns.
    reported = any(line.running for line in lines)
    if fit_after < fit + (0 if reported else GAIN) or not (sure or broken >= MANY):
        return source, unsure and broken >= MANY and rows
    columns_only = replace(source, format=SourceFormat.PLAIN, laid_out=False, pages=tuple(pages))
    return columns_only, unsure or not sure


def _count_long(pieces: Sequence[Piece]) -> int:
    return sum(piece.length >= LONG for piece in pieces)


def find_edge(pieces: Sequence[Piece]) -> int:
    """Return how long a column's lines are; those with a gap between words may be of both."""
    lengths = sorted(piece.length for piece in pieces if LONG <= piece.length <= WIDEST)
    even = sorted(piece.length for piece in pieces if piece.even and LONG <= piece.length <= WIDEST)
    lengths = even if len(even) >= FEWEST else lengths
    return lengths[int(REACHES * len(lengths))] + DRIFT


def _count_breaks(pieces: Sequence[Piece]) -> int:
    """Count the long lines that go on where a sentence had ended."""
    long = (
        (above, below)
        for above, below in pairwise(pieces)
        if min(above.length, below.length) >= LONG
    )
    return sum(above.ended and below.small for above, below in long)


def _measure_fit(pieces: Sequence[Piece], weigh: Weigh) -> float:
    """Measure how well lines go on below each other, on average."""
    return sum(join(above, below, weigh) for above, below in pairwise(pieces)) / len(pieces)


def _list_letters(line: SourceLine) -> str:
    return "".join(filter(str.isalpha, line.text)).casefold()


def _list_zones(
    lines: Iterable[SourceLine], heads: Counter[str], setting: Setting
) -> list[tuple[bool, list[SourceLine]]]:
    """Cut lines into the text of pages, and what is across it: numbers that count up, lines that
    recur, heads and notes wider than a column. The text begins and ends with words.
    """
    filled = [line for line in lines if line.text.strip()]
    numbers, expected = set(), 1
    for line in filled:
        if read_lone_number(line.text.strip()) == expected:
            numbers.add(line.number)
            expected += 1
    letters = [_list_letters(line) for line in filled]
    recur = [
        line.number in numbers or (len(each) >= HEAD_LETTERS and heads[each] > 1)
        for line, each in zip(filled, letters, strict=True)
    ]
    beside = [True, *recur, True]
    across = {
        line.number
        for at, line in enumerate(filled)
        if line.number in numbers
        or line.running
        or (recur[at] and (beside[at] or beside[at + 2]))
        or (not setting.guess and is_across(make_piece(line), setting.edge))
    }
    zones: list[tuple[bool, list[SourceLine]]] = [(True, [])]
    for line in lines:
        if not line.text.strip():
            if zones[-1][0] and zones[-1][1]:
                zones[-1][1].append(line)
            continue
        is_text = line.number not in across
        if is_text is not zones[-1][0]:
            zones.append((is_text, []))
        zones[-1][1].append(line)
    for _, zone in zones:
        while zone and not zone[-1].text.strip():
            zone.pop()
    return zones
