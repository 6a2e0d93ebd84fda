"""What the catalog's facts and an order's are compared by."""

import pytest

from tests.tables import each_row
from tools.evaluation.catalog import find_serials, is_same_court

pytestmark = pytest.mark.unit


@each_row()
def test_docket_numbers_are_compared_by_year_and_serial(one: str, other: str, same: bool) -> None:
    assert bool(find_serials(one) & find_serials(other)) == same


@each_row()
def test_courts_of_states_are_compared_by_state_and_tier(
    expected: str, got: str, same: bool
) -> None:
    assert is_same_court(expected, got, "1971-06-01") == same
