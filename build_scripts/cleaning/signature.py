"""The end of an order: its date line, the signature, the judge's name and office."""

from build_scripts.cleaning.lines import Line
from build_scripts.model.law.judges import OFFICE as OFFICE_WORDS
from build_scripts.model.source_text import CellSpan
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "signature.toml",
    month=MONTH,
    office_words=OFFICE_WORDS,
    generation_end=GENERATION_END,
)
DATE_LINE = _PATTERNS.DATE_LINE
OFFICE = _PATTERNS.OFFICE
SIGNED = _PATTERNS.SIGNED
LONGEST_NAME = 45


def is_signature_line(line: Line, below: Line | None) -> bool:
    """Return whether a line is one of a signature's, given the next line that holds anything."""
    content = line.content
    if DATE_LINE.fullmatch(content) or SIGNED.fullmatch(content):
        return True
    if OFFICE.fullmatch(content) and content[:1].isupper():
        return True
    return (
        below is not None
        and _is_name(line)
        and OFFICE.fullmatch(below.content) is not None
        and below.content[:1].isupper()
    )


def split_columns(line: Line) -> list[Line]:
    """Split "Dated: May 31, 2017        HOWARD R. LLOYD" where both halves are a signature's."""
    cells = list_cells(line)
    if len(cells) < 2 or not any(
        DATE_LINE.fullmatch(text) or SIGNED.fullmatch(text) or OFFICE.fullmatch(text)
        for text in (line.text[cell.start : cell.end].strip() for cell in cells)
    ):
        return [line]
    return [
        line.with_text(" " * cell.start + line.text[cell.start : cell.end], styles=())
        for cell in cells
    ]


def list_cells(line: Line) -> list[CellSpan]:
    """Return the cells of a line that wide gaps separate."""
    cells = []
    start = line.indent
    for gap in _PATTERNS.COLUMN_GAP.finditer(line.text, line.indent):
        cells.append(CellSpan(start, gap.start()))
        start = gap.end()
    if start < len(line.text):
        cells.append(CellSpan(start, len(line.text)))
    return cells


def _is_name(line: Line) -> bool:
    content = line.content
    return len(content) <= LONGEST_NAME and _PATTERNS.NAME.fullmatch(content) is not None
