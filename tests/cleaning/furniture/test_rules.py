"""Rules drawn down a page leave; a section's sign stays, however often it is in one column."""

from build_scripts.cleaning.furniture.rules import find_upright_rules
from build_scripts.cleaning.lines import Line
from tests.tables import each_row


@each_row()
def test_signs_in_one_column(text: str, count: int) -> None:
    lines = [Line(number, text) for number in range(1, 5)]
    assert len(find_upright_rules(lines)) == count
