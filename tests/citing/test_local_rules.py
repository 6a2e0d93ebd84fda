"""Local rules of district courts."""

import pytest

from build_scripts.citing.local_rules import find_local_rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # three spellings of one rule
        ("Civ. L.R. 7-1(b)", ["Civ. L.R. 7-1(b)"]),
        ("Civil L.R. 7-1(b)", ["Civ. L.R. 7-1(b)"]),
        ("Civil Local Rule 7-1(b)", ["Civ. L.R. 7-1(b)"]),
        ("ADR L.R. 3", ["ADR L.R. 3"]),
        ("L.R. 7-3", ["L.R. 7-3"]),
        ("Local Rule 230", ["L.R. 230"]),
        ("Local Civil Rule 65.1(d)", ["Civ. L.R. 65.1(d)"]),
        ("C.D. Cal. L.R. 79-5.2.1", ["C.D. Cal. L.R. 79-5.2.1"]),
        ("Civil Local Rules 16-9 and 16-10.", ["Civ. L.R. 16-9", "Civ. L.R. 16-10"]),
        ("Rule 12", []),
        ("the local rules", []),
    ],
)
def test_local_rules(text: str, expected: list[str]) -> None:
    assert [m.normal_form for m in find_local_rules(text)] == expected
