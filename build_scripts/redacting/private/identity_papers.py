"""Numbers of driver's licences and passports, by the word before them."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector, has_digits

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
    (?P<private> [A-Z]{{0,6}}[ -]?\d[\dA-Z -]{{3,20}}\d (?![\w]) )
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
    (?P<private> [A-Z]{{0,2}}\d{{6,9}} | (?=[A-Z\d]*\d{{3}})[A-Z\d]{{8,9}} ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "passport number 123456789",
        "U.S. Passport No. C01234567",
        "passport bearing the number X1234567",
    ],
    refuses=["passport expired in 2017", "passport, Exhibit 12", "passport number 12345"],
)

LICENCE_NUMBERS = (Detector(PrivateKind.LICENCE, _LICENCE, takes=has_digits),)
PASSPORT_NUMBERS = (Detector(PrivateKind.PASSPORT, _PASSPORT, takes=has_digits),)
