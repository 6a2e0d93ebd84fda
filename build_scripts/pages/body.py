"""The order itself: its caption, its paragraphs, its footnotes, as Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, repeat

from build_scripts.i18n import t, term
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    Part,
)
from build_scripts.pages.citation_links import Wrapping
from build_scripts.pages.evidence import Evidence, anchor_evidence
from build_scripts.pages.inline import Anchor, LinkedSpan, Mark, render_inline
from build_scripts.pages.markdown_text import escape_html, escape_text
from build_scripts.pages.tables import write_table
from build_scripts.pages.wording import capitalise
from build_scripts.text.paragraph_numbers import number_paragraphs

_FIRST_HEADING = 3
"""Level of the order's outermost heading: below the page's title and the section it stands in."""

_COUNTED = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
"""Kinds of blocks that have an anchor of their own, `#p-12`: what a reader calls a paragraph."""

_CLASSES = {
    BlockKind.COURT: ".caption .caption-court",
    BlockKind.PARTIES: ".caption .caption-parties",
    BlockKind.DOCKET: ".caption .caption-docket",
    BlockKind.TITLE: ".caption .caption-title",
    BlockKind.REFERENCE: ".caption .caption-reference",
    BlockKind.LIST_ITEM: ".order-item",
    BlockKind.CENTRED: ".centred",
    BlockKind.SIGNATURE: ".signature",
}


def render_body(
    clean: CleanOrder,
    citations: Sequence[Citation],
    wrappings: Sequence[Wrapping],
    confidences: Mapping[int, float] | None = None,
    evidence: Sequence[Evidence] = (),
) -> str:
    """Return the order's text: every word of its blocks and footnotes, once, in reading order.

    Page marks become anchors, of the sheet (`#page-3`) and of the number that it bears (`#at-2`);
    footnote marks become real footnotes; a note without a mark is
    shown behind the others. Headings, paragraphs, quotes and list items of the text, not of
    notes, are counted from 1 through the whole order and anchored by their number: `#p-12`.
    `wrappings` has one entry a citation; its anchor stands once, where the citation begins.
    Separate opinions and attachments stand below headings of ours. `confidences` has, for each
    page that was read by OCR, how sure it is (0-100). `evidence` names the places to which the
    page's head leads.
    """
    return _render(clean, citations, wrappings, confidences or {}, evidence)


def render_reading_copy(clean: CleanOrder) -> str:
    """Return the order's text as Markdown for other programs: no anchors, page marks or links.

    Words, emphasis, headings, quotations, tables and footnotes are those of `render_body`.
    """
    return _render(clean, (), (), {}, (), anchored=False)


def _render(
    clean: CleanOrder,
    citations: Sequence[Citation],
    wrappings: Sequence[Wrapping],
    confidences: Mapping[int, float],
    evidence: Sequence[Evidence],
    *,
    anchored: bool = True,
) -> str:
    spans = tuple(
        _Span(citation.start, citation.end, wrapping)
        for citation, wrapping in zip(citations, wrappings, strict=True)
    )
    located = clean.locate_blocks()
    keys = _key_footnotes(clean.footnotes)
    marks = tuple(tuple(keys.next_key(mark.label) for mark in b.footnote_marks) for _, b in located)
    paragraphs = number_paragraphs([block.text for block in clean.blocks])
    numbered = {located[index][0]: number for index, number in paragraphs.items()}
    page = _Page(clean, spans, confidences, evidence, anchored, numbered)
    numbers = (*_number_blocks(clean.blocks), *repeat(0, len(located) - len(clean.blocks)))
    rendered = iter(
        [
            page.render(*place, keys, number)
            for place, keys, number in zip(located, marks, numbers, strict=True)
        ]
    )
    own = list(islice(rendered, len(clean.blocks)))
    written = _head_parts(own, clean.parts, anchored=anchored)
    used = {key for block_keys in marks for key in block_keys}
    tied = []
    for note, key in zip(clean.footnotes, keys.in_order, strict=True):
        blocks = list(islice(rendered, len(note.blocks)))
        if key in used:
            tied.append(_render_note(key, blocks))
        else:
            written += _render_untied(note, blocks, anchored=anchored)
    return "\n\n".join([*_join_quotes(written), *tied])


def list_anchors(clean: CleanOrder) -> tuple[str, ...]:
    """Name the anchor of each block that `CleanOrder.locate_blocks` gives: "p-12", "fn:1".

    "" stands for a block without one: of the caption, a table, a note whose mark was not found.
    """
    keys = _key_footnotes(clean.footnotes)
    located = clean.locate_blocks()
    used = {keys.next_key(mark.label) for _, block in located for mark in block.footnote_marks}
    numbered = [f"p-{n}" if n else "" for n in _number_blocks(clean.blocks)]
    for note, key in zip(clean.footnotes, keys.in_order, strict=True):
        numbered += [f"fn:{key}" if key in used else ""] * len(note.blocks)
    return tuple(numbered)


def _number_blocks(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield each block's number among those that have an anchor, 0 for the others."""
    number = 0
    for block in blocks:
        number += block.kind in _COUNTED
        yield number if block.kind in _COUNTED else 0


@dataclass(frozen=True, slots=True)
class _Span:
    """A citation's place in the reading text and the Markdown around it."""

    start: int
    end: int
    wrapping: Wrapping


@dataclass(slots=True)
class _FootnoteKeys:
    """Footnotes' keys by label: an order that counts twice from 1 has two notes "1"."""

    in_order: list[str]
    by_label: dict[str, list[str]]
    met: Counter[str] = field(default_factory=Counter)

    def next_key(self, label: str) -> str | None:
        """Return the key of the note that the next mark `label` belongs to."""
        keys = self.by_label.get(label)
        if not keys:
            return None
        self.met[label] += 1
        return keys[min(self.met[label], len(keys)) - 1]


def _key_footnotes(footnotes: Sequence[Footnote]) -> _FootnoteKeys:
    in_order = []
    by_label: dict[str, list[str]] = defaultdict(list)
    for note in footnotes:
        label = "".join(c for c in note.label if c.isalnum() or c in "*†‡§¶")[:20] or "note"
        place = len(by_label[note.label]) + 1
        key = label if place == 1 else f"{label}~{place}"
        while key in in_order:
            key += "~"
        by_label[note.label].append(key)
        in_order.append(key)
    return _FootnoteKeys(in_order, by_label)


@dataclass(slots=True)
class _Page:
    """One page being written: citations to link, and the page anchors given so far."""

    clean: CleanOrder
    spans: Sequence[_Span]
    confidences: Mapping[int, float]
    evidence: Sequence[Evidence]
    anchored: bool = True
    paragraphs: Mapping[int, int] = field(default_factory=dict)  # printed numbers by offset
    anchors: set[int] = field(default_factory=set)
    printed_lines: set[tuple[int, int]] = field(default_factory=set)

    def render(self, offset: int, block: Block, keys: Sequence[str | None], number: int = 0) -> str:
        if not self.anchored:
            block, number = replace(block, page_marks=(), places=()), 0
        if block.kind is BlockKind.HEADING and block.page_marks and not block.page_marks[0].offset:
            # In the heading the mark would be a word of its entry in contents and search.
            mark = f"{self._page_mark(block.page_marks[0].page)}\n{{: .page-break }}"
            rest = replace(block, page_marks=block.page_marks[1:])
            return f"{mark}\n\n{self.render(offset, rest, keys, number)}"
        marks = tuple(self._marks_of(block, keys))
        lines = (
            *self._paragraph_anchor(offset),
            *self._line_anchors(block),
            *self._evidence_anchors(block, offset),
        )
        links = self._links_in(block, offset)
        if block.kind is BlockKind.TABLE:
            return _render_table(block, links, marks, lines)
        line = render_inline(block, links, marks, lines)
        if block.kind is BlockKind.HEADING:
            return _render_heading(line, block.level, number)
        role = _CLASSES.get(block.kind) if self.anchored else None
        name = " ".join(filter(None, (f"#p-{number}" if number else "", role)))
        marked = f"{line}\n{{: {name} }}" if name and line else line
        return "> " + marked.replace("\n", "\n> ") if block.kind is BlockKind.QUOTE else marked

    def _links_in(self, block: Block, offset: int) -> tuple[LinkedSpan, ...]:
        end = offset + len(block.text)
        """Return the citations in the block; one that began in a block before goes on unnamed."""
        linked = []
        for span in self.spans:
            if span.start < end and offset < span.end:
                first, rest = span.wrapping
                opening, closing = first if span.start >= offset else rest
                bounds = max(span.start, offset) - offset, min(span.end, end) - offset
                linked.append(LinkedSpan(*bounds, opening, closing, rest))
        return tuple(linked)

    def _marks_of(self, block: Block, keys: Sequence[str | None]) -> Iterator[Mark]:
        for mark, key in zip(block.footnote_marks, keys, strict=True):
            shown = f"[^{key}]" if key else f"<sup>{escape_text(mark.label)}</sup>"
            yield Mark(mark.offset, shown)
        for page_mark in block.page_marks:
            yield Mark(page_mark.offset, self._page_mark(page_mark.page), apart=True)

    def _paragraph_anchor(self, offset: int) -> Iterator[Anchor]:
        """Yield the anchor of the court's own paragraph number: `#para-12`."""
        if self.anchored and offset in self.paragraphs:
            yield Anchor(0, f'<span id="para-{self.paragraphs[offset]}"></span>')

    def _line_anchors(self, block: Block) -> Iterator[Anchor]:
        """Yield an anchor where each numbered line of pleading paper begins: `#L2-13`.

        Its number is drawn by the style sheet, where a reader asks for it: in the text it would
        be copied and found as a word. A line that drifts beside two numbers is anchored once.
        """
        for place in block.places:
            if place.printed_line is None or (place.page, place.printed_line) in self.printed_lines:
                continue
            self.printed_lines.add((place.page, place.printed_line))
            name = f"L{place.page}-{place.printed_line}"
            html = f'<span class="line-mark" id="{name}" data-line="{place.printed_line}"></span>'
            yield Anchor(place.offset, html)

    def _evidence_anchors(self, block: Block, offset: int) -> Iterator[Anchor]:
        for one in self.evidence:
            if offset <= one.start < offset + len(block.text):
                yield Anchor(one.start - offset, anchor_evidence(one))

    def _page_mark(self, page: int) -> str:
        label = self.clean.label_page(page)
        word = escape_html(t("order_text.page_word" if label else "order_text.sheet_word"))
        named = f' id="at-{label}"' if label and page not in self.anchors else ""
        words = f'<span class="page-mark__word"{named}>{word} </span>{label or page}'
        if page in self.confidences:
            sure = t("order_text.ocr", sure=round(self.confidences[page]))
            words += f'<span class="page-mark__ocr"> {escape_html(sure)}</span>'
        if page in self.anchors:  # a footnote that runs over the same page end
            return f'<span class="page-mark">{words}</span>'
        self.anchors.add(page)
        anchor = f"at-{label}" if label else f"page-{page}"
        return f'<a class="page-mark" id="page-{page}" href="#{anchor}">{words}</a>'


def _head_parts(written: Sequence[str], parts: Sequence[Part], *, anchored: bool) -> list[str]:
    """Put a heading above each part: what it is, and whose."""
    headed = list(written)
    for number, part in reversed(list(enumerate(parts, start=1))):
        facts = [capitalise(term("parts", part.kind.value))]
        if part.document_number:
            facts.append(t("order_text.part_document", number=part.document_number))
        if part.author:
            facts.append(part.author)
        named = ": ".join(facts)
        name = f"part-{number}"
        heading = f"## {escape_text(named)}"
        if anchored:
            heading += f" {{#{name} .part-heading data-search-exclude}}"
        headed.insert(part.first, heading)
    return headed


def _render_heading(line: str, level: int, number: int) -> str:
    """Write a heading with its anchor; a number sign at its end would be taken for syntax."""
    closed = f"{line[:-1]}\\#" if line.endswith("#") else line
    anchor = f" {{#p-{number}}}" if number and line else ""
    return f"{'#' * min(_FIRST_HEADING - 1 + max(level, 1), 6)} {closed}{anchor}"


def _render_table(
    block: Block,
    links: Sequence[LinkedSpan],
    marks: Sequence[Mark],
    anchors: Sequence[Anchor],
) -> str:
    """Write a table; its first row stands as the head, which Markdown tables must have."""
    width = max(len(row) for row in block.rows)
    rows = [
        [
            render_inline(block, links, marks, anchors, within=(cell.start, cell.end)).replace(
                "|", "\\|"
            )
            for cell in row
        ]
        + [""] * (width - len(row))
        for row in block.rows
    ]
    return f"{write_table(rows[0], rows[1:])}"


def _join_quotes(blocks: Sequence[str]) -> Iterator[str]:
    """Keep block quotes apart: two of them in a row are two paragraphs of one quotation."""
    quote: list[str] = []
    for block in blocks:
        if block.startswith("> "):
            quote.append(block)
            continue
        if quote:
            yield "\n>\n".join(quote)
            quote = []
        yield block
    if quote:
        yield "\n>\n".join(quote)


def _render_note(key: str, blocks: Sequence[str]) -> str:
    first, *others = _join_quotes(blocks) if blocks else ("",)
    opening = f"[^{key}]:\n{_indent(first)}" if first.startswith("> ") else _hang(key, first)
    return "\n\n".join([opening, *(_indent(block) for block in others)])


def _hang(key: str, first: str) -> str:
    head, *rest = first.split("\n")
    return "\n".join([f"[^{key}]: {head}", *(f"    {line}" for line in rest)])


def _indent(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.split("\n"))


def _render_untied(note: Footnote, blocks: Sequence[str], *, anchored: bool) -> Iterator[str]:
    label = escape_text(note.label)
    role = "\n{: .untied-note }" if anchored else ""
    yield f"{t('order_text.untied_note', label=label)}{role}"
    yield from blocks
