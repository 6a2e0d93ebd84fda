"""An order's first and last lines in pieces: what stands in one column of one printed line.

Captions stand in two columns, parted by blanks, ")" or "§". A piece knows its neighbours on the
page: those before and behind it, above and below it in its own column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.model.source_text import SourcePage, Style
from build_scripts.model.text.pattern import Pattern

HEAD, TAIL = 110, 60  # lines that are looked at
_LONGEST = 240  # letters of a piece that are read: a paragraph's beginning
_PIECE = Pattern(
    r"\S+(?:[ \t]{1,2}\S+)*+",
    accepts=["Plaintiff, )      Case No. 5"],
    refuses=["   "],
)
_BOX = " \t)(|§*│┐┘>]_=~#:"
_ANY_WORD = Pattern(r"[A-Za-z0-9]", accepts=["v."], refuses=[")", "§"])


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line. `above` and `below` are places of pieces in the same list, or -1."""

    text: str
    page: int
    line: int
    start: int  # its column
    row: int  # which of the lines that are looked at
    column: int  # 0 is the first piece of its line
    width: int  # pieces in its line
    from_end: int  # lines of the order behind it
    bold: bool
    centred: bool
    above: int = -1
    below: int = -1


def list_segments(pages: Sequence[SourcePage]) -> list[Segment]:
    """Return the pieces of the first `HEAD` and last `TAIL` lines that hold a word, in order."""
    lines = [
        (page.number, line)
        for page in pages
        for line in page.lines
        if not line.rotated and _ANY_WORD.search(line.text)
    ]
    tail = max(HEAD, len(lines) - TAIL)
    wanted = [*range(min(HEAD, len(lines))), *range(tail, len(lines))]
    widest = max((len(line.text) for _, line in lines), default=0)
    found: list[Segment] = []
    last: dict[int, int] = {}  # the last piece in a column
    for row in wanted:
        page, line = lines[row]
        pieces = [m for m in _PIECE.finditer(line.text[:2000]) if _ANY_WORD.search(m[0])]
        bold = any(style.style is Style.BOLD for style in line.styles)
        for column, match in enumerate(pieces):
            text = match[0].strip(_BOX)[:_LONGEST]
            margins = match.start(), max(0, min(widest, 90) - match.end())
            above = _find_above(last, match.start(), match.end())
            place = len(found)
            if above >= 0:
                found[above] = replace(found[above], below=place)
            last = {key: at for key, at in last.items() if abs(key - match.start()) > 8}
            last[match.start()] = place
            gaps = min(margins) >= 8 and abs(margins[0] - margins[1]) <= 8
            found.append(
                Segment(
                    text,
                    page,
                    line.number,
                    match.start(),
                    row,
                    column,
                    len(pieces),
                    len(lines) - row - 1,
                    bold,
                    gaps,
                    above,
                )
            )
    return found


def _find_above(last: dict[int, int], start: int, end: int) -> int:
    near = [
        (abs(key - start), at) for key, at in last.items() if key < end and abs(key - start) < 26
    ]
    return min(near)[1] if near else -1
