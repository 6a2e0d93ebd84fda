"""Plain text and `pdftotext -layout` text: a line is a line, a blank is a place."""

import re

from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText

TAB_WIDTH = 8
_DOUBLED_LETTERS = 6  # of a word that a line must have to be read as doubled
_DOUBLED_LINES = 3  # of a text whose short lines are read so too


def read_layout_text(decoded: str, encoding: str, form: SourceFormat) -> SourceText:
    """Split text into pages at form feeds and into lines; tabs become blanks to the next stop.

    Plain text has no layout: its blank lines part paragraphs.
    """
    decoded = "\n".join(_halve_doubled(decoded.split("\n")))
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


def _halve_doubled(texts: list[str]) -> list[str]:
    """Return lines once of which a text tool read every character twice: "CCOOUURRTT".

    So bold print that a PDF makes by printing again comes out of tools that keep both. Short lines
    ("vvss..", "))") are halved in a text that has longer ones.
    """
    doubled = [all(word[::2] == word[1::2] for word in text.split()) for text in texts]
    sure = [
        is_doubled and _has_long_word(text) for is_doubled, text in zip(doubled, texts, strict=True)
    ]
    halved = doubled if sum(sure) >= _DOUBLED_LINES else sure
    return [
        re.sub(r"\S+|\s\s", lambda match: match[0][::2], text) if halve else text
        for text, halve in zip(texts, halved, strict=True)
    ]


def _has_long_word(text: str) -> bool:
    words = (word[::2].strip(".,;:()") for word in text.split())
    return any(len(word) * 2 >= _DOUBLED_LETTERS and word.isalpha() for word in words)


def _drop_blank_end(pages: list[SourcePage]) -> tuple[SourcePage, ...]:
    """Drop the empty page after a form feed at the very end."""
    while len(pages) > 1 and not any(line.text.strip() for line in pages[-1].lines):
        pages.pop()
    return tuple(pages)
