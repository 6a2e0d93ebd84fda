"""Public data that resemble private data: blanked before a search for shapes alone.

Citations, docket numbers, statutes, amounts, dates and the numbers that lawyers give to papers have
as many digits as a telephone number, in similar groups.
"""

import re

from build_scripts.model.text.pattern_table import read_patterns

BLANK = "\x00"  # no detector takes it for a digit, a letter or a blank

_PATTERNS = read_patterns(__package__, "masks.toml")
_REPORTED = _PATTERNS["REPORTED"]
_DATABASE = _PATTERNS["DATABASE"]
_DOCKET = _PATTERNS["DOCKET"]
_SECTION = _PATTERNS["SECTION"]
_AMOUNT = _PATTERNS["AMOUNT"]
_BATES = _PATTERNS["BATES"]
_NUMBERED = _PATTERNS["NUMBERED"]
_ADDRESS = _PATTERNS["ADDRESS"]
_PIN = _PATTERNS["PIN"]

_MASKS = (
    _ADDRESS,
    _DOCKET,
    _REPORTED,
    _DATABASE,
    _SECTION,
    _AMOUNT,
    _NUMBERED,
    _BATES,
    _PIN,
)


def mask_public_numbers(text: str) -> str:
    """Return `text`, with its length unchanged, with what is surely no private data blanked."""
    for mask in _MASKS:
        text = mask.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return BLANK * (match.end() - match.start())
