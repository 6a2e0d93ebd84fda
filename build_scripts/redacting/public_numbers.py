"""Public data that resemble private data: blanked before a search for shapes alone.

Citations, docket numbers, statutes, amounts, dates and the numbers that lawyers give to papers have
as many digits as a telephone number, in similar groups.
"""

from build_scripts.model.text.pattern_table import read_rows

BLANK = "\x00"  # no detector takes it for a digit, a letter or a blank
_MASKS = [row.pattern for row in read_rows(__package__, "public_numbers.toml", "mask")]


def mask_public_numbers(text: str) -> str:
    """Return `text`, with its length unchanged, with what is surely no private data blanked."""
    for mask in _MASKS:
        text = mask.sub(lambda match: BLANK * len(match[0]), text)
    return text
