import pytest

from build_scripts.describing.paper_kind import judge_is_order
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import Line, make_order

T = BlockKind.TITLE


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (((T, "ORDER GRANTING MOTION TO DISMISS"),), True),
        (((T, "MEMORANDUM"),), True),
        (
            ("LEE, Circuit Judge:", "We affirm the judgment of the district court in this case."),
            True,
        ),
        # papers of parties
        (((T, "DEFENDANT’S NOTICE OF MOTION AND MOTION TO DISMISS"),), False),
        (("COMPLAINT FOR DAMAGES", "Plaintiff alleges:", "PRAYER FOR RELIEF"), False),
        (((T, "MEMORANDUM OF POINTS AND AUTHORITIES"),), False),
        (((T, "NOTICE OF APPEAL"),), False),
        (("Dear Judge Lee:", "I write about the schedule."), False),
        (("Minutes of the bakery's annual meeting",), False),
    ],
)
def test_judge_is_order(lines: tuple[Line, ...], expected: bool) -> None:
    assert judge_is_order(make_order(*lines)).value is expected
