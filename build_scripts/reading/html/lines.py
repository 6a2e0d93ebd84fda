"""Text and styles of HTML gathered to paragraphs while the tree is walked."""

from collections.abc import Iterable, Sequence

from build_scripts.model.source_text import CellSpan, LineKind, Style, StyleSpan, clip_styles
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.paragraphs import Aside, Flow, begin_note

_PATTERNS = read_patterns(__package__, "lines.toml")
FARTHEST_PAGE = 30  # a star page further on than this belongs to another report
FRONT_ENDS = 200  # characters: the first paragraph of this length ends the front matter


class LineGatherer:
    """Grows as the walk goes on; `flows`, `asides` and `added` are the result."""

    def __init__(self) -> None:
        self.flows: list[Flow] = []
        self.asides: list[Aside] = []
        self.added: list[str] = []  # labels that stood in attributes: part of the text read
        self.quotes = self.notes = 0
        self.centred = self.level = 0
        self.item = False  # of a list: its first words are not read yet
        self.in_row = False  # of a table: cells are one line, whatever breaks stand in them
        self._cells: list[CellSpan] = []
        self._cell = 0  # where the open cell begins
        self.part = ""  # the type of the writing whose first line is not read yet
        self._open: dict[Style, int] = {}
        self._begins: dict[Style, int] = {}
        self._spans: list[StyleSpan] = []
        self._pieces: list[str] = []
        self._length = 0
        self._begins_block = True
        self._page = 0
        self._report = ""  # which of several that print the opinion
        self._note: str | None = None  # the label of a note that has no words yet
        self._named = ""  # the label that its element names
        self._in_note = False  # the note's label has been read
        self._body_begun = False

    def add_text(self, text: str) -> None:
        """Add words; runs of blanks become one."""
        if not self._pieces and text.isspace():
            return  # half of a page's texts: the blanks between its elements
        words = " ".join((text if text.isascii() else _PATTERNS.INVISIBLE.sub("", text)).split())
        if not words:
            text = " " if text else ""
        else:
            text = f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
        if text[:1] == " " and (not self._pieces or self._pieces[-1].endswith(" ")):
            text = text[1:]
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def add_mark(self, label: str) -> None:
        """Add a raised mark; the first in a note without words is the note's label."""
        if self._note == "" and not self._length:
            self._note = label
            return
        if self._pieces and self._pieces[-1].endswith(" "):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        begin = self._length
        self._pieces.append(label)
        self._length += len(label)
        self._spans.append(StyleSpan(Style.SUPERSCRIPT, begin, self._length))

    def switch(self, style: Style, on: bool) -> None:
        """Open or close one level of a style."""
        depth = self._open.get(style, 0) + (1 if on else -1)
        self._open[style] = depth
        if on and depth == 1:
            self._begins[style] = self._length
        elif not on and depth == 0:
            self._spans.append(StyleSpan(style, self._begins.pop(style), self._length))

    def begin_page(self, text: str, number: int | None, report: str = "") -> None:
        """Begin a page of the first printed report named, within a paragraph or between two."""
        self.asides.append(Aside(text, len(self.flows)))
        # Notes are gathered at the end and repeat the pages; a second report has its own numbers.
        if number is None or self.notes or (self._page and report != self._report):
            return
        if self._page and not self._page < number <= self._page + FARTHEST_PAGE:
            return
        if not self.in_row:
            self._end_line()
        if not self._page:
            before = max(1, number - 1)
            self.flows = [flow._replace(page=before) for flow in self.flows]
        self._page, self._report = number, report

    @property
    def takes_rows(self) -> bool:
        """Whether a table here can be one: above the text it sets out a caption."""
        return self._body_begun and not self.notes and not self.in_row

    def break_line(self) -> None:
        """End a line; after an empty line, end the paragraph."""
        if self.in_row:
            self.add_text(" ")
            return
        if not self._end_line():
            self._begins_block = True

    def end_block(self) -> None:
        """End a paragraph."""
        if self.in_row:
            self.add_text(" ")
            return
        self._end_line()
        self._begins_block = True

    def begin_note(self, label: str) -> None:
        """Begin a footnote; `label` is from its element, or ""."""
        self.end_block()
        self.notes += 1
        self._note = ""
        self._named = label

    def end_note(self) -> None:
        """End the footnote."""
        self.end_block()
        if self._note:  # a label without words
            self.flows.append(begin_note(self._note, "", page=self._page or 1))
        self.notes -= 1
        self._note = None
        self._in_note = False

    def begin_row(self) -> None:
        """Begin a table's row, which becomes one line."""
        self.end_block()
        self.in_row = True
        self._cells = []

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        self.add_text(" ")
        self._cell = self._length

    def end_cell(self) -> None:
        """End the cell after its last character that is not blank."""
        end = len("".join(self._pieces).rstrip())
        self._cells.append(CellSpan(self._cell, max(self._cell, end)))

    def end_row(self) -> None:
        """End the row."""
        self.in_row = False
        before = len(self.flows)
        self.end_block()
        if len(self.flows) == before + 1:
            last = self.flows[-1]
            size = len(last.text)
            cells = (CellSpan(min(c.start, size), min(c.end, size)) for c in self._cells)
            self.flows[-1] = last._replace(kind=LineKind.ROW, cells=tuple(cells), heading_level=0)

    def _end_line(self) -> bool:
        if not self._pieces and not self._spans:
            if self._begins:
                self._begins = dict.fromkeys(self._begins, 0)
            return False
        text = "".join(self._pieces)
        self._spans.extend(StyleSpan(s, b, self._length) for s, b in self._begins.items())
        line = text.rstrip()
        spans = self._spans
        self._pieces, self._spans, self._length = [], [], 0
        self._begins = dict.fromkeys(self._begins, 0)
        if not line:
            return False
        styles = clip_styles(spans, 0, len(line))
        if self._note is not None:
            self._put_note(line, styles)
        else:
            kind, level = self._classify(line, styles)
            page, part, self.part = self._page or 1, self.part, ""
            self.flows.append(Flow(line, styles, kind, level, self._in_note, page, part))
        self._body_begun = self._body_begun or len(line) > FRONT_ENDS
        self._begins_block = self.item = False
        return True

    def _put_note(self, line: str, styles: tuple[StyleSpan, ...]) -> None:
        label, self._note = self._note, None
        printed = None if label else _PATTERNS.LABELLED.match(line)
        if printed and self._named in ("", printed["label"]):
            label = printed["label"]
            styles = clip_styles(styles, printed.end(), len(line), -printed.end())
            line = line[printed.end() :]
        elif not label and self._named:
            label = self._named
            self.added.append(label)
        if label:
            self.flows.append(begin_note(label, line, styles, self._page or 1))
            self._in_note = True
        else:
            self.flows.append(Flow(line, styles, page=self._page or 1))

    def _classify(self, line: str, styles: tuple[StyleSpan, ...]) -> tuple[LineKind, int]:
        """Return the kind of block that begins with a line, and a heading's level."""
        if not self._begins_block:
            return LineKind.REST, 0
        if level := 0 if self._in_note else self._rank_heading(line, styles):
            return LineKind.HEADING, level
        if self.quotes:
            return LineKind.QUOTE, 0
        return (LineKind.LIST_ITEM if self.item else LineKind.PARAGRAPH), 0

    def _rank_heading(self, line: str, styles: tuple[StyleSpan, ...]) -> int:
        """Return the level of h1 to h6; below the front matter centred bold lines count too."""
        if self.level:
            return self.level if self._body_begun or " v. " not in f" {line} " else 0
        bold = any(s.style is Style.BOLD and s.end - s.start >= len(line) - 1 for s in styles)
        return 2 if self._body_begun and self.centred and bold and len(line) < FRONT_ENDS else 0


def raise_listed_labels(
    flows: Sequence[Flow], asides: Iterable[Aside]
) -> tuple[list[Flow], list[Aside]]:
    """Turn a list at the end into notes, if the text above has raised marks for them. The list's
    heading is the publisher's, and leaves.
    """
    kept = list(asides)
    start = _find_list(flows)
    if start is None:
        return list(flows), kept
    raised: list[Flow] = []
    for flow in flows[start:]:
        match = _PATTERNS.LISTED.match(flow.text)
        if match:
            cut = match.end()
            styles = clip_styles(flow.styles, cut, len(flow.text), -cut)
            raised.append(begin_note(match["label"], flow.text[cut:], styles, flow.page))
        else:
            kind = LineKind.PARAGRAPH if flow.heading_level else flow.kind
            raised.append(flow._replace(kind=kind, heading_level=0, in_note=True))
    end = start
    if start and _PATTERNS.NOTES_HEADING.fullmatch(flows[start - 1].text):
        end -= 1
        kept.append(Aside(flows[end].text, end))
    return [*flows[:end], *raised], kept


def _find_list(flows: Sequence[Flow]) -> int | None:
    marked = {
        flow.text[span.start : span.end]
        for flow in flows
        for span in flow.styles
        if span.style is Style.SUPERSCRIPT
    }
    for index, flow in enumerate(flows):
        match = _PATTERNS.LISTED.match(flow.text)
        if match is None or match["label"] not in marked:
            continue
        # A list of notes is the last thing on the page.
        listed = sum(_PATTERNS.LISTED.match(flow.text) is not None for flow in flows[index:])
        is_headed = index and _PATTERNS.NOTES_HEADING.fullmatch(flows[index - 1].text)
        if is_headed or listed > 0.3 * len(flows[index:]):
            return index
    return None
