"""By which names a text may call a case."""

import pytest

from build_scripts.citing.case_index import short_names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("U.S. v. Booker", ["Booker"]),
        ("U. S. v. Booker", ["Booker"]),
        ("State of Oregon v. Ice", ["Ice"]),
        ("Celotex Corp. v. Catrett", ["Celotex Corp.", "Celotex", "Catrett"]),
        ("U.S. Bank v. Catrett", ["U.S. Bank", "Catrett"]),
        ("In re Winship", ["Winship"]),
    ],
)
def test_short_names(name: str, expected: list[str]) -> None:
    names = short_names(name)
    assert list(dict.fromkeys(names)) == expected
