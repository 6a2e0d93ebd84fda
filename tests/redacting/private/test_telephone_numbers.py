"""Telephone numbers: by their shape, shorter ones by the words before them."""

from build_scripts.redacting.private.telephone_numbers import TELEPHONE_NUMBERS
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_telephone_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(TELEPHONE_NUMBERS, text) == words, why
