"""Numbers of payment cards: groups of digits that begin as an issuer's and pass the check."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_SHAPED = Pattern(
    r"""
    (?<![\w.$-])
    (?: (?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6\d{3}|35\d\d|30\d\d|36\d\d|38\d\d) (?:[ –-]?\d{4}){3}
      | 3[47]\d\d [ –-]? \d{6} [ –-]? \d{5}
      | 3(?:0[0-5]|[68]\d)\d [ –-]? \d{6} [ –-]? \d{4} )
    (?![\w–-]*\d)
    """,
    re.VERBOSE,
    accepts=["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005", "3782 822463 10005"],
    refuses=[
        "1111 1111 1111 1111",  # no issuer's
        "xxxx xxxx xxxx 1111",
        "14111111111111111",
        "$4111111111111111",
    ],
)
_NAMED = Pattern(
    r"""
    \b (?: (?:credit|debit|charge|payment|bank|gift)[ ]cards? | card | visa | mastercard
      | american[ ]express | amex | discover )
    (?:[ ]?(?:card|account|numbers?|nos?\.?|\#|is|was|:|=|bearing|the)[.:]?){1,4} [ ]{0,2}
    (?P<private> \d{4} (?:[ –-]?\d){9,15} ) (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "card number 4111 1111 1111 1112",  # a scan misread a digit
        "Visa No. 4111111111111",
    ],
    refuses=["card ending in 1111", "a card of 4111 1111 1111 1111", "visa 4111 1111 1111 1111"],
    needs=["card", "visa", "amex", "american express", "discover"],
)


def passes_luhn(number: str) -> bool:
    """Return whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    digits = [int(character) for character in number if character.isdigit()]
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


CARD_NUMBERS = (
    Detector(PrivateKind.CARD, _SHAPED, by_shape=True, takes=passes_luhn),
    Detector(PrivateKind.CARD, _NAMED),
)
