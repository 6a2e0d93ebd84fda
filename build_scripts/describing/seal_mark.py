"""Find the mark of a sealed paper, or of the redacted version of one.

Such a mark is separate: a line, a cell of the caption, the head or foot of a page. The same words
in a sentence, or in the title of a motion, are about other papers: an order that grants leave to
file under seal is itself public.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model.source_text import SourceLine, SourcePage
from build_scripts.model.text.pattern_table import read_patterns

_NEAR = 6  # printed lines below a mark that can take it back
_FIRST_LINES = 80  # of the first page, where caption, stamps and title stand
_EDGE = 4  # printed lines at the head and foot of every page
_LONGEST = 120  # characters of a mark

_PATTERNS = read_patterns(__package__, "seal_mark.toml")
_TRIM = " \t*_#>\\[](){}.,;:|§~=-–—"
_SMALL = frozenset({"under", "seal", "pursuant", "with", "until", "public"})


@dataclass(frozen=True, slots=True)
class SealMark:
    """The words of a mark, with their page and line; lines are numbered as findings number them."""

    text: str
    page: int
    line: int


def find_seal_mark(pages: Sequence[SourcePage]) -> SealMark | None:
    """Return the first mark of a sealed paper or of a redacted version."""
    for index, page in enumerate(pages):
        printed = [line for line in page.lines if line.text.strip()]
        head = _FIRST_LINES if index == 0 else _EDGE
        lines = printed[:head]
        if index and len(printed) > _EDGE:
            lines = [*lines, *printed[max(_EDGE, len(printed) - _EDGE) :]]
        before = ""
        number = 0
        for place, line in enumerate(lines):
            above = before if line.number == number + 1 else ""
            for cell in _list_cells(line):
                if not _is_mark(cell) or _PATTERNS.TITLE.search(above):
                    continue
                if not _is_released(lines[place : place + _NEAR]):
                    return SealMark(cell, page.number, line.number)
            before, number = line.text.strip(_TRIM), line.number
    return None


def _is_released(lines: Sequence[SourceLine]) -> bool:
    return any(_PATTERNS.RELEASED.match(cell) for line in lines for cell in _list_cells(line))


def _list_cells(line: SourceLine) -> Iterator[str]:
    for part in _PATTERNS.CELLS.split(line.text):
        cell = " ".join(part.strip(_TRIM).split())
        if cell and len(cell) <= _LONGEST:
            yield cell


def _is_mark(cell: str) -> bool:
    """Return whether the cell is printed as a mark: in capitals, or capitalised words."""
    if not _PATTERNS.MARK.fullmatch(cell):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", cell) if len(word) > 3]
    return all(word[0].isupper() or word in _SMALL for word in words)
