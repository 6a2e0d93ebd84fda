"""Turn source text into a clean order: remove furniture with a record, join prose.

One file a step: furniture/ takes off what is printed around the order; footnotes.py
separates the notes from the body; documents.py separates other documents in the file;
caption/ takes a caption apart, front_matter.py what follows an appellate one; paragraphs/
groups the rest into blocks, as the form names them or its print shows; tables.py finds tables;
running_text.py joins their lines; parts.py names the kinds of writings that follow the order;
footnote_marks.py ties the notes to their marks; conservation.py proves that no word was lost.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice, takewhile

from build_scripts.cleaning.caption import find_beginning, read_caption
from build_scripts.cleaning.caption.rest import MOST_BLOCKS, find_rest
from build_scripts.cleaning.conservation import check_words
from build_scripts.cleaning.documents import Document, split_documents
from build_scripts.cleaning.footnote_labels import NoteLines
from build_scripts.cleaning.footnote_marks import tie_footnotes
from build_scripts.cleaning.footnotes import raise_lone_marks, separate_footnotes, take_footnotes
from build_scripts.cleaning.front_matter import split_front_matter
from build_scripts.cleaning.furniture import Stripped, strip_furniture
from build_scripts.cleaning.headings import Heading
from build_scripts.cleaning.hyphens import Hyphens, learn_hyphens
from build_scripts.cleaning.law_reports import split_report_cases, split_report_pages
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import measure_margins, pull_in_number
from build_scripts.cleaning.mixed_columns import part_mixed_columns
from build_scripts.cleaning.paragraphs import (
    group_blocks,
    group_note,
    group_plain_lines,
    group_printed_lines,
)
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.wrapped import measure_wrapping
from build_scripts.cleaning.parts import Beginning, find_parts, read_beginning
from build_scripts.cleaning.running_text import RunningText, join_lines
from build_scripts.cleaning.tables import find_tables, join_table
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    HyphenJoin,
    PageMark,
    Removal,
    RemovalReason,
)
from build_scripts.model.source_text import SourceText


def clean_order(source: SourceText) -> CleanOrder:
    """Clean an order of any form.

    Guarantees what conservation.py checks: the words of the source are the words of the result's
    blocks, footnotes and removals. Raises WordsLostError where that fails.
    """
    paged = split_report_pages(source)
    reported = paged is not source
    source, mixed = part_mixed_columns(paged)
    stripped = strip_furniture(source)
    hyphens = cache(lambda: learn_hyphens(line.text for line in stripped.lines))
    body, notes, signs, group = _part_notes(source, stripped)
    documents = split_report_cases(body) if reported else split_documents(body)
    reader = _Reader(group, source.laid_out, hyphens)
    pieces = [reader.read_document(each) for each in documents]
    running = [piece.text for of_document in pieces for piece in of_document]
    levels = _rank_levels([piece.heading for of_document in pieces for piece in of_document])
    kinds = [piece.kind for of_document in pieces for piece in of_document]
    blocks = _freeze_blocks(kinds, running, levels)
    parts = find_parts(blocks, _list_beginnings(documents, pieces))
    note_texts = [
        [_Piece(g.kind, join_lines(g.lines, hyphens)) for g in group_note(note.lines)]
        for note in notes
    ]
    labels = [(note.label, _page_of(note)) for note in notes]
    blocks, tied = tie_footnotes(blocks, labels, raised_only=source.structured)
    clean = CleanOrder(
        blocks=tuple(blocks),
        footnotes=tuple(
            Footnote(note.label, tuple(p.text.to_block(p.kind) for p in texts), index in tied)
            for index, (note, texts) in enumerate(zip(notes, note_texts, strict=True))
        ),
        removals=(*stripped.removals, *map(_remove_sign, signs)),
        joins=_list_joins([*running, *(p.text for texts in note_texts for p in texts)]),
        stamps=stripped.stamps,
        page_count=len(source.pages) if source.paged else 0,
        specimen=_has_removal(stripped.removals, RemovalReason.SPECIMEN_NOTICE),
        mixed_columns=mixed,
        truncated=_has_removal(stripped.removals, RemovalReason.EXTRACT_NOTE),
        ocr_confidence=source.ocr_confidence,
        unread_pages=source.unread_pages,
        damaged_pages=source.damaged_pages,
        parts=parts,
        page_numbers=stripped.printed.numbers,
        page_labels=stripped.printed.labels,
        publisher=stripped.publisher,
    )
    check_words(source, clean)
    return clean


_REST = frozenset(BlockKind) - {BlockKind.HEADING, BlockKind.TABLE}

Grouping = Callable[[Sequence[Line]], list[Group]]


def _part_notes(
    source: SourceText, stripped: Stripped
) -> tuple[list[Line], list[NoteLines], list[Line], Grouping]:
    """Separate body, notes and continuation signs; also return how to group the body's blocks.

    Only what has no structure of its own is guessed at by its margins, columns and line ends.
    """
    if source.structured:
        return (*take_footnotes(stripped.lines), [], group_blocks)
    pulled = [pull_in_number(line) for line in stripped.lines]
    margins = measure_margins(pulled)
    if source.laid_out:
        body, notes, signs = separate_footnotes(pulled, margins, stripped.rules, True)
        if notes:
            margins = measure_margins(body)  # notes are set smaller: more of their columns fit
        return body, notes, signs, partial(group_printed_lines, margins=margins)
    plain = source.plain
    wrapping = measure_wrapping(stripped.lines) if plain else None
    printed = wrapping is not None and wrapping.printed
    lines = raise_lone_marks(stripped.lines) if plain and not printed else stripped.lines
    parted = separate_footnotes(lines, margins, stripped.rules, printed, plain)
    return (*parted, partial(group_plain_lines, wrapping=wrapping))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What becomes a block, where it holds anything."""

    kind: BlockKind
    text: RunningText
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads documents of one order: what is measured of the whole holds for each."""

    group: Grouping
    laid_out: bool
    hyphens: Hyphens

    def read_document(self, document: Document) -> list[_Piece]:
        """Return the pieces of a document's lines: caption, front matter, text."""
        lines = document.lines
        pieces = []
        if document.captioned:
            start = find_beginning(lines, self.laid_out)
            pieces = self._read_text(lines[:start])
            lines = lines[start:]
            caption = read_caption(lines, self.hyphens, self.laid_out)
            front, front_length = split_front_matter(lines[caption.end : caption.body])
            pieces += (_Piece(kind, text) for kind, text in caption.pieces)
            pieces += (_Piece(BlockKind.CENTRED, join_lines(i, self.hyphens)) for i in front)
            lines = lines[caption.end + front_length :]
        at = 0
        for table in find_tables(lines, self.laid_out):
            pieces += self._read_text(lines[at : table.start])
            pieces.append(_Piece(BlockKind.TABLE, join_table(table, self.hyphens)))
            at = table.end
        text = self._read_text(lines[at:])
        if pieces:
            text = _name_rest(text)
        return [*pieces, *text]

    def _read_text(self, lines: Sequence[Line]) -> list[_Piece]:
        groups = self.group(lines)
        return [_Piece(g.kind, join_lines(g.lines, self.hyphens), g.heading) for g in groups]


def _name_rest(pieces: list[_Piece]) -> list[_Piece]:
    """Give the blocks that a caption left below itself their kinds."""
    plain = takewhile(lambda piece: piece.kind in _REST, pieces)
    kinds = find_rest(["".join(piece.text.parts) for piece in islice(plain, MOST_BLOCKS)])
    named = [replace(piece, kind=kind) for piece, kind in zip(pieces, kinds, strict=False)]
    return [*named, *pieces[len(kinds) :]]


def _list_beginnings(
    documents: Sequence[Document], pieces: Sequence[Sequence[_Piece]]
) -> dict[int, Beginning]:
    """Return, for each document but the first, what its lines imply of the block that begins it.

    The first is included if its form names a type: a dissent that is filed alone.
    """
    beginnings = {}
    at = 0
    before: str | None = None
    for index, (document, of_document) in enumerate(zip(documents, pieces, strict=True)):
        beginning = read_beginning(document.lines, before, document.captioned)
        if index or beginning.type:
            beginnings[at] = (
                beginning if index else replace(beginning, document=None, captioned=False)
            )
        before = document.lines[-1].document
        at += sum(1 for piece in of_document if piece.text.length)
    return beginnings


def _rank_levels(headings: Sequence[Heading | None]) -> list[int]:
    """Return outline levels from 1: the ranks of numbering that the order uses, without gaps."""
    used = sorted({heading.enumeration for heading in headings if heading})
    return [used.index(heading.enumeration) + 1 if heading else 0 for heading in headings]


def _freeze_blocks(
    kinds: Sequence[BlockKind], running: Sequence[RunningText], levels: Sequence[int]
) -> list[Block]:
    """Freeze the blocks and mark where each page begins in them."""
    blocks = []
    page = 1
    for kind, text, level in zip(kinds, running, levels, strict=True):
        if not text.length:
            continue
        block = text.to_block(kind, level)
        marks = []
        for offset, of_place, *_ in block.places:
            if of_place > page:
                page = of_place
                marks.append(PageMark(offset, page))
        blocks.append(replace(block, page_marks=tuple(marks)) if marks else block)
    return blocks


def _remove_sign(line: Line) -> Removal:
    return Removal(RemovalReason.PAGE_NUMBER, line.content, line.page, line.number, line.indent)


def _list_joins(texts: Iterable[RunningText]) -> tuple[HyphenJoin, ...]:
    return tuple(join for text in texts for join in text.joins)


def _has_removal(removals: Iterable[Removal], reason: RemovalReason) -> bool:
    return any(removal.reason is reason for removal in removals)


def _page_of(note: NoteLines) -> int:
    return note.lines[0].page if note.lines else 0
