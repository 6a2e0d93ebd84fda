from collections.abc import Callable

import pytest

from build_scripts.describing.run_together import is_caption_run, split_head
from build_scripts.model.clean_order import Block, BlockKind
from tests.describing.specimens import PLACES
from tests.measured_work import MOST_GROWTH, measure_growth
from tests.tables import each_row, list_of_tuples

P, D, C = BlockKind.PARTIES, BlockKind.DOCKET, BlockKind.CENTRED


def split(text: str) -> list[tuple[BlockKind, str]]:
    block = Block(P, text, PLACES)
    pieces = split_head(block)
    assert all(block.text[start:].startswith(piece.text) for start, piece in pieces)
    return [(piece.kind, piece.text) for _, piece in pieces]


@each_row(expected=list_of_tuples)
def test_split_head(text: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert split(text) == expected


@each_row()
def test_captions(text: str) -> None:
    assert is_caption_run(text)


@each_row()
def test_prose(text: str) -> None:
    assert not is_caption_run(text)


@pytest.mark.parametrize(
    "work",
    [
        lambda size: split("Civ. No. 1-1 " * size),
        lambda size: split("KEEL et al. v. " * size),
        lambda size: is_caption_run("KEEL AND " * 5 * size + "v. TILLER"),
    ],
)
def test_work_over_long_heads_is_linear(work: Callable[[int], object]) -> None:
    assert measure_growth(work, 20_000) < MOST_GROWTH
