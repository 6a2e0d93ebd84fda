"""Join lines to running text: close up blanks, repair broken words, keep every place."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from build_scripts.cleaning.hyphens import Hyphens
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import Block, BlockKind, HyphenJoin, Place
from build_scripts.model.source_text import CellSpan, StyleSpan
from build_scripts.model.text.pattern import Pattern

# After one of these a line goes on without a blank: "settlement—" | "even those"
TIGHT_ENDS = ("—", "/", "–")

WORD = Pattern(
    r"\S+",
    accepts=["the  order"],
    refuses=["  "],
)


@dataclass(slots=True)
class RunningText:
    """Grows line by line; `to_block` freezes it. Offsets count characters of the joined text."""

    hyphens: Hyphens
    parts: list[str] = field(default_factory=list)  # one a line, with what parts it from the last
    length: int = 0
    places: list[Place] = field(default_factory=list)
    styles: list[StyleSpan] = field(default_factory=list)
    joins: list[HyphenJoin] = field(default_factory=list)
    rows: list[tuple[CellSpan, ...]] = field(default_factory=list)  # of a table

    def add_row(self, cells: Iterable["RunningText"]) -> None:
        """Join a table's row on: each cell with a blank before it, an empty one without."""
        spans = []
        for cell in cells:
            separator = " " if cell.length and self.length else ""
            offset = self.length + len(separator)
            self.places.extend(
                Place(p.offset + offset, p.page, p.line, p.printed_line) for p in cell.places
            )
            self.styles.extend(
                StyleSpan(s.style, s.start + offset, s.end + offset) for s in cell.styles
            )
            self.joins.extend(cell.joins)
            self.parts.append(separator + "".join(cell.parts))
            self.length += len(self.parts[-1])
            spans.append(CellSpan(offset, self.length))
        self.rows.append(tuple(spans))

    def add_line(self, line: Line) -> None:
        """Join a line on: with a blank, or without where a word or a dash runs over."""
        words = line.text.split()
        if not words:
            return
        separator = self._join_end(words[0]) if self.parts else ""
        offset = self.length + len(separator)
        self.places.append(Place(offset, line.page, line.number, line.printed))
        closed_up = " ".join(words)
        if line.styles:
            self.styles.extend(_move_styles(line, offset))
        self.parts.append(separator + closed_up)
        self.length += len(self.parts[-1])

    def to_block(self, kind: BlockKind, level: int = 0) -> Block:
        """Return the joined text as a block."""
        text = "".join(self.parts)
        if self.rows:  # an emphasis never runs over two cells
            styles = tuple(sorted(self.styles, key=lambda s: (s.start, s.end)))
        else:
            styles = _merge_styles(self.styles, text)
        return Block(kind, text, tuple(self.places), level, styles, rows=tuple(self.rows))

    def _join_end(self, first_word: str) -> str:
        """Return the separator between the text so far and the next line; repair a broken word."""
        last = self.parts[-1]
        if not last.endswith("-"):
            # A dash set off by a blank on its left (" – ") has one on its right too.
            tight = last.endswith(TIGHT_ENDS) and not last[:-1].endswith(" ")
            return "" if tight else " "
        last_word = last.rsplit(None, 1)[-1]
        if last_word.strip("-") == "":
            return " "
        if self.hyphens().breaks_word(last_word, first_word):
            place = self.places[-1]
            left = _ending_letters(last_word[:-1])
            right = _leading_letters(first_word)
            if self.joins and self.joins[-1].right == left and last == f"{left}-":
                left = self.joins[-1].joined  # a line of one word that is broken at both ends
            self.joins.append(HyphenJoin(left, right, left + right, place.page, place.line))
            self.parts[-1] = last[:-1]
            self.length -= 1
            self._clip_styles()
        return ""

    def _clip_styles(self) -> None:
        """Draw in the styles that ended with the hyphen that is gone."""
        for at in range(len(self.styles) - 1, -1, -1):
            span = self.styles[at]
            if span.end <= self.length:
                break
            self.styles[at] = StyleSpan(span.style, span.start, self.length)


def join_lines(lines: Iterable[Line], hyphens: Hyphens) -> RunningText:
    """Join lines that belong together."""
    running = RunningText(hyphens)
    for line in lines:
        running.add_line(line)
    return running


def _ending_letters(word: str) -> str:
    end = len(word)
    while end and word[end - 1].isalnum():
        end -= 1
    return word[end:]


def _leading_letters(word: str) -> str:
    end = 0
    while end < len(word) and word[end].isalnum():
        end += 1
    return word[:end]


def _move_styles(line: Line, offset: int) -> list[StyleSpan]:
    """Return a line's styles in the running text, where runs of blanks are one blank."""
    places = _ClosedUp(line.text)
    moved = []
    for span in line.styles:
        start, end = places.find_start(span.start), places.find_end(span.end)
        if start < end:
            moved.append(StyleSpan(span.style, offset + start, offset + end))
    return moved


class _ClosedUp:
    """The places of a line's characters when each run of blanks is one blank.

    The words are listed once: a line of a flowing form is a paragraph with thousands of styles.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [match.span() for match in WORD.finditer(text)]
        self._begins = [start for start, _ in self._words]
        lengths = (end - start + 1 for start, end in self._words)
        self._moved = [0, *accumulate(lengths)]

    def find_end(self, position: int) -> int:
        """Return how many characters precede a place, without blanks right before it."""
        rank = bisect_left(self._begins, position) - 1
        if rank < 0:
            return 0
        start, end = self._words[rank]
        return self._moved[rank] + min(position, end) - start

    def find_start(self, position: int) -> int:
        """Return the same for where something begins: after the blank, if there is one."""
        length = self.find_end(position)
        beside = self._text[max(0, position - 1) : position + 1]
        return length + (length > 0 and any(character.isspace() for character in beside))


def _merge_styles(styles: list[StyleSpan], text: str) -> tuple[StyleSpan, ...]:
    """Join spans of one style that only blanks part: emphasis runs over line ends."""
    if not styles:
        return ()
    merged: list[StyleSpan] = []
    for span in sorted(styles, key=lambda s: (s.style, s.start, s.end)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.style is span.style
            and not text[last.end : span.start].strip()
            and span.start >= last.start
        ):
            merged[-1] = StyleSpan(span.style, last.start, max(last.end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return tuple(sorted(merged, key=lambda s: (s.start, s.end)))
