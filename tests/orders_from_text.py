"""Orders made of a few lines of text, for tests that need a stage's real input."""

from collections.abc import Collection
from typing import Any

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceLine, SourceText
from build_scripts.reading import read_order


def read_text(text: str | bytes) -> SourceText:
    """Read text as the file it would be."""
    data = text.encode() if isinstance(text, str) else text
    return read_order(RawOrder.from_bytes("order.txt", data))


def list_lines(source: SourceText) -> list[SourceLine]:
    """The lines with words, of all pages."""
    return [line for page in source.pages for line in page.lines if line.text]


def clean_text(text: str | bytes) -> CleanOrder:
    """Read and clean text."""
    return clean_order(read_text(text))


def list_texts(clean: CleanOrder, kind: BlockKind) -> list[str]:
    """The texts of all blocks of a kind."""
    return [block.text for block in clean.blocks if block.kind is kind]


def show_marks(block: Block) -> str:
    """A block's text with its page marks and footnote marks drawn in: "the [2]court[^1] held"."""
    marks = [(mark.offset, f"[{mark.page}]") for mark in block.page_marks]
    marks += [(mark.offset, f"[^{mark.label}]") for mark in block.footnote_marks]
    text = block.text
    for offset, drawn in sorted(marks, reverse=True):
        text = text[:offset] + drawn + text[offset:]
    return text


def show_parts(order: CleanOrder, names: Collection[str]) -> dict[str, Any]:
    """Return the named parts: `marks` of notes, `heads` left as running heads, `markup` is the form's."""
    parts = {
        "text": order.text,
        "blocks": [[block.kind, block.text] for block in order.blocks],
        "notes": [[note.label, note.text, note.tied] for note in order.footnotes],
        "marks": [mark.label for block in order.blocks for mark in block.footnote_marks],
        "heads": _list_removed(order, RemovalReason.RUNNING_HEAD),
        "markup": _list_removed(order, RemovalReason.MARKUP),
    }
    return {name: parts[name] for name in names}


def _list_removed(order: CleanOrder, reason: RemovalReason) -> list[str]:
    return [removal.text for removal in order.removals if removal.reason is reason]
