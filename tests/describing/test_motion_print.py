"""How a motion's words are printed, and what of them is a name."""

import pytest

from build_scripts.describing.motion_print import read_print
from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Span
from tests.describing.specimens import Line, as_lines, make_order
from tests.tables import each_row

T, H = BlockKind.TITLE, BlockKind.HEADING


@each_row(lines=as_lines)
def test_names_keep_their_capitals(
    lines: tuple[Line, ...], motion: str, printed: str | None
) -> None:
    ruling = find_rulings(make_order(*lines))[0].value
    assert (ruling.motion, ruling.printed) == (motion, printed)


@pytest.mark.parametrize("sign", ["[x] ", "(x) ", "| ", "[x] | "])
def test_signs_in_a_row_are_matched_in_one_way(sign: str) -> None:
    """A wording of brackets or strokes does not try every way to pass over those of the text."""
    order = make_order((T, "ORDER"), f"The stipulation {sign * 60}was long.")
    assert read_print(f"stipulation {sign * 25}y", Span(0, 0), order).printed is None
