"""Whether two names are those of one case."""

from build_scripts.archive.case_names import NameMatch, match_names
from tests.tables import each_row


@each_row(expected=NameMatch)
def test_names(one: str, other: str, expected: NameMatch) -> None:
    assert match_names(one, other) is expected
    assert match_names(other, one) is expected
