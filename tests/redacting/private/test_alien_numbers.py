"""Numbers of aliens' files: by their shape, or by the words before them."""

from build_scripts.redacting.private.alien_numbers import ALIEN_NUMBERS
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_alien_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(ALIEN_NUMBERS, text) == words, why
