"""Numbers of accounts: the words before them, the account's kind, an IBAN's check digits."""

import pytest

from build_scripts.redacting.private.account_numbers import ACCOUNT_NUMBERS, IBANS
from tests.redacting.private.found import list_found


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Account No. 0034-556-7788 at Harbor Bank", ["0034-556-7788"], "the word number"),
        ("acct. # 44556677", ["44556677"], "an abbreviation and a sign"),
        ("brokerage account X12-345678", ["X12-345678"], "the account's kind says as much"),
        ("her savings account S0045678, since closed", ["S0045678"], "a letter without a dash"),
        (
            "Routing number 021000021, account number 9876543210",
            ["021000021", "9876543210"],
            "two in one line",
        ),
        ("Mortgage loan number 1122334455", ["1122334455"], "a loan is an account"),
        ("account ending in 7788", [], "four digits may stay"),
        ("account no. xxxxx7788", [], "it is redacted already"),
        ("account number 1234", [], "too few digits"),
        ("savings account 2016-2017", [], "years"),
        ("checking account 03-14-2017", [], "a date"),
        ("trust account 17-CV-02540", [], "a docket number"),
        ("bank accounts 1,234,567.89 in all", [], "an amount"),
        ("on account of 12,500 shares", [], "no account at all"),
        ("account number 03/14/2017", [], "a date behind the word"),
    ],
)
def test_account_numbers(text: str, words: list[str], why: str) -> None:
    assert list_found(ACCOUNT_NUMBERS, text) == words, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (
            "to GB82 WEST 1234 5698 7654 32 in London",
            ["GB82 WEST 1234 5698 7654 32"],
            "printed in fours",
        ),
        ("DE89370400440532013000", ["DE89370400440532013000"], "printed in one"),
        ("GB83 WEST 1234 5698 7654 32", [], "its check digits are wrong"),
        ("DE89370400440532013001", [], "a digit was changed"),
        ("GB82 WEST 1234", [], "too short"),
    ],
)
def test_ibans(text: str, words: list[str], why: str) -> None:
    assert list_found(IBANS, text) == words, why
