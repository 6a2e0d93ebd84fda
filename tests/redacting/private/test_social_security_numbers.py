"""Social Security and taxpayers' numbers: by their shape, or by the words before them."""

from build_scripts.redacting.private.social_security_numbers import SOCIAL_SECURITY_NUMBERS
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_social_security_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(SOCIAL_SECURITY_NUMBERS, text) == words, why
