"""Plain text and `pdftotext -layout` text: a line is a line, a blank is a place."""

import re

from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText

TAB_WIDTH = 8
_DOUBLED_LETTERS = 6  # of a word that a line must have to be read as doubled


def read_layout_text(decoded: str, encoding: str, form: SourceFormat) -> SourceText:
    """Split text into pages at form feeds and into lines; tabs become blanks to the next stop.

    Plain text has no layout: its blank lines part paragraphs.
    """
    decoded = "\n".join(map(_halve_doubled, decoded.split("\n")))
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


def _halve_doubled(text: str) -> str:
    """Return a line once of which a text tool read every character twice: "CCOOUURRTT".

    So bold print that a PDF makes by printing again comes out of tools that keep both.
    """
    words = text.split()
    if not any(len(word) >= _DOUBLED_LETTERS and word[::2].isalpha() for word in words) or any(
        word[::2] != word[1::2] for word in words
    ):
        return text
    return re.sub(r"\S+|\s\s", lambda match: match[0][::2], text)


def _drop_blank_end(pages: list[SourcePage]) -> tuple[SourcePage, ...]:
    """Drop the empty page after a form feed at the very end."""
    while len(pages) > 1 and not any(line.text.strip() for line in pages[-1].lines):
        pages.pop()
    return tuple(pages)
