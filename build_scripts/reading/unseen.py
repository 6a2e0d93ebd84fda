"""Remove invisible characters that turn the text around them, as a file is read.

They are no letters and no digits, so no word is lost. Text that runs from right to left needs none
of them: browsers derive its direction from its letters. Joiners stay, as letters of some scripts
and emoji are shaped by them, and so do soft hyphens, which mark where a line broke.
"""

from bisect import bisect_left
from dataclasses import replace

from build_scripts.model.source_text import CellSpan, SourceLine, SourceText
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "unseen.toml")


def drop_unseen(source: SourceText) -> SourceText:
    """Return the source without such characters in its lines; styles and cells keep their words."""
    if not any(_PATTERNS.UNSEEN.search(line.text) for page in source.pages for line in page.lines):
        return source
    pages = tuple(
        replace(page, lines=tuple(map(_drop_from_line, page.lines))) for page in source.pages
    )
    return replace(source, pages=pages)


def _drop_from_line(line: SourceLine) -> SourceLine:
    dropped = [found.start() for found in _PATTERNS.UNSEEN.finditer(line.text)]
    if not dropped:
        return line

    def move(offset: int) -> int:
        return offset - bisect_left(dropped, offset)

    return line._replace(
        text=_PATTERNS.UNSEEN.sub("", line.text),
        styles=tuple(
            span._replace(start=move(span.start), end=move(span.end)) for span in line.styles
        ),
        cells=tuple(CellSpan(move(cell.start), move(cell.end)) for cell in line.cells),
    )
