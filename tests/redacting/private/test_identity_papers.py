"""Numbers of driver's licenses and passports, by the words before them."""

import pytest

from build_scripts.redacting.private.identity_papers import (
    LICENCE_NUMBERS,
    PASSPORT_NUMBERS,
)
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("driver's license number D1234567", ["D1234567"], "a letter and digits"),
        ("Driver License No. F123-456-78-900-0", ["F123-456-78-900-0"], "in groups"),
        ("DL# 12345678", ["12345678"], "an abbreviation"),
        ("driver's license was suspended in 2017", [], "a year"),
        ("driver's license no. 1234", [], "too few digits"),
        ("license number D1234567", [], "of another license, which is public"),
    ],
)
def test_licence_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(LICENCE_NUMBERS, text) == words, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("passport number 123456789", ["123456789"], "nine digits"),
        ("U.S. Passport No. C01234567", ["C01234567"], "a letter before them"),
        ("passport expired in 2017", [], "a year"),
        ("passport, Exhibit 12", [], "an exhibit"),
    ],
)
def test_passport_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(PASSPORT_NUMBERS, text) == words, why
