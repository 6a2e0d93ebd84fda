"""By which names a text may call a case."""

from build_scripts.citing.case_index import short_names
from tests.tables import each_row


@each_row()
def test_short_names(name: str, expected: list[str]) -> None:
    names = short_names(name)
    assert list(dict.fromkeys(names)) == expected
