"""Fronts as the courts of this country print them, without layout: numbers and court are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place

_ROWS = Path(__file__).with_name("fronts.tsv")
_PLACES = (Place(0, 1, 1),)
_PROSE = (
    "This matter comes before the Court on the motion of the plaintiff, which was filed in May and"
    " which the defendant opposes."
)


@dataclass(frozen=True)
class Front:
    """A front of fictional parties, and what it says."""

    clean: CleanOrder
    docket_numbers: tuple[str, ...]
    court: str | None


def read_fronts() -> Iterator[Front]:
    """Yield the fronts of `fronts.tsv`, each line a paragraph, prose behind them."""
    for row in _ROWS.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            continue
        front, numbers, court = row.split("\t")
        texts = (*front.split(" / "), _PROSE)
        blocks = tuple(Block(BlockKind.PARAGRAPH, text, _PLACES) for text in texts)
        clean = CleanOrder(blocks, (), (), (), (), page_count=0)
        yield Front(clean, tuple(numbers.split(", ")), court or None)
