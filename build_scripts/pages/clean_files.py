"""An order's text without its page, as files: Markdown with its facts on top, and plain words."""

from collections.abc import Iterator
from functools import partial

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.page import DataFile
from build_scripts.pages.body import render_reading_copy
from build_scripts.pages.front_matter import (
    describe_order,
    describe_place,
    write_front_matter,
)

MARKDOWN = "order.md.txt"
"""Markdown; a file called ".md" would become a page of the site."""
TEXT = "order.txt"


def list_clean_files(archived: ArchivedOrder) -> Iterator[DataFile]:
    """Yield `<address>/order.md.txt` and `<address>/order.txt`, in UTF-8."""
    for name, write in ((MARKDOWN, write_markdown), (TEXT, write_text)):
        yield DataFile(f"{archived.address}/{name}", partial(write, archived))


def write_markdown(archived: ArchivedOrder) -> bytes:
    """Return the order as Markdown: front matter as its page has, its text, footnotes as `[^1]`."""
    facts = {**describe_order(archived.order), **describe_place(archived)}
    body = render_reading_copy(archived.order.clean)
    return f"{write_front_matter(facts)}\n{body}\n".encode(errors="replace")


def write_text(archived: ArchivedOrder) -> bytes:
    """Return the order's words: paragraphs parted by an empty line, quotations set in.

    Footnote marks stand in brackets, `[1]`, and so do the labels of the notes, at the end. A
    table has a line a row, its cells parted by tabs.
    """
    clean = archived.order.clean
    parts = [t("order_text.specimen")] if clean.specimen else []
    parts += [_write_block(block) for block in clean.blocks]
    for note in clean.footnotes:
        first, *others = [_write_block(block) for block in note.blocks] or [""]
        parts += [f"[{note.label}] {first}".rstrip(), *others]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _write_block(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        rows = ([_mark_notes(block, cell.start, cell.end) for cell in row] for row in block.rows)
        return "\n".join("\t".join(cells).rstrip() for cells in rows)
    words = _mark_notes(block, 0, len(block.text))
    return f"    {words}" if block.kind is BlockKind.QUOTE else words


def _mark_notes(block: Block, start: int, end: int) -> str:
    """Return the characters from `start` to `end` with their footnote marks."""
    written, done = [], start
    for mark in sorted(block.footnote_marks, key=lambda mark: mark.offset):
        if start <= mark.offset < end or mark.offset == end == len(block.text):
            written += [block.text[done : mark.offset], f"[{mark.label}]"]
            done = mark.offset
    return "".join([*written, block.text[done:end]])
