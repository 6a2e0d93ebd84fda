"""Social-security numbers, and the numbers that taxpayers have instead (ITIN, EIN, PTIN)."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_DASH = r"[ ]?[-–‑][ ]?"
_SHAPED = Pattern(
    rf"""
    (?<![\w.$§-]) (?!000|666) \d{{3}} {_DASH} (?!00)\d\d {_DASH} (?!0000)\d{{4}}
    (?![\w–-]*\d)
    """,
    re.VERBOSE,
    accepts=[
        "219-09-9999",
        "219 – 09 – 9999",
    ],
    refuses=[
        "000-12-3456",  # no such numbers: 42 U.S.C. § 405(c)(2)
        "219-00-9999",
        "xxx-xx-9999",
        "1219-09-9999",
        "219-09-99991",
    ],
)
_NAMED = Pattern(
    r"""
    \b (?: SSNs? | S\.S\.N\.? | SS\#? | soc(?:ial|\.)[ ]sec(?:urity|\.) ) (?![\w])
    (?:[ ]?(?:account|card|number|nos?\.?|\#|is|was|of|and|:|=|-|\()[.:]?){0,4} [ ]{0,2}
    (?P<private> \d{3} [ .–-]{0,3} \d\d [ .–-]{0,3} \d{4} ) (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "SSN: 219099999",
        "Social Security No. 219 09 9999",
        "social security number is 219-09-9999",
        "SSN (219.09.9999)",
    ],
    refuses=["Social Security Ruling 96-2p", "SSN ending in 9999", "SSN 219-09-99991"],
)
_TAXPAYER = Pattern(
    r"""
    \b (?: F?EINs? | I?TINs? | PTINs? | employer['’s]*[ ]identification
      | (?:federal[ ])?tax(?:payer)?(?:['’]s)?[ ](?:payer[ ])?
        (?:identification|identifying|id\b|i\.d\.) ) (?!\w)
    (?:[ ]?(?:\(?\w?[TE]INs?\)?|id|account|numbers?|nos?\.?|\#|is|was|of|:|=|-|\()[.:,]?){0,5}
    [ ]{0,2}
    (?P<private> \d\d[ ]?[-–]?[ ]?\d{7} | \d{3}[ –-]?\d\d[ –-]?\d{4} | P\d{8} ) (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "EIN 12-3456789",
        "taxpayer identification number: 912-34-5678",
        "Tax I.D. No. 12-3456789",
        "FEIN: 123456789",
        "PTIN P01234567",
        "Employer Identification Number (EIN) 12-3456789",
    ],
    refuses=["EIN ending in 6789", "tax year 2017", "a tax of 123456789", "begins 12-3456789"],
)


def _is_taxpayers(number: str) -> bool:
    """Return whether its area is the Internal Revenue Service's: a taxpayer has no other number."""
    return number >= "900"


SOCIAL_SECURITY_NUMBERS = (
    Detector(PrivateKind.SOCIAL_SECURITY, _NAMED),
    Detector(PrivateKind.TAXPAYER, _TAXPAYER),
    Detector(PrivateKind.TAXPAYER, _SHAPED, by_shape=True, takes=_is_taxpayers),
    Detector(PrivateKind.SOCIAL_SECURITY, _SHAPED, by_shape=True),
)
