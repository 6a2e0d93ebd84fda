"""Days of birth: by the words before or behind them; a year alone may stay."""

from build_scripts.redacting.private.birth_dates import BIRTH_DATES
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_birth_dates(text: str, words: list[str], why: str) -> None:
    assert list_found(BIRTH_DATES, text) == words, why
