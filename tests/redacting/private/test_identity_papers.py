"""Numbers of driver's licenses and passports, by the words before them."""

from build_scripts.redacting.private.identity_papers import LICENCE_NUMBERS, PASSPORT_NUMBERS
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_licence_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(LICENCE_NUMBERS, text) == words, why


@each_row()
def test_passport_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(PASSPORT_NUMBERS, text) == words, why
