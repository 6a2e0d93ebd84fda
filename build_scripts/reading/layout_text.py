"""Plain text and `pdftotext -layout` text: a line is a line, a blank is a place."""

from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText

TAB_WIDTH = 8


def read_layout_text(decoded: str, encoding: str, form: SourceFormat) -> SourceText:
    """Split text into pages at form feeds and into lines; tabs become blanks to the next stop.

    Plain text has no layout: its blank lines part paragraphs.
    """
    pages = []
    number = 1
    for index, page_text in enumerate(decoded.split("\f"), start=1):
        lines = []
        for text in page_text.split("\n"):
            placed = text.expandtabs(TAB_WIDTH) if "\t" in text else text
            lines.append(SourceLine(number, placed.rstrip()))
            number += 1
        number -= 1  # a form feed ends no line
        pages.append(SourcePage(index, tuple(lines)))
    laid_out = form is not SourceFormat.PLAIN
    return SourceText(form, encoding, decoded, _drop_blank_end(pages), laid_out=laid_out)


def _drop_blank_end(pages: list[SourcePage]) -> tuple[SourcePage, ...]:
    """Drop the empty page after a form feed at the very end."""
    while len(pages) > 1 and not any(line.text.strip() for line in pages[-1].lines):
        pages.pop()
    return tuple(pages)
