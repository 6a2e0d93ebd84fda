"""Define the line that cleaning works on, and the cut that removes furniture from it.

A cut blanks characters, it does not close the gap: columns, styles and offsets stay true, so
that the next finder still sees the original places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import CellSpan, LineKind, SourceText, StyleSpan, clip_styles


@dataclass(slots=True, eq=False)
class Line:
    """One line of the source with the page that it belongs to; never changed once made.

    `printed` is its pleading line number. `text` keeps its columns. Not frozen, since orders are
    made of little else: a frozen line takes three times as long to make.
    """

    number: int
    text: str
    page: int = 1
    printed: int | None = None
    styles: tuple[StyleSpan, ...] = ()
    kind: LineKind = LineKind.PRINTED
    heading_level: int = 0
    in_note: bool = False
    rotated: bool = False
    part: str = ""
    cells: tuple[CellSpan, ...] = ()
    size: float = 0.0
    document: str | None = None  # number of the docket document, where the file holds several
    content: str = field(init=False)  # the text without the blanks around it
    blank: bool = field(init=False)  # nothing is left on the line
    indent: int = field(init=False)  # the column of the first character

    def __post_init__(self) -> None:
        """Measure once what every finder needs."""
        text = self.text
        self.content = content = text.strip()
        self.blank = not content
        self.indent = len(text) - len(text.lstrip())

    def with_text(self, text: str, styles: tuple[StyleSpan, ...]) -> "Line":
        """Return the same line with other characters."""
        return self._change(text, styles, self.page, self.printed)

    def cut(self, start: int, end: int) -> "Line":
        """Return the same line with only the characters from `start` to `end`, in their columns."""
        text = (" " * start + self.text[start:end]).rstrip()
        return self.with_text(text, clip_styles(self.styles, start, end))

    def at_place(self, page: int, printed: int | None) -> "Line":
        """Return the same line, on that page and next to that pleading number."""
        if page == self.page and printed == self.printed:
            return self
        return self._change(self.text, self.styles, page, printed)

    def _change(
        self, text: str, styles: tuple[StyleSpan, ...], page: int, printed: int | None
    ) -> "Line":
        return Line(
            self.number,
            text,
            page,
            printed,
            styles,
            self.kind,
            self.heading_level,
            self.in_note,
            self.rotated,
            self.part,
            self.cells,
            self.size,
            self.document,
        )


class Cut(NamedTuple):
    """Characters `start` up to, not including, `end` of line `at` are furniture."""

    at: int
    start: int
    end: int
    reason: RemovalReason


def list_lines(source: SourceText) -> list[Line]:
    """Return all lines of the source; the form's own pages are numbered from 1."""
    return [
        Line(
            line.number,
            line.text,
            page.number,
            None,
            line.styles,
            line.kind,
            line.heading_level,
            line.in_note,
            line.rotated,
            line.part,
            line.cells,
            line.size,
        )
        for page in source.pages
        for line in page.lines
    ]


def cut_whole(index: int, line: Line, reason: RemovalReason) -> Cut:
    """Cut all that a line holds."""
    return Cut(index, line.indent, len(line.text.rstrip()), reason)


class Taken(NamedTuple):
    """Words that a cut took from line `at`; the page is known when all furniture is found."""

    at: int
    reason: RemovalReason
    text: str
    start: int  # column


def apply_cuts(lines: Sequence[Line], cuts: Sequence[Cut]) -> tuple[list[Line], list[Taken]]:
    """Blank the cuts; return the lines and what was taken, in order."""
    after = list(lines)
    taken: list[Taken] = []
    if not cuts:
        return after, taken
    ordered = sorted(cuts, key=attrgetter("at", "start"))
    for index, of_line in groupby(ordered, key=attrgetter("at")):
        words = _take_words(lines[index].text, of_line)
        if words:
            line = lines[index]
            after[index] = line.with_text(_blank_out(line.text, words), line.styles)
            taken.extend(words)
    return after, taken


def _take_words(text: str, cuts: Iterable[Cut]) -> list[Taken]:
    """Return the text that the cuts of one line take; where two overlap, the first takes all."""
    taken = []
    position = 0
    for cut in cuts:
        words = text[max(cut.start, position) : cut.end]
        stripped = words.strip()
        if stripped:
            start = max(cut.start, position) + len(words) - len(words.lstrip())
            taken.append(Taken(cut.at, cut.reason, stripped, start))
            position = max(position, cut.end)
    return taken


def _blank_out(text: str, taken: Iterable[Taken]) -> str:
    """Return the text with blanks for what was taken."""
    pieces: list[str] = []
    position = 0
    for words in taken:
        pieces.extend((text[position : words.start], " " * len(words.text)))
        position = words.start + len(words.text)
    pieces.append(text[position:])
    return "".join(pieces).rstrip()


def list_filled(lines: Sequence[Line]) -> list[int]:
    """Return indexes of the lines that hold anything."""
    return [index for index, line in enumerate(lines) if not line.blank]


def index_pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Return each page's lines by index, blank ones included; pages ascend."""
    pages: dict[int, list[int]] = {}
    of_page: list[int] = []
    page: int | None = None
    for index, line in enumerate(lines):
        if line.page != page:
            page = line.page
            of_page = pages.setdefault(page, [])
        of_page.append(index)
    return dict(sorted(pages.items()))
