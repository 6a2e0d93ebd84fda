"""An order's body and notes composed for a page: the shape of each kind of block."""

import random
import re
from dataclasses import dataclass

from build_scripts.model.clean_order import BlockKind
from tools.evaluation.prose import KnownBlock, KnownOrder
from tools.evaluation.typesetting import (
    Face,
    Measure,
    Piece,
    SetLine,
    Shape,
    Word,
    list_words,
    set_block,
)

OUTER = re.compile(r"[IVX]+\.|[A-Z ]+$")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set; widths in points (in columns for text set with one width)."""

    column: float
    size: float = 12.0
    note_size: float = 10.0
    pitch: float = 24.0
    tight: float = 12.0  # pitch of quotations and notes
    indent: float = 36.0
    quote_indent: float = 36.0
    align: str = "left"
    gap: float = 0.0  # blank between paragraphs
    list_style: str = "hanging"  # or "first", as a paragraph
    outer_align: str = "centred"
    hyphenate: bool = False
    note_indent: float = 0.0
    note_gap: float = 0.0
    note_label_raised: bool = True
    signature_left: float = 0.5  # of the column


def draw_setting(chance: random.Random, column: float, pitch: float, **given: object) -> Setting:
    """A setting with what authors vary at will drawn at random."""
    drawn: dict[str, object] = {
        "align": chance.choice(("left", "left", "justified")),
        "list_style": chance.choice(("hanging", "first")),
        "outer_align": chance.choice(("centred", "centred", "left")),
        "note_label_raised": True,
        "note_gap": 0.0,
    }
    return Setting(column=column, pitch=pitch, **{**drawn, **given})  # type: ignore[arg-type]


def compose_body(order: KnownOrder, setting: Setting, measure: Measure) -> list[SetLine]:
    """All lines of the body, the signature's included."""
    lines: list[SetLine] = []
    index = 0
    for block in order.blocks:
        shape = _shape(block, setting)
        words = list_words(block.runs, Face(setting.size, bold=shape.bold), index)
        index += len(words)
        if block.bullet:
            bullet = Word([Piece("•", Face(setting.size))], words[0].index)
            words.insert(0, bullet)
        hyphenate = setting.hyphenate and block.kind not in (
            BlockKind.HEADING,
            BlockKind.SIGNATURE,
        )
        lines.extend(set_block(words, shape, setting.column, measure, hyphenate))
    return lines


def compose_notes(
    order: KnownOrder, setting: Setting, measure: Measure
) -> dict[str, list[SetLine]]:
    """Each note's lines by its label; the label is the first word, or glued to it where raised."""
    notes = {}
    face = Face(setting.note_size)
    for note in order.notes:
        words = list_words(note.runs, face, 0)
        if setting.note_label_raised:
            words[0].pieces.insert(0, Piece(note.label, Face(setting.note_size, raised=True)))
        else:
            words.insert(0, Word([Piece(note.label, face)], 0))
        align = "justified" if setting.align == "justified" else "left"
        shape = Shape(
            first=setting.note_indent,
            pitch=setting.tight,
            align=align,
            before=setting.note_gap,
        )
        notes[note.label] = set_block(words, shape, setting.column, measure, setting.hyphenate)
    return notes


def _shape(block: KnownBlock, setting: Setting) -> Shape:
    kind = block.kind
    if kind is BlockKind.HEADING:
        outer = OUTER.match(block.text) is not None
        centred = outer and setting.outer_align == "centred"
        return Shape(
            left=setting.indent if centred or not outer else 0,
            right=setting.indent,
            align="centred" if centred else "left",
            hang=0 if centred else setting.indent * (0.75 if outer else 0.5),
            pitch=setting.pitch if setting.gap == 0 else setting.tight,
            before=setting.gap,
            bold=True,
            keep=True,
        )
    if kind is BlockKind.QUOTE:
        return Shape(
            left=setting.quote_indent,
            right=setting.quote_indent,
            align=setting.align,
            pitch=setting.tight,
            before=max(setting.gap, setting.pitch - setting.tight),
        )
    if kind is BlockKind.SIGNATURE:
        dated = block.text.startswith("Dated")
        return Shape(
            left=0 if dated else setting.column * setting.signature_left,
            pitch=setting.tight,
            before=setting.tight if dated else (3 * setting.tight if _is_name(block) else 0),
            keep=True,
        )
    if kind is BlockKind.LIST_ITEM:
        hanging = setting.list_style == "hanging"
        return Shape(
            left=setting.indent if hanging else 0,
            first=0 if hanging else setting.indent,
            hang=setting.indent * 0.5 if hanging else 0,
            align=setting.align,
            pitch=setting.pitch,
            before=setting.gap,
        )
    return Shape(
        first=0 if block.flush else setting.indent,
        align=setting.align,
        pitch=setting.pitch,
        before=setting.gap,
    )


def _is_name(block: KnownBlock) -> bool:
    return not block.text.startswith(("Dated", "United States"))
