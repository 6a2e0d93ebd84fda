"""Federal, circuit, state rules."""

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.rules import find_rules
from tests.tables import each_row


@each_row()
def test_rules(text: str, expected: list[str]) -> None:
    assert [m.normal_form for m in keep_disjoint([find_rules(text)])] == expected
