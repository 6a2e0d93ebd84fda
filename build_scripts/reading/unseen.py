"""Remove invisible characters that turn the text around them, as a file is read.

They are no letters and no digits, so no word is lost. Text that runs from right to left needs none
of them: browsers derive its direction from its letters. Joiners stay, as letters of some scripts
and emoji are shaped by them, and so do soft hyphens, which mark where a line broke.
"""

from bisect import bisect_left
from dataclasses import replace

from build_scripts.model.source_text import CellSpan, SourceLine, SourceText
from build_scripts.model.text.pattern import Pattern

# Marks, embeddings, overrides and isolates of direction; blanks without width; invisible operators;
# annotations between lines; what PDFium writes for a hyphen at a line's end; the tags that can hide
# a whole message behind a letter.
UNSEEN = Pattern(
    "[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe"
    "\U000e0000-\U000e007f]",
    accepts=["a\u202eb", "\u200bword", "\U000e0041", "princi\ufffepal"],
    refuses=["soft\xadhyphen", "joined\u200dletters", "שלום"],
)


def drop_unseen(source: SourceText) -> SourceText:
    """Return the source without such characters in its lines; styles and cells keep their words."""
    if not any(UNSEEN.search(line.text) for page in source.pages for line in page.lines):
        return source
    pages = tuple(
        replace(page, lines=tuple(map(_drop_from_line, page.lines))) for page in source.pages
    )
    return replace(source, pages=pages)


def _drop_from_line(line: SourceLine) -> SourceLine:
    dropped = [found.start() for found in UNSEEN.finditer(line.text)]
    if not dropped:
        return line

    def move(offset: int) -> int:
        return offset - bisect_left(dropped, offset)

    return line._replace(
        text=UNSEEN.sub("", line.text),
        styles=tuple(
            span._replace(start=move(span.start), end=move(span.end)) for span in line.styles
        ),
        cells=tuple(CellSpan(move(cell.start), move(cell.end)) for cell in line.cells),
    )
