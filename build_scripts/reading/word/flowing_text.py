"""Text that flows, as word processors keep it: runs, paragraphs, notes, laid out as lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.model.source_text import (
    CellSpan,
    LineKind,
    Markup,
    SourceLine,
    SourcePage,
    SourceText,
    Style,
    StyleSpan,
    clip_styles,
)

CELL_GAP = "   "
TAB = "    "
BLANKS = str.maketrans({"\t": TAB, "\xa0": " ", "\u202f": " ", "\u2011": "-", "\xad": None})
SET_IN = 360  # twips (a quarter of an inch)
FURTHEST_IN = 2160  # a signature stands further in than a quotation
LONG = 60  # characters: a shorter paragraph that is set in may be a signature or an address


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike; holds no line break."""

    text: str
    styles: frozenset[Style] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's lines (more than one only where the author broke it), each of runs."""

    lines: tuple[tuple[Run, ...], ...]
    heading_level: int = 0
    kind: LineKind = LineKind.PARAGRAPH
    cells: tuple[tuple[Run, ...], ...] = ()  # of a table's row, which is its one line

    @property
    def text(self) -> str:
        """Its characters, without styles."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. Without a `label` its own text begins with one."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class FlowingText:
    """A document.

    `labels` are printed numbers that the file's text does not hold: of list items, and of a note
    twice, at its mark and before its text. `heads` and `feet` are printed on every page. `asides`
    are words that are not printed: deleted, hidden, comments.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    labels: tuple[str, ...]
    heads: tuple[Paragraph, ...] = ()
    feet: tuple[Paragraph, ...] = ()
    asides: tuple[str, ...] = ()


class OpenParagraph:
    """A paragraph in the making: its lines, and those of the boxes that are anchored in it."""

    def __init__(self, asides: list[str]) -> None:
        self.lines: list[list[Run]] = [[]]
        self.boxes: list[Paragraph] = []
        self._asides = asides

    def put(self, text: str, styles: frozenset[Style], hidden: bool) -> None:
        """Add characters, a line's end, or what is hidden to the asides."""
        if hidden:
            self._asides.append(text)
        elif text == "\n":
            self.lines.append([])
        elif text:
            self.lines[-1].append(Run(text.replace("\n", " "), styles))

    def freeze(self) -> tuple[tuple[Run, ...], ...]:
        """Return its lines."""
        return tuple(map(tuple, self.lines))


def is_set_in(left: float, right: float, first: float) -> bool:
    """Return whether indents in twips are a quotation's: on both sides, or half an inch."""
    if not SET_IN <= left <= FURTHEST_IN or first < 0:
        return False
    return right >= SET_IN or (left >= 2 * SET_IN and first == 0)


def mark_note(label: str) -> Run:
    """Return the raised label of a note, at its place in the text."""
    return Run(label, frozenset({Style.SUPERSCRIPT}))


def join_row(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """Return a table's row: one line with its cells, if all are short, else cell after cell: a
    caption is often one row.
    """
    read = [list(_drop_empty(cell)) for cell in cells]
    filled = [cell for cell in read if cell]
    if any(len(cell) > 1 or len(cell[0].lines) > 1 for cell in filled):
        return [paragraph for cell in filled for paragraph in cell]
    runs: list[Run] = []
    for cell in filled:
        runs.extend([Run(CELL_GAP)] if runs else [])
        runs.extend(cell[0].lines[0])
    lines = tuple(tuple(cell[0].lines[0]) if cell else () for cell in read)
    if not runs:
        return []
    row = (tuple(runs),)
    return [Paragraph(row, kind=LineKind.ROW, cells=lines) if len(lines) > 1 else Paragraph(row)]


def lay_out_lines(text: FlowingText) -> tuple[SourcePage, ...]:
    """Return one page: a line a paragraph, notes last, marked headers and footers around them."""
    lines: list[SourceLine] = []

    def put(paragraph: Paragraph, *, running: bool = False, in_note: bool = False) -> None:
        level = paragraph.heading_level
        kind = LineKind.HEADING if level else paragraph.kind
        for runs in paragraph.lines:
            line = _freeze_line(len(lines) + 1, runs)
            if line.text:
                cells = _place_cells(paragraph.cells, len(line.text))
                lines.append(
                    line._replace(
                        kind=kind,
                        heading_level=level,
                        in_note=in_note,
                        running=running,
                        cells=cells,
                    )
                )
                kind = LineKind.REST
        lines.append(SourceLine(len(lines) + 1, ""))

    for paragraph in _drop_empty(text.heads):
        put(paragraph, running=True)
    for paragraph in _drop_empty(text.paragraphs):
        put(paragraph)
    for note in text.notes:
        first, *others = [*_drop_empty(note.paragraphs)] or [Paragraph(((),))]
        printed = first.lines
        if note.label:
            printed = ((mark_note(note.label), Run(" "), *printed[0]), *printed[1:])
        for paragraph in (Paragraph(printed, kind=LineKind.NOTE), *others):
            put(paragraph, in_note=True)
    for paragraph in _drop_empty(text.feet):
        put(paragraph, running=True)
    return (SourcePage(1, tuple(lines)),)


def _place_cells(cells: Sequence[Sequence[Run]], length: int) -> tuple[CellSpan, ...]:
    """Return the cells' places on their line of `length` characters; empty ones hold none."""
    spans = []
    end = 0
    for cell in cells:
        width = sum(len(run.text.translate(BLANKS)) for run in cell)
        start = end + (len(CELL_GAP) if end and width else 0)
        end = start + width
        spans.append(CellSpan(min(start, length), min(end, length)))
    return tuple(spans)


def make_source(text: FlowingText, bare: SourceText, own_letters: str) -> SourceText:
    """Complete `bare` (form and encoding) with the lines, and with letters for comparison."""
    decoded = f"{own_letters}\n{' '.join(text.labels)}"
    asides = tuple(Markup(words, 1) for words in text.asides if any(map(str.isalnum, words)))
    return replace(bare, decoded=decoded, pages=lay_out_lines(text), markup=asides)


def _drop_empty(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (paragraph for paragraph in paragraphs if paragraph.text.strip())


def _freeze_line(number: int, runs: Sequence[Run]) -> SourceLine:
    """Join runs to a line; neighbours of one style become one span."""
    pieces = [(run.text.translate(BLANKS), run.styles) for run in runs]
    text = "".join(piece for piece, _ in pieces).rstrip()
    spans: list[StyleSpan] = []
    for style in Style:
        start = 0
        begin: int | None = None
        for piece, styles in (*pieces, ("", frozenset[Style]())):
            if style in styles and begin is None:
                begin = start
            elif style not in styles and begin is not None:
                spans.append(StyleSpan(style, begin, start))
                begin = None
            start += len(piece)
    spans.sort(key=lambda s: (s.start, min(s.end, len(text))))
    return SourceLine(number, text, clip_styles(spans, 0, len(text)))
