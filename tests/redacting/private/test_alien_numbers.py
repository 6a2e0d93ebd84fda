"""Numbers of aliens' files: by their shape, or by the words before them."""

import pytest

from build_scripts.redacting.private.alien_numbers import ALIEN_NUMBERS
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (
            "Agency No. A200-123-456",
            ["A200-123-456"],
            "as an immigration court's caption prints it",
        ),
        ("A 012 345 678", ["A 012 345 678"], "with blanks"),
        ("A98-765-432", ["A98-765-432"], "the old ones have eight digits"),
        ("alien number 123456789", ["123456789"], "the words say so, without the letter"),
        ("A00012345", [], "a page of an appendix"),
        ("AA123456789", [], "another letter before it"),
        ("A123-456 789", [], "its groups are parted by two signs"),
        ("Exhibit A 12", [], "an exhibit"),
    ],
)
def test_alien_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(ALIEN_NUMBERS, text) == words, why
