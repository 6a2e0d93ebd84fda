"""Days of birth: by the words before or behind them; a year alone may stay."""

import pytest

from build_scripts.redacting.private.birth_dates import BIRTH_DATES
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("She was born on March 3, 1990, in Oakhurst.", ["March 3, 1990"], "born"),
        ("DOB: 03/03/1990", ["03/03/1990"], "an abbreviation"),
        ("D/O/B 3-3-90", ["3-3-90"], "another"),
        ("date of birth of the child is 3 March 1990", ["3 March 1990"], "some words between"),
        ("March 3, 1990 (DOB)", ["March 3, 1990"], "the word behind it"),
        ("born in March 1990", ["March 1990"], "a month and its year"),
        ("born in 1990", [], "a year alone may stay"),
        ("date of birth xx/xx/1990", [], "it is redacted already"),
        ("The claim was born; on March 3, 1990, it died.", [], "another clause"),
        ("Filed March 3, 1990", [], "no birth"),
    ],
)
def test_birth_dates(text: str, words: list[str], why: str) -> None:
    assert list_found(BIRTH_DATES, text) == words, why
