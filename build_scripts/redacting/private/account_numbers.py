"""Numbers of accounts at banks: by the words before them, and IBANs by their check digits."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector, has_digits

_NAMED = Pattern(
    r"""
    \b (?: (?:accounts?|accts?\.?|a/c|routing|aba|iban|sort[ ]code|wire) (?!\w)
        (?:[ ](?:and[ ])?routing)?
        (?P<said>[ ]?\(?(?:numbers?|nos?\.?|\#|id|code|:)[.:]?){1,2}
      | (?:loan|mortgage|brokerage|checking|savings|member|deposit|bank)(?:[ ]account)?
        [ ](?:numbers?|nos?\.?|\#)[.:]? )
    (?:[ ]?(?:is|was|of|:|=|bearing|\()){0,2} [ ]{0,2}
    (?P<private> (?!\d{1,2}/\d) [A-Z]{0,4} [\d][\d -]{4,30}\d | [A-Z\d][A-Z\d-]{5,30}\d ) (?![\w*-])
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Account No. 0034-556-7788",
        "account number 123456789",
        "acct. # 12345678",
        "routing number 021000021",
        "Loan No. 0012345678",
    ],
    refuses=[
        "account ending in 7788",
        "accounting period 2017",
        "on account of 12,500 shares",
        "account opened on 03/14/2017",
    ],
)
# The kind of account counts as much as the word "number".
_OF_KIND = Pattern(
    r"""
    \b (?: brokerage | bank | checking | savings | deposit | escrow | trust | retirement | pension
      | investment | securities | trading | margin | custodial | payroll | operating | joint
      | money[ ]market | credit | loan | ira | 401\(k\) )
    [ ] (?:accounts?|accts?\.?) ,? [ ] \(?
    (?P<private> (?-i:
        (?! (?:19|20)\d\d [-–] (?:19|20)?\d\d\b | \d{1,2}-\d{1,2}-(?:\d\d){1,2}\b
          | \d\d-[A-Z]{2}- )
        (?: [A-Z]{1,3}-?\d[\d-]{3,20}\d | \d{1,4}-?[A-Z]{1,3}-?\d[\d-]{2,20}\d
          | \d[\d-]{5,20}\d ) ))
    (?![\w*-]) (?![/:,.]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "brokerage account X12-345678",
        "savings account S0045678",
        "Checking Account 7AA-12345",
        "her IRA account Z98-7654321",
        "the escrow account (8812345678)",
        "bank accounts 001122334 and another",
    ],
    refuses=[
        "brokerage account number X12-345678",  # as above
        "the account X-ray of 1234567",
        "savings account 2016-2017",
        "checking account 03-14-2017",
        "trust account 17-CV-02540",
        "bank account xxxxx7788",
        "bank account ABCD_0012345",  # a page of an exhibit
        "bank accounts 1,234,567.89",
        "brokerage account Rule 10b-5",
    ],
)
_IBAN = Pattern(
    r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)",
    accepts=["IBAN GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"],
    refuses=["GB82 WEST", "gb82 west 1234 5698 7654 32", "AGB82WEST12345698765432"],
)
_BLACKED = Pattern(
    r"[xX*]{2,}", accepts=["xxxxx7788", "1234****7788"], refuses=["X12-345678", "0034-556-7788"]
)


def _is_open(number: str) -> bool:
    return has_digits(number) and not _BLACKED.search(number)


def _is_iban(number: str) -> bool:
    """Return whether, by ISO 13616, the country and check digits after the rest leave 1 of 97."""
    number = number.replace(" ", "")
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return len(number) >= 15 and int(digits) % 97 == 1


ACCOUNT_NUMBERS = (
    Detector(PrivateKind.ACCOUNT, _NAMED, takes=_is_open),
    Detector(PrivateKind.ACCOUNT, _OF_KIND, takes=_is_open),
)
IBANS = (Detector(PrivateKind.ACCOUNT, _IBAN, takes=_is_iban),)
