"""The order itself: its caption, its paragraphs, its footnotes, as HTML."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile

from markupsafe import Markup, escape

from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Part
from build_scripts.model.order_map import Run, WalkedBlock, label_of_key
from build_scripts.model.page import Section
from build_scripts.pages.citation_links import Wrapping
from build_scripts.pages.escaping import escape_html
from build_scripts.pages.evidence import Evidence
from build_scripts.pages.formatting import capitalise
from build_scripts.pages.i18n import t, term
from build_scripts.pages.spans import HTML, Anchor, LinkedSpan, Mark, write_line

TEXT = "text-of-the-order"
"""The anchor of the section with the order's text."""

_FIRST_HEADING = 3
"""Level of the order's outermost heading: below the page's title and its section's."""
_LAST_LISTED = 4
"""Level of the innermost headings that the table of contents lists."""

_CLASSES = {
    BlockKind.COURT: "caption caption-court",
    BlockKind.PARTIES: "caption caption-parties",
    BlockKind.DOCKET: "caption caption-docket",
    BlockKind.TITLE: "caption caption-title",
    BlockKind.REFERENCE: "caption caption-reference",
    BlockKind.LIST_ITEM: "order-item",
    BlockKind.CENTRED: "centred",
    BlockKind.SIGNATURE: "signature",
}


CAPTION = frozenset(
    {
        BlockKind.COURT,
        BlockKind.PARTIES,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.REFERENCE,
        BlockKind.CENTRED,
    }
)
"""Kinds of blocks above an order's own words."""

_LEAST_FOLDED = 3
"""Fewest blocks of a caption that is folded: for fewer, the fold would take as much room."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text's HTML and its headings: the order's own section, then that of each part.

    `caption` is the print above the order's first own words, which `html` leaves out.
    """

    caption: Markup
    html: Markup
    sections: tuple[Section, ...]


def render_body(
    clean: CleanOrder,
    citations: Sequence[Citation],
    wrappings: Sequence[Wrapping],
    confidences: Mapping[int, float] | None = None,
    evidence: Sequence[Evidence] = (),
) -> Body:
    """Return the order's text: every word of its blocks and footnotes, once, in reading order.

    Page marks become anchors, of the sheet (`#page-3`) and of its printed number (`#at-2`),
    footnote marks links to the notes; a note without a mark is shown after the text. Headings,
    paragraphs, quotes and list items are counted through the whole order: `#p-12`. `wrappings` has
    one entry per citation. Separate opinions and attachments follow headings of ours. `confidences`
    has OCR's confidence (0-100) by page, `evidence` the places to which the page's head leads.
    """
    starts, find_block = clean.map.starts, clean.map.find_block
    spans: dict[int, list[_Span]] = defaultdict(list)
    text = clean.reading_text
    for citation, wrapping in zip(citations, wrappings, strict=True):
        span = _Span(_begin_at_name(text, citation), citation.end, wrapping)
        for place in range(find_block(span.start), find_block(span.end - 1) + 1):
            spans[starts[place]].append(span)
    numbered = {starts[place]: number for place, number in clean.map.paragraphs.items()}
    writer = _Writer(clean, spans, confidences or {}, evidence, numbered)
    own: list[_Written] = []
    tied, sections = {}, []
    for number, run in enumerate(clean.map.walk()):
        written = [writer.write(*each) for each in zip(run.blocks, _nest_levels(run), strict=True)]
        if run.key:
            tied[run.key] = written
        else:
            own += [*_introduce(run, number), *written]
        if not run.note:
            anchor, title = (
                (f"part-{number}", name_part(run.part))
                if run.part
                else (TEXT, t("order_page.text"))
            )
            sections.append(Section(anchor, title, tuple(_list_headings(run))))
    folded = _count_caption(clean)
    caption = "\n".join(_join_quotes(own[:folded]))
    notes = [_write_note(key, lines, writer.references[key]) for key, lines in tied.items()]
    html = "\n".join([*_join_quotes(own[folded:]), *_close_notes(notes)])
    # Both are escaped piece by piece.
    return Body(Markup(caption), Markup(html), tuple(sections))  # noqa: S704


def _count_caption(clean: CleanOrder) -> int:
    """Return how many blocks of the caption are folded: 0 for a paper without other blocks."""
    kinds = takewhile(lambda block: block.kind in CAPTION, clean.blocks)
    count = sum(1 for _ in kinds)
    last = min((part.first for part in clean.parts), default=len(clean.blocks))
    return count if _LEAST_FOLDED <= count < last else 0


def name_part(part: Part) -> str:
    """Return the heading of a part: its kind, and its author."""
    facts = [capitalise(term("parts", part.kind.value))]
    if part.document_number:
        facts.append(t("order_text.part_document", number=part.document_number))
    if part.author:
        facts.append(part.author)
    return ": ".join(facts)


def _begin_at_name(text: str, citation: Citation) -> int:
    """Return where the link of a citation begins: at the case's name, if that is just before."""
    lead = f"{citation.case_name}, "
    named = citation.case_name and text.endswith(lead, 0, citation.start)
    return citation.start - len(lead) if named else citation.start


@dataclass(frozen=True, slots=True)
class _Span:
    """A link's place in the reading text and the HTML around it."""

    start: int
    end: int
    wrapping: Wrapping


@dataclass(frozen=True, slots=True)
class _Written:
    """A block's HTML; for a quotation, one paragraph of its `blockquote`."""

    html: str
    is_quote: bool = False


@dataclass(slots=True)
class _Writer:
    clean: CleanOrder
    spans: Mapping[int, Sequence[_Span]]  # by the offset of the block
    confidences: Mapping[int, float]
    evidence: Sequence[Evidence]
    paragraphs: Mapping[int, int]  # printed numbers by offset
    pages: set[int] = field(default_factory=set)
    printed_lines: set[tuple[int, int]] = field(default_factory=set)
    references: Counter[str] = field(default_factory=Counter)  # marks of each footnote

    def write(self, walked: WalkedBlock, level: int) -> _Written:
        """Return a block's HTML; `level` is that of a heading, 0 in a footnote."""
        offset, block, anchor, keys = walked
        before = ""
        if block.kind is BlockKind.HEADING and block.page_marks and not block.page_marks[0].offset:
            # In the heading the mark would be a word of its entry in contents and search.
            before = f'<p class="page-break">{self._mark_page(block.page_marks[0].page)}</p>\n'
            block = replace(block, page_marks=block.page_marks[1:])
        marks = tuple(self._list_marks(block, keys))
        anchors = (
            *self._anchor_paragraph(offset),
            *self._anchor_lines(block),
            *self._anchor_evidence(block, offset),
        )
        links = self._link_citations(block, offset)
        if block.kind is BlockKind.TABLE:
            return _Written(_write_table(block, links, marks, anchors))
        line = write_line(HTML, block, links, marks, anchors)
        if not line:
            return _Written("")
        name = f' id="{anchor}"' if anchor and level else ""
        if block.kind is BlockKind.HEADING:
            tag = f"h{level or _FIRST_HEADING}"
            return _Written(f"{before}<{tag}{name}>{line}</{tag}>")
        role = _CLASSES.get(block.kind)
        role = f' class="{role}"' if role else ""
        return _Written(f"<p{role}{name}>{line}</p>", block.kind is BlockKind.QUOTE)

    def _link_citations(self, block: Block, offset: int) -> tuple[LinkedSpan, ...]:
        """Return the citations in the block; one that began in a block before goes on unnamed."""
        linked = []
        for span in self.spans.get(offset, ()):
            first, rest = span.wrapping
            opening, closing = first if span.start >= offset else rest
            bounds = max(span.start - offset, 0), min(span.end - offset, len(block.text))
            linked.append(LinkedSpan(*bounds, opening, closing, rest))
        return tuple(linked)

    def _list_marks(self, block: Block, keys: Sequence[str | None]) -> Iterator[Mark]:
        for mark, key in zip(block.footnote_marks, keys, strict=True):
            yield Mark(mark.offset, self._mark_note(key, mark.label))
        for page_mark in block.page_marks:
            yield Mark(page_mark.offset, self._mark_page(page_mark.page), apart=True)

    def _mark_note(self, key: str | None, label: str) -> str:
        if key is None:
            return f"<sup>{escape_html(label)}</sup>"
        self.references[key] += 1
        label = escape_html(label_of_key(key))
        return (
            f'<sup id="{_name_reference(key, self.references[key])}"><a class="footnote-ref" '
            f'aria-label="{escape(t("order_text.footnote", label=label_of_key(key)))}" '
            f'aria-details="fn:{key}" href="#fn:{key}">{label}</a></sup>'
        )

    def _anchor_paragraph(self, offset: int) -> Iterator[Anchor]:
        """Yield the anchor of the court's own paragraph number: `#para-12`."""
        if offset in self.paragraphs:
            yield Anchor(0, f'<span id="para-{self.paragraphs[offset]}"></span>')

    def _anchor_lines(self, block: Block) -> Iterator[Anchor]:
        """Yield an anchor where each numbered line of pleading paper begins: `#L2-13`.

        The style sheet draws the number: in the text it would be copied and found as a word. A line
        that drifts next to two numbers is anchored once.
        """
        for place in block.places:
            if place.printed_line is None or (place.page, place.printed_line) in self.printed_lines:
                continue
            self.printed_lines.add((place.page, place.printed_line))
            name = f"L{place.page}-{place.printed_line}"
            html = f'<span class="line-mark" id="{name}" data-line="{place.printed_line}"></span>'
            yield Anchor(place.offset, html)

    def _anchor_evidence(self, block: Block, offset: int) -> Iterator[Anchor]:
        for one in self.evidence:
            if offset <= one.start < offset + len(block.text):
                mark = f'<span class="evidence-mark" id="{one.name}"></span>'
                yield Anchor(one.start - offset, mark)

    def _mark_page(self, page: int) -> str:
        label = self.clean.label_page(page)
        word = escape(t("order_text.page_word" if label else "order_text.sheet_word"))
        named = f' id="at-{escape(label)}"' if label and page not in self.pages else ""
        words = f'<span class="page-mark__word"{named}>{word} </span>{escape(label or page)}'
        if page in self.confidences:
            sure = t("order_text.ocr", sure=round(self.confidences[page]))
            words += f'<span class="page-mark__ocr"> {escape(sure)}</span>'
        if page in self.pages:  # a footnote that runs over the same page end
            return f'<span class="page-mark">{words}</span>'
        self.pages.add(page)
        anchor = f"at-{escape(label)}" if label else f"page-{page}"
        # It leads to itself: no stop of the Tab key.
        return f'<a class="page-mark" id="page-{page}" href="#{anchor}" tabindex="-1">{words}</a>'


def _level(block: Block) -> int:
    return min(_FIRST_HEADING - 1 + max(block.level, 1), 6)


def _nest_levels(run: Run) -> Iterator[int]:
    """Yield each block's heading level in HTML, which may skip none; 0 in notes."""
    above: list[int] = []
    for one in run.blocks:
        if one.block.kind is BlockKind.HEADING:
            while above and above[-1] >= _level(one.block):
                above.pop()
            above.append(_level(one.block))
        yield 0 if run.note else min(_FIRST_HEADING - 1 + max(len(above), 1), 6)


def _name_reference(key: str, number: int) -> str:
    return f"fnref{number if number > 1 else ''}:{key}"


def _introduce(run: Run, number: int) -> Iterator[_Written]:
    if run.part:
        yield _Written(
            f'<h2 class="part-heading" id="part-{number}" data-search-exclude>'
            f"{escape_html(name_part(run.part))}</h2>"
        )
    if run.note:
        words = escape_html(t("order_text.untied_note", label=run.note.label))
        yield _Written(f'<p class="untied-note">{words}</p>')


def _list_headings(run: Run) -> Iterator[Section]:
    """Yield each outer heading with the inner ones below it."""
    above, outer = 0, None
    for _, block, anchor, _ in run.blocks:
        level, section = _level(block), Section(anchor, block.text)
        if block.kind is not BlockKind.HEADING or level > _LAST_LISTED or not block.text.strip():
            continue
        if outer and level > above:
            outer = replace(outer, sections=(*outer.sections, section))
            continue
        if outer:
            yield outer
        above, outer = level, section
    if outer:
        yield outer


def _write_table(
    block: Block, links: Sequence[LinkedSpan], marks: Sequence[Mark], anchors: Sequence[Anchor]
) -> str:
    """Return a table; its first row is a head, unless it begins with a digit: a list of entries."""
    width = max(len(row) for row in block.rows)
    has_head = not any(
        block.text[cell.start : cell.end][:1].isdigit() for cell in block.rows[0][:1]
    )
    rows = []
    for place, row in enumerate(block.rows):
        cells = [
            write_line(HTML, block, links, marks, anchors, within=(cell.start, cell.end))
            for cell in row
        ]
        cells += [""] * (width - len(row))
        tags = ["td" if place or not cell or not has_head else "th" for cell in cells]
        written = (f"<{tag}>{cell}</{tag}>" for tag, cell in zip(tags, cells, strict=True))
        rows.append(f"<tr>{''.join(written)}</tr>")
    head = f"<thead>{rows.pop(0)}</thead>\n" if has_head else ""
    body = "\n".join(rows)
    return f"<table>\n{head}<tbody>\n{body}\n</tbody>\n</table>"


def _join_quotes(written: Iterable[_Written]) -> Iterator[str]:
    """Yield the HTML of blocks; quotations in a row are paragraphs of one."""
    for is_quote, group in groupby((one for one in written if one.html), lambda one: one.is_quote):
        lines = [one.html for one in group]
        yield from ["<blockquote>", *lines, "</blockquote>"] if is_quote else lines


def _write_note(key: str, written: Sequence[_Written], references: int) -> str:
    """Return a note with a link back to each of its marks, at the end of its last paragraph."""
    label = label_of_key(key)
    words = escape(t("order_text.back_to_mark", label=label))
    ways = "".join(
        f'&#160;<a class="footnote-backref" href="#{_name_reference(key, number)}" '
        f'title="{words}" aria-label="{words}">&#8617;</a>'
        for number in range(1, references + 1)
    )
    lines = list(_join_quotes(written))
    if lines and lines[-1].endswith("</p>"):
        lines[-1] = f"{lines[-1].removesuffix('</p>')}{ways}</p>"
    else:
        lines.append(f"<p>{ways.removeprefix('&#160;')}</p>")
    value = f' value="{int(label)}"' if label.isdecimal() else ""
    shown = "\n".join(lines)
    return f'<li id="fn:{key}" data-label="{escape_html(label)}"{value}>\n{shown}\n</li>'


def _close_notes(notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield '<div class="footnote" role="doc-endnotes">\n<hr>\n<ol>'
        yield from notes
        yield "</ol>\n</div>"
