"""Numbers of driver's licences and passports, by the word before them."""

import re
from collections.abc import Iterator

from build_scripts.model.private_data import PrivateKind
from build_scripts.redacting.private.private_words import PrivateWords
from build_scripts.text.pattern import Pattern

_GAP = (
    r"(?:[ (]{0,2}(?:\(?D\.?L\.?\)?|numbers?|nos?\.?|\#|id|i\.d\.|is|was|of|bearing|with|the|:|="
    r"|card|,)[.:,]?){0,5} [ ]{0,2} \(?"
)
_LICENCE = Pattern(
    rf"""
    \b (?: (?:driver|operator)(?:['’]?s|s['’])?['’]?[ ]licen[sc]es?
      | D\.?L\.? (?=[ ]?(?:nos?\.|\#|number|:))
      | (?:state|non-?driver)[ ]identification[ ]card ) (?!\w)
    {_GAP}
    (?P<number> [A-Z]{{0,6}}[ -]?\d[\dA-Z -]{{3,20}}\d (?![\w]) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "driver's license number D1234567",
        "Driver License No. F123-456-78-900-0",
        "DL# 12345678",
        "California driver's licence, number D1234567",
    ],
    refuses=["driver's license was suspended in 2017", "a license number D1234567"],
)
_PASSPORT = Pattern(
    rf"""
    \b passports? (?!\w)
    {_GAP}
    (?P<number> [A-Z]{{0,2}}\d{{6,9}} | (?=[A-Z\d]*\d{{3}})[A-Z\d]{{8,9}} ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "passport number 123456789",
        "U.S. Passport No. C01234567",
        "passport bearing the number X1234567",
    ],
    refuses=["passport expired in 2017", "passport, Exhibit 12", "passport number 12345"],
)
_FEWEST_DIGITS = 5


def find_licence_numbers(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield what is said to be a driver's licence's number."""
    del masked
    return _find(_LICENCE, PrivateKind.LICENCE, text)


def find_passport_numbers(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield what is said to be a passport's number."""
    del masked
    return _find(_PASSPORT, PrivateKind.PASSPORT, text)


def _find(pattern: Pattern[str], kind: PrivateKind, text: str) -> Iterator[PrivateWords]:
    for match in pattern.finditer(text):
        if sum(character.isdigit() for character in match["number"]) >= _FEWEST_DIGITS:
            yield PrivateWords(kind, match.start("number"), match.end("number"), match.start())
