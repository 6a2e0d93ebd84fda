"""Numbers of accounts: the words before them, the account's kind, an IBAN's check digits."""

from build_scripts.redacting.private.account_numbers import ACCOUNT_NUMBERS, IBANS
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_account_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(ACCOUNT_NUMBERS, text) == words, why


@each_row()
def test_ibans(text: str, words: list[str], why: str) -> None:
    assert list_found(IBANS, text) == words, why
