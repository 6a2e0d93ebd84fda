"""Rules drawn down a page leave; a section's sign stays, however often it is in one column."""

import pytest

from build_scripts.cleaning.furniture.rules import find_upright_rules
from build_scripts.cleaning.lines import Line


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("JANE ROE,           §     Civil Action", 4),  # a caption of Texas
        ("JANE ROE,           §", 4),  # and its rows without a right half
        ("a claim under 42 U.S.C. § 1983", 0),  # one list has the sign in one column
        ("see also Penal Code § 12", 0),
    ],
)
def test_signs_in_one_column(text: str, count: int) -> None:
    lines = [Line(number, text) for number in range(1, 5)]
    assert len(find_upright_rules(lines)) == count
