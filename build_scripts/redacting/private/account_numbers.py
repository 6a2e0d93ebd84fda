"""Numbers of accounts at banks: by the word before them, and IBANs by their check digits."""

import re
from collections.abc import Iterator

from build_scripts.model.private_data import PrivateKind
from build_scripts.redacting.private.private_words import PrivateWords
from build_scripts.text.pattern import Pattern

_FEWEST_DIGITS = 5  # four may stay: Fed. R. Civ. P. 5.2(a)(4)
_NAMED = Pattern(
    r"""
    \b (?: (?:accounts?|accts?\.?|a/c|routing|aba|iban|sort[ ]code|wire) (?!\w)
        (?:[ ](?:and[ ])?routing)?
        (?P<said>[ ]?\(?(?:numbers?|nos?\.?|\#|id|code|:)[.:]?){1,2}
      | (?:loan|mortgage|brokerage|checking|savings|member|deposit|bank)(?:[ ]account)?
        [ ](?:numbers?|nos?\.?|\#)[.:]? )
    (?:[ ]?(?:is|was|of|:|=|bearing|\()){0,2} [ ]{0,2}
    (?P<number> (?!\d{1,2}/\d) [A-Z]{0,4} [\d][\d -]{4,30}\d | [A-Z\d][A-Z\d-]{5,30}\d ) (?![\w*-])
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Account No. 0034-556-7788",
        "account number 123456789",
        "acct. # 12345678",
        "routing number 021000021",
        "Loan No. 0012345678",
        "brokerage account X12-345678",
    ],
    refuses=[
        "account ending in 7788",
        "account no. xxxxx7788",
        "accounting period 2017",
        "on account of 12,500 shares",
    ],
)
_IBAN = Pattern(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_BLACKED = Pattern(r"[xX*]{2,}")


def find_account_numbers(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield what a word announces as an account's number."""
    del masked
    for match in _NAMED.finditer(text):
        number = match["number"]
        digits = sum(character.isdigit() for character in number)
        if digits >= _FEWEST_DIGITS and not _BLACKED.search(number):
            yield PrivateWords(
                PrivateKind.ACCOUNT, match.start("number"), match.end("number"), match.start()
            )


def find_ibans(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield international account numbers whose check digits are right."""
    del masked
    for match in _IBAN.finditer(text):
        if _is_iban(match.group().replace(" ", "")):
            yield PrivateWords(PrivateKind.ACCOUNT, match.start(), match.end(), match.start())


def _is_iban(number: str) -> bool:
    """ISO 13616: the country and check digits behind the rest, as a number, leave 1 of 97."""
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return len(number) >= 15 and int(digits) % 97 == 1
