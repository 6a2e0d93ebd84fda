"""Source text in, clean order out: furniture leaves with a record, prose is joined.

The story, one file a step: furniture/ takes off what is printed around the order; footnotes.py
parts the notes from the body; caption/ takes the caption apart, front_matter.py what stands below
an appellate one; paragraphs.py groups the rest to blocks; running_text.py joins their lines;
footnote_marks.py ties the notes to their marks; conservation.py proves that no word was lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_scripts.cleaning.caption import read_caption
from build_scripts.cleaning.conservation import check_words
from build_scripts.cleaning.footnote_marks import tie_footnotes
from build_scripts.cleaning.footnotes import NoteLines, separate_footnotes
from build_scripts.cleaning.front_matter import split_front_matter
from build_scripts.cleaning.furniture import strip_furniture
from build_scripts.cleaning.hyphens import learn_hyphens
from build_scripts.cleaning.margins import measure_margins
from build_scripts.cleaning.paragraphs import Group, group_lines
from build_scripts.cleaning.running_text import RunningText, join_lines
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
    stripped = strip_furniture(source)
    laid_out = source.laid_out
    hyphens = learn_hyphens(line.text for line in stripped.lines)
    margins = measure_margins(stripped.lines)
    body, notes = separate_footnotes(stripped.lines, margins, stripped.rules, laid_out)
    caption = read_caption(body, hyphens)
    front, front_length = split_front_matter(body[caption.end : caption.body])
    groups = group_lines(body[caption.end + front_length :], margins, laid_out)
    running = [
        *caption.pieces,
        *((BlockKind.CENTRED, join_lines(item, hyphens)) for item in front),
        *((group.kind, join_lines(group.lines, hyphens)) for group in groups),
    ]
    levels = _rank_levels(groups)
    blocks = _freeze_blocks(running, [0] * (len(running) - len(levels)) + levels)
    note_texts = [join_lines(note.lines, hyphens) for note in notes]
    blocks, tied = tie_footnotes(blocks, [(note.label, _page_of(note)) for note in notes])
    clean = CleanOrder(
        blocks=tuple(blocks),
        footnotes=tuple(
            Footnote(note.label, (text.to_block(BlockKind.PARAGRAPH),), index in tied)
            for index, (note, text) in enumerate(zip(notes, note_texts, strict=True))
        ),
        removals=stripped.removals,
        joins=_list_joins([text for _, text in running] + note_texts),
        stamps=stripped.stamps,
        page_count=len(source.pages) if source.paged else 0,
        specimen=_has_removal(stripped.removals, RemovalReason.SPECIMEN_NOTICE),
        truncated=_has_removal(stripped.removals, RemovalReason.EXTRACT_NOTE),
        ocr_confidence=source.ocr_confidence,
        unread_pages=source.unread_pages,
    )
    check_words(source, clean)
    return clean


def _rank_levels(groups: Sequence[Group]) -> list[int]:
    """Outline levels from 1: the ranks of numbering that the order uses, closed up."""
    used = sorted({group.heading.enumeration for group in groups if group.heading})
    return [used.index(group.heading.enumeration) + 1 if group.heading else 0 for group in groups]


def _freeze_blocks(
    running: Sequence[tuple[BlockKind, RunningText]], levels: Sequence[int]
) -> list[Block]:
    """Freeze the blocks and mark where each page begins in them."""
    blocks = []
    page = 1
    for (kind, text), level in zip(running, levels, strict=True):
        if not text.length:
            continue
        block = text.to_block(kind, level)
        marks = []
        for place in block.places:
            if place.page > page:
                page = place.page
                marks.append(PageMark(place.offset, page))
        blocks.append(replace(block, page_marks=tuple(marks)))
    return blocks


def _list_joins(texts: Iterable[RunningText]) -> tuple[HyphenJoin, ...]:
    return tuple(join for text in texts for join in text.joins)


def _has_removal(removals: Iterable[Removal], reason: RemovalReason) -> bool:
    return any(removal.reason is reason for removal in removals)


def _page_of(note: NoteLines) -> int:
    return note.lines[0].page if note.lines else 0
