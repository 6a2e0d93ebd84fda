"""Names of cases in short forms: as typed and as printed they are the same."""

from build_scripts.search.case_names import shorten_name
from tests.tables import each_row


@each_row()
def test_short_forms(name: str, expected: str) -> None:
    assert " ".join(shorten_name(name)) == expected
