"""Tables: rows that the form marks, or rows of aligned columns in laid-out text.

Laid-out text shows a table by rivers: columns of blanks that run down between the cells of all its
rows. Precision comes before recall: a table that is missed stays readable text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.cleaning.caption.patterns import is_role
from build_scripts.cleaning.hyphens import Hyphens
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.running_text import RunningText, join_lines
from build_scripts.cleaning.signature import is_signature_line, list_cells, split_columns
from build_scripts.model.source_text import CellSpan
from build_scripts.model.text.pattern_table import read_patterns

FEWEST_ROWS = 3  # two rows of justified prose can show rivers too
PROSE_WORDS = 6
RIVER = 2  # blanks
DRIFT = 5  # columns by which proportional type moves a second cell
LONGEST_GAP = 2  # blank lines between two rows
LONGEST_CELL = 70  # characters of one line
DATA_SHARE = 0.4  # of the rows hold a number
_PATTERNS = read_patterns(__package__, "tables.toml")
NO_TABLE = _PATTERNS.NO_TABLE

Row = list[list[Line]]  # the lines of each cell


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table: its rows hold the lines from index `start` up to, not including, `end`."""

    start: int
    end: int
    rows: tuple[Row, ...]


def find_tables(lines: Sequence[Line], laid_out: bool) -> list[TableLines]:
    """Return every table in the lines, in order."""
    return list(_find_laid_out(lines) if laid_out else _find_marked(lines))


def join_table(table: TableLines, hyphens: Hyphens) -> RunningText:
    """Return the table's text: all cells in order, a blank between; rows have their places."""
    running = RunningText(hyphens)
    for row in table.rows:
        running.add_row([join_lines(cell, hyphens) for cell in row])
    return running


def _find_marked(lines: Sequence[Line]) -> Iterator[TableLines]:
    """Yield runs of lines that the form marks as rows: at least two rows, one of several cells."""
    index = 0
    while index < len(lines):
        if not lines[index].cells:
            index += 1
            continue
        end = index
        rows: list[Row] = []
        for at in range(index, len(lines)):
            if lines[at].cells:
                rows.append(_cut_cells(lines[at]))
                end = at + 1
            elif not lines[at].blank:
                break
        filled = [sum(not cell[0].blank for cell in row) for row in rows]
        if len(rows) > 1 and sum(count > 1 for count in filled) > 1:
            yield TableLines(index, end, tuple(rows))
        index = end


def _cut_cells(line: Line) -> Row:
    """Return a marked row's cells; text between two of them belongs to the first."""
    starts = [0, *(cell.start for cell in line.cells[1:])]
    ends = [*starts[1:], len(line.text)]
    return [[line.cut(start, end)] for start, end in zip(starts, ends, strict=True)]


def _find_laid_out(lines: Sequence[Line]) -> Iterator[TableLines]:
    index = 0
    while index < len(lines):
        if not lines[index].blank and len(list_cells(lines[index])) > 1:
            found = _read_run(lines, index)
            if found is not None:
                yield found
                index = found.end
                continue
        index += 1


def _read_run(lines: Sequence[Line], start: int) -> TableLines | None:
    """Return the longest run from `start` on through which a column gap runs, if it is a table."""
    columns: list[CellSpan] = []
    members: list[int] = []
    gap = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if line.page != lines[start].page:
            break
        if line.blank:
            gap += 1
            continue
        cells = _align(columns, list_cells(line))
        merged = _merge(columns, cells)
        lone = len(cells) == 1 and (gap or (columns and cells[0].start <= columns[0].start))
        if gap > LONGEST_GAP or len(merged) < 2 or (lone and gap):
            break
        columns = merged
        members.append(index)
        gap = 0
    while members and _is_left(lines, members, columns) and not _wraps(lines, members, columns):
        members.pop()
    if not _is_table(lines, members, columns):
        return None
    return TableLines(start, members[-1] + 1, tuple(_build_rows(lines, members, columns)))


def _is_left(lines: Sequence[Line], members: Sequence[int], columns: Sequence[CellSpan]) -> bool:
    """Return whether the last line has one cell, in the first column: it may be the text below."""
    last = lines[members[-1]]
    return len(list_cells(last)) == 1 and last.indent < columns[1].start


def _wraps(lines: Sequence[Line], members: Sequence[int], columns: Sequence[CellSpan]) -> bool:
    """Return whether other rows' first cells continue below too, and the last row is tight."""
    others = [
        at
        for at in range(1, len(members) - 1)
        if _is_left(lines, members[: at + 1], columns)
        and not _is_left(lines, members[: at + 2], columns)
    ]
    return len(others) > 1 and members[-1] == members[-2] + 1


def _align(columns: Sequence[CellSpan], cells: Sequence[CellSpan]) -> Sequence[CellSpan]:
    """Align a row's cells in proportional type: a second one that begins near its column is in it,
    and a first one ends where that begins.
    """
    if len(columns) != 2 or len(cells) != 2:
        return cells
    begins, ends = columns[1].start, cells[0].end
    if not 0 < abs(cells[1].start - begins) <= DRIFT or ends >= cells[1].start:
        return cells
    return (
        CellSpan(cells[0].start, min(ends, begins - RIVER)),
        CellSpan(begins, max(cells[1].end, begins)),
    )


def _merge(columns: Sequence[CellSpan], cells: Sequence[CellSpan]) -> list[CellSpan]:
    """Return the columns merged with a row's cells; those that touch become one."""
    merged: list[CellSpan] = []
    for span in sorted((*columns, *cells), key=lambda span: span.start):
        if merged and span.start < merged[-1].end + RIVER:
            merged[-1] = CellSpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_table(lines: Sequence[Line], members: Sequence[int], columns: Sequence[CellSpan]) -> bool:
    rows = [index for index in members if len(list_cells(lines[index])) > 1]
    if len(rows) < FEWEST_ROWS or 2 * len(rows) < len(members):
        return False
    if 2 * sum(_reads_as_prose(lines[index]) for index in rows) > len(rows):
        return False
    texts = [
        lines[index].text[cell.start : cell.end].strip()
        for index in rows
        for cell in list_cells(lines[index])
    ]
    if any(len(text) > LONGEST_CELL or is_role(text) or NO_TABLE.search(text) for text in texts):
        return False
    if any(
        len(split_columns(lines[index])) > 1 or is_signature_line(lines[index], None)
        for index in members
    ):
        return False
    firsts = [lines[index].text[: columns[0].end].strip() for index in rows]
    if len(columns) == 2 and all(_PATTERNS.ENUMERATOR.fullmatch(text) for text in firsts):
        return False
    behind = [lines[index].text[columns[0].end :] for index in rows]
    with_number = sum(any(c.isdigit() for c in text) for text in behind)
    return with_number >= DATA_SHARE * len(rows)


def _reads_as_prose(line: Line) -> bool:
    """Return whether a line is justified text: mostly small words, and no cell of numbers alone."""
    words = line.content.split()
    lower = sum(word[0].islower() for word in words)
    numbers = any(
        not any(c.isalpha() for c in line.text[cell.start : cell.end]) for cell in list_cells(line)
    )
    return len(words) >= PROSE_WORDS and 2 * lower >= len(words) and not numbers


def _build_rows(
    lines: Sequence[Line], members: Sequence[int], columns: Sequence[CellSpan]
) -> Iterator[Row]:
    """Yield rows: a line of several cells begins one, a line of one continues it."""
    row: Row | None = None
    bounds = [*(column.start for column in columns[1:]), 1 << 30]
    for index in members:
        line = lines[index]
        ends = list(bounds)
        starts = [0, *bounds[:-1]]
        own = list_cells(line)
        if len(own) == len(columns) == 2:  # a drifting cell is not cut by its column
            starts[1] = ends[0] = own[1].start
        parts = [
            line.cut(start, min(end, len(line.text)))
            for start, end in zip(starts, ends, strict=True)
        ]
        if row is None or sum(not part.blank for part in parts) > 1:
            if row is not None:
                yield row
            row = [[] for _ in columns]
        for cell, part in zip(row, parts, strict=True):
            if not part.blank:
                cell.append(part)
    if row is not None:
        yield row
