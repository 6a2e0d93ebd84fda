"""Public data that resemble private data: blanked before a search for shapes alone.

Citations, docket numbers, statutes, amounts, dates and the numbers that lawyers give to papers have
as many digits as a telephone number, in similar groups.
"""

import re

from build_scripts.model.text.pattern_table import read_patterns

BLANK = "\x00"  # no detector takes it for a digit, a letter or a blank

_PATTERNS = read_patterns(__package__, "masks.toml")

_MASKS = (
    _PATTERNS.ADDRESS,
    _PATTERNS.DOCKET,
    _PATTERNS.REPORTED,
    _PATTERNS.DATABASE,
    _PATTERNS.SECTION,
    _PATTERNS.AMOUNT,
    _PATTERNS.NUMBERED,
    _PATTERNS.BATES,
    _PATTERNS.PIN,
)


def mask_public_numbers(text: str) -> str:
    """Return `text`, with its length unchanged, with what is surely no private data blanked."""
    for mask in _MASKS:
        text = mask.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return BLANK * (match.end() - match.start())
