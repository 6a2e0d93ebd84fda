"""Each order as a judgment in Akoma Ntoso 3.0, the XML that courts and parliaments exchange."""

from collections.abc import Iterator
from pathlib import Path

from build_scripts.data.record import OrderRecord, make_record
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import Block, BlockKind, Footnote
from build_scripts.model.page import SiteChoices
from build_scripts.model.source_text import Style
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.body import CAPTION, list_anchors
from build_scripts.pages.escaping import escape_html, escape_url
from build_scripts.pages.footnote_keys import key_footnotes
from build_scripts.pages.spans import HTML, Dialect, LinkedSpan, Mark, write_line

_TAGS = ((Style.SUPERSCRIPT, "sup"), (Style.ITALIC, "i"), (Style.BOLD, "b"))
_UNKNOWN_DAY = "0001-01-01"


def export_akoma_ntoso(index: ArchiveIndex, choices: SiteChoices, folder: Path) -> None:
    """Write a file for each order into the new `folder`, at the order's address."""
    for archived in map(index.order, index.list_orders()):
        path = folder / f"{archived.address.removeprefix('orders/')}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = write_judgment(archived, make_record(archived, choices.site_url), choices)
        path.write_text(text, encoding="utf-8", newline="\n", errors="replace")


def write_judgment(archived: ArchivedOrder, record: OrderRecord, choices: SiteChoices) -> str:
    """Return the order as one document, with every word of it.

    The caption is the header; all else is its motivation: which paragraphs tell of the case, reason
    or decide is not known. Notes stand at their marks, `eop` where a page ends, by what the next is
    cited by. Citations lead to where the site's own links lead.
    """
    header, body = _Writer(archived, record).write()
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
            f'<judgment name="{_name_type(record)}" contains="originalVersion">',
            *_write_meta(record, choices),
            "<header>",
            *(header or [f"<p>{escape_html(record.title or '')}</p>"]),
            "</header>",
            "<judgmentBody>",
            "<motivation>",
            *(body or ["<p/>"]),
            "</motivation>",
            "</judgmentBody>",
            "</judgment>",
            "</akomaNtoso>\n",
        ]
    )


def _name_type(record: OrderRecord) -> str:
    return (record.order_type or "order").replace(" ", "-")


def _write_meta(record: OrderRecord, choices: SiteChoices) -> Iterator[str]:
    day, court = record.date or record.date_filed, record.court or "unknown"
    own = f"/akn/us/judgment/{court}/{day or 'undated'}/{record.address.rsplit('/', 1)[-1]}"
    dated = f'<FRBRdate date="{day or _UNKNOWN_DAY}" name="{"decided" if day else "unknown"}"/>'
    alias = f'<FRBRalias value="{escape_url(record.url)}" name="page"/>' if record.url else ""
    yield '<meta><identification source="#archive">'
    yield f'<FRBRWork><FRBRthis value="{own}/!main"/><FRBRuri value="{own}"/>{alias}{dated}'
    yield '<FRBRauthor href="#court"/><FRBRcountry value="us"/>'
    for number in record.docket_numbers:
        yield f'<FRBRnumber value="{escape_html(number)}"/>'
    if record.case_name:
        yield f'<FRBRname value="{escape_html(record.case_name)}"/>'
    yield f'</FRBRWork><FRBRExpression><FRBRthis value="{own}/eng/!main"/>'
    yield f'<FRBRuri value="{own}/eng"/>{dated}<FRBRauthor href="#court"/>'
    yield '<FRBRlanguage language="eng"/></FRBRExpression>'
    yield f'<FRBRManifestation><FRBRthis value="{own}/eng/!main.xml"/>'
    yield f'<FRBRuri value="{own}/eng.akn"/>{dated}<FRBRauthor href="#archive"/>'
    yield "</FRBRManifestation></identification>"
    yield '<references source="#archive">'
    yield _refer("TLCOrganization", "archive", choices.archive_owner or choices.site_name)
    yield _refer("TLCOrganization", "court", record.court_name or court)
    for place, judge in enumerate(record.judges, start=1):
        yield _refer("TLCPerson", f"judge-{place}", judge.name or judge.initials or "")
    yield "</references></meta>"


def _refer(kind: str, name: str, shown: str) -> str:
    return f'<{kind} eId="{name}" href="/akn/ontology/{name}" showAs="{escape_html(shown)}"/>'


def _emphasise(words: str, styles: frozenset[Style], before: str) -> str:
    del before
    for style, tag in _TAGS:
        if style in styles:
            words = f"<{tag}>{words}</{tag}>"
    return words


_INLINE = Dialect(HTML.escape, _emphasise)


class _Writer:
    """Writes the blocks of one order."""

    def __init__(self, archived: ArchivedOrder, record: OrderRecord) -> None:
        self.clean = archived.order.clean
        self.located = self.clean.locate_blocks()
        self.keys = key_footnotes(self.clean)
        self.notes = dict(zip(self.keys.in_order, self.clean.footnotes, strict=True))
        self.written: set[str] = set()  # keys of notes that stand at a mark
        self.links = [
            (citation.start, citation.end, cited.url)
            for citation, cited in zip(archived.order.citations, record.citations, strict=True)
            if cited.url
        ]
        self.numbers = {id(block): number for number, (_, block) in enumerate(self.located)}

    def write(self) -> tuple[list[str], list[str]]:
        """Return the lines of the header and of the body; notes without a mark end the body."""
        header: list[str] = []
        body: list[str] = []
        anchors = list_anchors(self.clean)
        for number, block in enumerate(self.clean.blocks):
            is_caption = not body and block.kind in CAPTION
            (header if is_caption else body).append(self._write_block(number, anchors[number]))
        for key, note in self.notes.items():
            if key not in self.written:
                body += [f'<p class="note">{escape_html(note.label)}</p>', *self._list_lines(note)]
        return header, body

    def _write_block(self, number: int, anchor: str = "") -> str:
        offset, block = self.located[number]
        name = f' eId="{anchor}"' if anchor else ""
        marks = list(self._list_marks(number, block))
        links = list(self._list_links(offset, block))
        if block.kind is BlockKind.TABLE and block.rows:
            rows = (
                "".join(
                    f"<td><p>{self._write_cell(block, links, marks, cell.start, cell.end)}</p></td>"
                    for cell in row
                )
                for row in block.rows
            )
            return f"<table{name}>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>"
        line = write_line(_INLINE, block, links, marks)
        if block.kind is BlockKind.QUOTE:
            return f'<block name="quotation"{name}>{line}</block>'
        return f'<p class="{block.kind.value}"{name}>{line}</p>'

    def _write_cell(
        self, block: Block, links: list[LinkedSpan], marks: list[Mark], start: int, end: int
    ) -> str:
        return write_line(_INLINE, block, links, marks, within=(start, end))

    def _list_links(self, offset: int, block: Block) -> Iterator[LinkedSpan]:
        for start, end, url in self.links:
            if offset <= start and end <= offset + len(block.text):
                opening = f'<ref href="{escape_html(escape_url(url))}">'
                yield LinkedSpan(start - offset, end - offset, opening, "</ref>")

    def _list_marks(self, number: int, block: Block) -> Iterator[Mark]:
        for page in block.page_marks:
            label = escape_html(self.clean.label_page(page.page))
            yield Mark(page.offset, f'<eop number="{label}"/>' if label else "<eop/>", apart=True)
        for mark, key in zip(block.footnote_marks, self.keys.of_marks[number], strict=True):
            label = escape_html(mark.label)
            if key is None or key in self.written:
                yield Mark(mark.offset, f"<sup>{label}</sup>")
                continue
            self.written.add(key)
            place = self.keys.in_order.index(key) + 1
            lines = "".join(self._list_lines(self.notes[key]))
            opening = f'<authorialNote marker="{label}" placement="bottom" eId="fn-{place}">'
            yield Mark(mark.offset, f"{opening}{lines or '<p/>'}</authorialNote>")

    def _list_lines(self, note: Footnote) -> list[str]:
        return [self._write_block(self.numbers[id(block)]) for block in note.blocks]
