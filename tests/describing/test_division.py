import pytest

from build_scripts.describing.division import find_division
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import evidence_of, make_order
from tests.tables import each_row


@each_row()
def test_find_division(text: str, value: str, printed: str) -> None:
    clean = make_order((BlockKind.COURT, text))
    claim = find_division(clean)
    assert claim
    assert claim.value == value
    assert evidence_of(clean, claim) == printed


@pytest.mark.parametrize(
    "text", ["SUPERIOR COURT, APPELLATE DIVISION", "NORTHERN DISTRICT OF CALIFORNIA"]
)
def test_no_division(text: str) -> None:
    assert find_division(make_order((BlockKind.COURT, text))) is None
