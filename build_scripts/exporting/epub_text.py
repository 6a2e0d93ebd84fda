"""An order as a chapter of a book: its facts, its words with the pages they stand on, its notes."""

from collections.abc import Iterator
from itertools import groupby

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.page import SiteChoices
from build_scripts.pages.body import list_anchors, name_part
from build_scripts.pages.cite.reference import address_order
from build_scripts.pages.escaping import escape_html
from build_scripts.pages.facts import Facts
from build_scripts.pages.footnote_keys import key_footnotes, label_of_key
from build_scripts.pages.spans import HTML, Mark, write_line

_FIRST_HEADING, _LAST_HEADING = 2, 6
_CLASSES = {
    BlockKind.CENTRED: "centred",
    BlockKind.SIGNATURE: "signature",
    BlockKind.COURT: "caption",
    BlockKind.PARTIES: "caption",
    BlockKind.DOCKET: "caption",
    BlockKind.TITLE: "caption",
    BlockKind.REFERENCE: "caption",
}


def write_chapter(archived: ArchivedOrder, said: Facts, choices: SiteChoices) -> str:
    """Return the chapter's XHTML: every word of the order and its notes, in reading order."""
    return "\n".join(
        [
            *_write_facts(said, address_order(archived, choices.site_url)),
            *_Chapter(archived.order.clean).write(),
        ]
    )


def _write_facts(said: Facts, url: str) -> Iterator[str]:
    yield f"<h1>{escape_html(said.get('case') or said['title'])}</h1>"
    number = said.get("docket_number")
    known = (
        said["title"] if said.get("case") else "",
        said.get("court"),
        t("order.number", numbers=number) if number else "",
        said.get("date") or said.get("date_filed"),
        ", ".join(said.get("judges", [])),
    )
    yield f'<p class="facts">{escape_html(". ".join(filter(None, known)))}</p>'
    if said.get("specimen"):
        yield f'<p class="facts">{escape_html(t("head.specimen"))}</p>'
    if cited := said.get("citation"):
        yield f'<p class="facts">{escape_html(cited)}</p>'
    if url:
        yield f'<p class="facts"><a href="{escape_html(url)}">{escape_html(url)}</a></p>'


class _Chapter:
    def __init__(self, clean: CleanOrder) -> None:
        self.clean = clean
        self.keys = key_footnotes(clean)
        self.places = {key: place for place, key in enumerate(self.keys.in_order, start=1)}
        self.pages: set[str] = set()  # ids that were given

    def write(self) -> Iterator[str]:
        located = [block for _, block in self.clean.locate_blocks()]
        anchors = list_anchors(self.clean)
        parts = {part.first: part for part in self.clean.parts}
        of_text = len(self.clean.blocks)
        for number, block in enumerate(self.clean.blocks):
            if number in parts:
                yield f"<h2>{escape_html(name_part(parts[number]))}</h2>"
            yield self._write_block(block, number, anchors[number])
        owners = (place for place, note in enumerate(self.clean.footnotes) for _ in note.blocks)
        numbered = zip(owners, enumerate(located[of_text:], start=of_text), strict=True)
        for place, some in groupby(numbered, key=lambda one: one[0]):
            note = self.clean.footnotes[place]
            lines = [self._write_block(block, number, "") for _, (number, block) in some]
            label = f"<p>{escape_html(note.label)}</p>"
            yield f'<aside id="fn-{place + 1}" epub:type="footnote" role="doc-footnote">'
            yield "\n".join([label, *lines, "</aside>"])

    def _write_block(self, block: Block, number: int, anchor: str) -> str:
        name = f' id="{anchor}"' if anchor else ""
        marks = list(self._list_marks(block, number))
        if block.kind is BlockKind.TABLE and block.rows:
            rows = (
                "".join(
                    f"<td>{write_line(HTML, block, (), marks, within=(cell.start, cell.end))}</td>"
                    for cell in row
                )
                for row in block.rows
            )
            return f"<table{name}>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>"
        line = write_line(HTML, block, (), marks)
        if block.kind is BlockKind.HEADING:
            level = min(_FIRST_HEADING + max(block.level, 1) - 1, _LAST_HEADING)
            return f"<h{level}{name}>{line}</h{level}>"
        if block.kind is BlockKind.QUOTE:
            return f"<blockquote{name}><p>{line}</p></blockquote>"
        kind = f' class="{_CLASSES[block.kind]}"' if block.kind in _CLASSES else ""
        return f"<p{name}{kind}>{line}</p>"

    def _list_marks(self, block: Block, number: int) -> Iterator[Mark]:
        """Where pages begin, as they are cited, and the marks of notes."""
        for page in block.page_marks:
            label = self.clean.label_page(page.page)
            if label:
                name = f"at-{page.page}"
                own = "" if name in self.pages else f' id="{name}"'
                self.pages.add(name)
                yield Mark(
                    page.offset,
                    f'<span class="page" epub:type="pagebreak" role="doc-pagebreak"{own} '
                    f'aria-label="{escape_html(label)}">[{escape_html(label)}]</span>',
                    apart=True,
                )
        for mark, key in zip(block.footnote_marks, self.keys.of_marks[number], strict=True):
            label = escape_html(label_of_key(key) if key else mark.label)
            if key:
                note = f'href="#fn-{self.places[key]}" epub:type="noteref" role="doc-noteref"'
                label = f"<a {note}>{label}</a>"
            yield Mark(mark.offset, f"<sup>{label}</sup>")
