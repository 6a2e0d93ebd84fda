"""Local rules of district courts."""

from build_scripts.citing.local_rules import find_local_rules
from tests.tables import each_row


@each_row()
def test_local_rules(text: str, expected: list[str]) -> None:
    assert [m.normal_form for m in find_local_rules(text)] == expected
