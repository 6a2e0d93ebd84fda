"""Names in capitals are set as the order's own prose spells them."""

from build_scripts.model.text.name_case import to_normal_case
from tests.tables import each_row


@each_row()
def test_a_name_is_spelled_as_in_the_prose(printed: str, prose: str, expected: str) -> None:
    assert to_normal_case(printed, prose) == expected
