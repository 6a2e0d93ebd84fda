"""What the catalog's facts and an order's are compared by."""

import pytest

from tools.evaluation.catalog import find_serials, is_same_court

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2:04-cv-91234-ABC", "04 Civ. 91234 (ABC)", True),  # office, kind and initials
        ("CV-2004-91234", "04-91234", True),  # the year's four digits
        ("4321-70", "1:70-cv-04321-M", True),  # the year follows the serial
        ("2:04-cv-91234", "2:04-cv-91235", False),
        ("No. 8991", "8991", True),  # no year
    ],
)
def test_docket_numbers_are_compared_by_year_and_serial(one: str, other: str, same: bool) -> None:
    assert bool(find_serials(one) & find_serials(other)) == same


@pytest.mark.parametrize(
    ("expected", "got", "same"),
    [
        ("Northern District of Ohio", "ohnd", True),
        ("Northern District of Ohio", "ca6", False),
        ("Montana state trial court", "mtjdct", True),  # the catalog names the tier alone
        ("Montana state trial court", "mont", False),
        ("New Jersey state appellate court", "njsuperctappdiv", True),
        ("Idaho state supreme court", "idaho", True),
        ("Idaho state supreme court", "idahoctapp", False),
        ("U.S. Court of Appeals for the Eleventh Circuit", "ca5", True),  # before it was divided
    ],
)
def test_courts_of_states_are_compared_by_state_and_tier(
    expected: str, got: str, same: bool
) -> None:
    assert is_same_court(expected, got, "1971-06-01") == same
