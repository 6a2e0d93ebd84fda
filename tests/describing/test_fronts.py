"""What a front says without layout, in the forms that courts publish."""

import pytest

from build_scripts.describing.court import find_court
from build_scripts.describing.docket_number import find_docket_numbers
from tools.evaluation.gold_rules import fold_docket
from tools.training.fronts import Front, read_fronts


@pytest.mark.parametrize("front", list(read_fronts()), ids=lambda front: front.docket_numbers[0])
def test_a_front_tells_numbers_and_court(front: Front) -> None:
    sure = [claim for claim in find_docket_numbers(front.clean) if (claim.confidence or 0) >= 0.5]
    assert [fold_docket(claim.value.text) for claim in sure] == [
        fold_docket(number) for number in front.docket_numbers
    ]
    court = find_court(front.clean)
    known = court.value.court_id if court and (court.confidence or 0) >= 0.5 else None
    assert known == front.court
