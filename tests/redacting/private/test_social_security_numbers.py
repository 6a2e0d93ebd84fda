"""Social Security and taxpayers' numbers: by their shape, or by the words before them."""

import pytest

from build_scripts.redacting.private.social_security_numbers import SOCIAL_SECURITY_NUMBERS
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("beside her name 219-09-9999", ["219-09-9999"], "its shape alone"),
        ("219 – 09 – 9999", ["219 – 09 – 9999"], "with dashes of a typesetter"),
        ("SSN 231456780", ["231456780"], "the word says so, without signs"),
        ("EIN 12-3456789", ["12-3456789"], "an employer's"),
        ("PTIN P01234567", ["P01234567"], "a preparer's"),
        ("000-12-3456", [], "no such number is given out"),
        ("219-00-9999", [], "nor this one"),
        ("xxx-xx-9999", [], "it is redacted already"),
        ("Case No. 219-09-9999", [], "a docket number's word goes before it"),
        ("SSN ending in 9999", [], "four digits may stay"),
    ],
)
def test_social_security_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(SOCIAL_SECURITY_NUMBERS, text) == words, why
