"""Papers by name."""

from build_scripts.citing.mentions import keep_disjoint
from build_scripts.citing.papers import find_papers
from tests.tables import each_row, list_with_none


@each_row(expected=list_with_none)
def test_papers(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = keep_disjoint([find_papers(text)])
    assert [(m.normal_form, m.pin_cite) for m in found] == expected
