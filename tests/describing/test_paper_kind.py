import pytest

from build_scripts.describing.paper_kind import is_sure, judge_is_order
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim
from tests.describing.specimens import Line, as_lines, make_order
from tests.tables import each_row

T = BlockKind.TITLE


@each_row(lines=as_lines)
def test_judge_is_order(lines: tuple[Line, ...], expected: bool) -> None:
    assert judge_is_order(make_order(*lines)).value is expected


@pytest.mark.parametrize(
    ("reason", "confidence", "held"),
    [
        ("it looks like a brief (counsel signs)", 0.6, True),
        ("it looks like a brief (counsel signs)", 0.59, False),
        ("it looks like no paper of a court (its words are no order's)", 0.95, True),
        ("it looks like no paper of a court (its words are no order's)", 0.94, False),
    ],
)
def test_a_paper_is_held_back_as_surely_as_a_sign_names_its_kind(
    reason: str, confidence: float, held: bool
) -> None:
    assert is_sure(Claim(False, None, reason, confidence=confidence)) is held
