"""The line that cleaning works on, and the cut that takes furniture out of it.

A cut blanks characters, it does not close the gap: columns, styles and offsets stay true, so
that the next finder still sees where things stood.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import SourceText, StyleSpan


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source with the page it was found to stand on.

    `printed` is its pleading line number. `text` keeps its columns.
    """

    number: int
    text: str
    page: int = 1
    printed: int | None = None
    styles: tuple[StyleSpan, ...] = ()
    heading_level: int = 0
    quoted: bool = False
    rotated: bool = False
    part: str = ""

    @property
    def blank(self) -> bool:
        """Nothing is left on the line."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """The column of the first character."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def content(self) -> str:
        """The text without the blanks around it."""
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `start` up to, not including, `end` of line `index` are furniture."""

    index: int
    start: int
    end: int
    reason: RemovalReason


def list_lines(source: SourceText) -> list[Line]:
    """All lines of the source; the form's own pages are numbered from 1."""
    return [
        Line(
            line.number,
            line.text,
            page.number,
            None,
            line.styles,
            line.heading_level,
            line.quoted,
            line.rotated,
            line.part,
        )
        for page in source.pages
        for line in page.lines
    ]


def cut_whole(index: int, line: Line, reason: RemovalReason) -> Cut:
    """Cut all that a line holds."""
    return Cut(index, line.indent, len(line.text.rstrip()), reason)


@dataclass(frozen=True, slots=True)
class Taken:
    """Words that a cut took from line `index`; the page is known when all furniture is found."""

    index: int
    reason: RemovalReason
    text: str
    start: int  # column


def apply_cuts(lines: Sequence[Line], cuts: Iterable[Cut]) -> tuple[list[Line], list[Taken]]:
    """Blank the cuts; return the lines and what was taken, in order."""
    after = list(lines)
    taken = []
    for cut in sorted(cuts, key=lambda cut: (cut.index, cut.start)):
        line = after[cut.index]
        words = line.text[cut.start : cut.end]
        text = words.strip()
        if not text:
            continue
        start = cut.start + len(words) - len(words.lstrip())
        taken.append(Taken(cut.index, cut.reason, text, start))
        blanked = line.text[: cut.start] + " " * (cut.end - cut.start) + line.text[cut.end :]
        after[cut.index] = replace(line, text=blanked.rstrip())
    return after, taken


def list_filled(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that hold anything."""
    return [index for index, line in enumerate(lines) if not line.blank]


def index_pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Each page's lines by index, blank ones included; pages ascend."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    return dict(sorted(pages.items()))
