"""Blocks that a structured form names, as the numbered lines that cleaning reads. A line is a block
or a part of one; blank lines between them are for the eye.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from build_scripts.model.source_text import (
    CellSpan,
    LineKind,
    Markup,
    SourceLine,
    SourcePage,
    Style,
    StyleSpan,
)
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "paragraphs.toml")


TAG_STYLES = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "sup": Style.SUPERSCRIPT,
}


class Flow(NamedTuple):
    """A stretch of text on page `page`; the rest as in `SourceLine`."""

    text: str
    styles: tuple[StyleSpan, ...] = ()
    kind: LineKind = LineKind.PARAGRAPH
    heading_level: int = 0
    in_note: bool = False
    page: int = 1
    part: str = ""
    cells: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the form's own syntax, met when `before` stretches of text had been read."""

    text: str
    before: int


def read_label(text: str) -> str | None:
    """Return the label if the text holds nothing else, or None."""
    match = _PATTERNS.LABEL.fullmatch(text)
    return match["label"] if match else None


def begin_note(label: str, text: str, styles: Sequence[StyleSpan] = (), page: int = 1) -> Flow:
    """Return a note's first stretch: its raised label, then its words."""
    raised = StyleSpan(Style.SUPERSCRIPT, 0, len(label))
    move = len(label) + 1
    moved = (StyleSpan(s.style, s.start + move, s.end + move) for s in styles)
    return Flow(f"{label} {text}".rstrip(), (raised, *moved), LineKind.NOTE, page=page)


def append_mark(flow: Flow, label: str) -> Flow:
    """Return the stretch with a raised mark added at its end."""
    end = len(flow.text)
    raised = StyleSpan(Style.SUPERSCRIPT, end, end + len(label))
    return flow._replace(text=flow.text + label, styles=(*flow.styles, raised))


def set_pages(
    flows: Sequence[Flow], asides: Iterable[Aside] = ()
) -> tuple[tuple[SourcePage, ...], tuple[Markup, ...]]:
    """Number the lines through the whole order and split them into pages, in ascending order."""
    lines: list[tuple[int, SourceLine]] = []
    number_of: list[int] = []
    for flow in flows:
        if flow.kind is not LineKind.REST and lines:
            lines.append((flow.page, SourceLine(len(lines) + 1, "")))
        number_of.append(len(lines) + 1)
        lines.append((flow.page, _set_line(len(lines) + 1, flow)))
    last = max(1, len(lines))
    markup = tuple(
        Markup(aside.text, number_of[aside.before] if aside.before < len(number_of) else last)
        for aside in asides
        if any(character.isalnum() for character in aside.text)
    )
    pages = [
        SourcePage(page, tuple(line for _, line in group))
        for page, group in groupby(lines, key=itemgetter(0))
    ]
    return tuple(pages or [SourcePage(1, ())]), markup


def _set_line(number: int, flow: Flow) -> SourceLine:
    styles = tuple(sorted(flow.styles, key=lambda s: (s.start, s.end)))
    return SourceLine(
        number,
        flow.text,
        styles,
        flow.kind,
        flow.heading_level,
        flow.in_note,
        cells=flow.cells,
        part=flow.part,
    )
