import pytest

from build_scripts.describing.division import find_division
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import evidence_of, make_order


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("SAN JOSE DIVISION", "San Jose Division", "SAN JOSE DIVISION"),
        ("San Francisco Division", "San Francisco Division", "San Francisco Division"),
        # a place of holding court, as the Western District of Washington prints it
        ("AT SEATTLE", "At Seattle", "AT SEATTLE"),
        # behind the district, as law reports print it
        (
            "United States District Court, N.D. Illinois, Eastern Division.",
            "Eastern Division",
            "Eastern Division",
        ),
    ],
)
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
