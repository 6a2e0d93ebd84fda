"""Full names that a word beside them says to be a minor's."""

import pytest

from build_scripts.redacting.private.minors_names import MINORS_NAMES
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("her minor son, Peter Vale", ["Peter Vale"], "the word before it"),
        ("Peter Q. Vale, a minor", ["Peter Q. Vale"], "the word behind it, and a middle initial"),
        ("the minor child, P.V.", [], "initials may stand"),
        ("minor plaintiff John Doe", [], "courts invent it"),
        ("a minor change of Peter Vale's", [], "nothing of a child"),
    ],
)
def test_minors_names(text: str, words: list[str], why: str) -> None:
    assert list_found(MINORS_NAMES, text) == words, why
