"""Paragraphs that a structured form names, set as the numbered lines that cleaning reads.

A line here is a paragraph or a part of one: blank lines part paragraphs, so two halves between
which a page ends, and the paragraphs of one footnote, follow each other without a blank.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.model.source_text import (
    CellSpan,
    Markup,
    SourceLine,
    SourcePage,
    Style,
    StyleSpan,
)
from build_scripts.text.pattern import Pattern

# A footnote's label as it stands in a form's own syntax or in print.
LABEL = Pattern(
    r"\s*\[?\s*(?:fn)?(?P<label>\d{1,3}|\*{1,4}|[†‡])\s*\]?\s*",
    accepts=["1", " [12] ", "*", "[**]", "†", "fn3"],
    refuses=["th", "[sic]", "2023", "1 The", "*****"],
    by="fullmatch",
)
# Words that may stand beside a label on its line; before others the label has its own line.
WORDS = Pattern(
    r"[A-Z“\"‘(\[§]",
    accepts=["The record", "“The", "[T]he", "(Emphasis", "§ 5"],
    refuses=["the record", "5 U.S.C. § 706", "-3-"],
    by="match",
)


class Flow(NamedTuple):
    """A stretch of text on page `page`; `gap` says that a new paragraph begins with it.

    `part` is the type of the writing that begins with it, as the form names it.
    """

    text: str
    styles: tuple[StyleSpan, ...] = ()
    heading_level: int = 0
    quoted: bool = False
    gap: bool = True
    page: int = 1
    part: str = ""
    cells: tuple[CellSpan, ...] = ()  # of a table's row


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the form's own syntax, met when `before` stretches of text had been read."""

    text: str
    before: int


def read_label(text: str) -> str | None:
    """The label that the text holds and nothing else, or None."""
    match = LABEL.fullmatch(text)
    return match["label"] if match else None


def begin_note(
    label: str, text: str, styles: Sequence[StyleSpan] = (), page: int = 1
) -> list[Flow]:
    """A note's first stretch: its label raised, then its words."""
    raised = StyleSpan(Style.SUPERSCRIPT, 0, len(label))
    if text and not WORDS.match(text):
        return [Flow(label, (raised,), page=page), Flow(text, tuple(styles), gap=False, page=page)]
    move = len(label) + 1
    moved = (StyleSpan(s.style, s.start + move, s.end + move) for s in styles)
    return [Flow(f"{label} {text}".rstrip(), (raised, *moved), page=page)]


def append_mark(flow: Flow, label: str) -> Flow:
    """The stretch with a raised mark glued to its end."""
    end = len(flow.text)
    raised = StyleSpan(Style.SUPERSCRIPT, end, end + len(label))
    return flow._replace(text=flow.text + label, styles=(*flow.styles, raised))


def set_pages(
    flows: Sequence[Flow], asides: Iterable[Aside] = ()
) -> tuple[tuple[SourcePage, ...], tuple[Markup, ...]]:
    """Number the lines through the whole order and part them to pages, which must ascend."""
    lines: list[tuple[int, SourceLine]] = []
    number_of: list[int] = []
    for flow in flows:
        if flow.gap and lines:
            lines.append((flow.page, SourceLine(len(lines) + 1, "")))
        number_of.append(len(lines) + 1)
        lines.append((flow.page, _set_line(len(lines) + 1, flow)))
    last = max(1, len(lines))
    markup = tuple(
        Markup(aside.text, number_of[aside.before] if aside.before < len(number_of) else last)
        for aside in asides
        if any(character.isalnum() for character in aside.text)
    )
    return tuple(_part_pages(lines)), markup


def _set_line(number: int, flow: Flow) -> SourceLine:
    styles = tuple(sorted(flow.styles, key=lambda s: (s.start, s.end)))
    level, quoted = flow.heading_level, flow.quoted
    return SourceLine(number, flow.text, styles, level, quoted, cells=flow.cells, part=flow.part)


def _part_pages(lines: Sequence[tuple[int, SourceLine]]) -> Iterator[SourcePage]:
    if not lines:
        yield SourcePage(1, ())
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index][0] != lines[start][0]:
            yield SourcePage(lines[start][0], tuple(line for _, line in lines[start:index]))
            start = index
