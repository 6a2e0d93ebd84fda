"""Specimen orders for citing: fictional parties, real authorities."""

from collections.abc import Sequence

from build_scripts.citing import cite_order
from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Footnote, Place

_PLACES = (Place(0, 1, 1),)


def make_order(
    *paragraphs: str, notes: Sequence[str] = (), parties: str = "", quotes: Sequence[str] = ()
) -> CleanOrder:
    """Make a clean order; a paragraph also listed in `quotes` is a block quotation."""
    head = (Block(BlockKind.PARTIES, parties, _PLACES),) if parties else ()
    blocks = tuple(
        Block(BlockKind.QUOTE if text in quotes else BlockKind.PARAGRAPH, text, _PLACES)
        for text in paragraphs
    )
    footnotes = tuple(
        Footnote(str(number), (Block(BlockKind.PARAGRAPH, text, _PLACES),), tied=True)
        for number, text in enumerate(notes, 1)
    )
    return CleanOrder((*head, *blocks), footnotes, (), (), (), page_count=1)


def cite(
    *paragraphs: str, notes: Sequence[str] = (), parties: str = "", quotes: Sequence[str] = ()
) -> tuple[Citation, ...]:
    """Cite a specimen order."""
    return cite_order(make_order(*paragraphs, notes=notes, parties=parties, quotes=quotes))
