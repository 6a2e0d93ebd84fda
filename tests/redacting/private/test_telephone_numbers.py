"""Telephone numbers: by their shape, shorter ones by the words before them."""

import pytest

from build_scripts.redacting.private.telephone_numbers import TELEPHONE_NUMBERS
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("call (415) 555-0123 now", ["(415) 555-0123"], "its shape"),
        ("1-800-555-0199 ext. 12", ["1-800-555-0199 ext. 12"], "with an extension"),
        ("+44 20 7946 0958", ["+44 20 7946 0958"], "another country's"),
        ("Tel. 555-0123", ["555-0123"], "the word says so, without an area"),
        ("she called 555-0142 twice", ["555-0142"], "a verb says so"),
        ("Nos. 212-555-0100 and 212-555-0101", [], "numbers of papers"),
        ("115-555-0123", [], "no such area"),
        ("phone number ending in 0123", [], "four digits"),
        ("212 Cal. App. 4th 415", [], "a citation"),
    ],
)
def test_telephone_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(TELEPHONE_NUMBERS, text) == words, why
