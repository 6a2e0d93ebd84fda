"""Pin cites and the parentheses with court and year, as they follow a citation's core."""

from dataclasses import dataclass

from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern_table import read_patterns

# Accepted: "1206", "*2-3", "71 n. 10", "1206 & n.3", "437-40 & n. 25", "nn.3-4". A page list ends
# before anything that is not a page, so that ", 104 S. Ct. 1482" is cut off by the caller.
_NOTE = r"(?:&\s?)?(?:n{1,2}\.|fn\.|notes?\s)\s?\d{1,4}(?:[-–]\d{1,4})?"
_PAGE = rf"(?:\*{{1,2}}\s?)?\d{{1,6}}(?:\s?[-–—]\s?(?:\*{{1,2}}\s?)?\d{{1,6}})?(?:,?\s?{_NOTE})?"
_PAGES = rf"{_PAGE}(?:,\s?(?:&\s?|and\s)?{_PAGE}|\s?&\s?{_PAGE}){{0,12}}"
_PARAGRAPHS = (
    r"¶{1,2}\s?\d{1,4}(?:\([a-z0-9]\))?(?:\s?[-–—]\s?\d{1,4})?"
    r"(?:,\s?(?:and\s|&\s)?\d{1,4}(?:\s?[-–—]\s?\d{1,4})?){0,40}"
)

PIN = rf"""
    (?: \d{{1,4}}:\d{{1,2}}(?:[-–]\d{{1,4}}(?::\d{{1,2}})?)?(?![\d:])
      | (?: p{{1,2}}\.\s? | pages?\s )? (?: {_PAGES} ) (?: \s?\(¶{{1,2}}\s?[\d,–\-\s]{{1,30}}\) )?
      | {_PARAGRAPHS}
      | {_NOTE}
      | (?:Page\s?ID|PID|Pg\.?\s?ID)\.?\s?(?:Nos?\.?\s?)?[\#:]{{0,2}}\s?\d{{1,6}}(?:[-–]\d{{1,6}})?
    )
"""

_PATTERNS = read_patterns(
    __package__, "pins.toml", pin=PIN, paragraphs=_PARAGRAPHS, pages=_PAGES, month_begun=MONTH_BEGUN
)
PIN_ALONE = _PATTERNS.PIN_ALONE
AFTER_ID = _PATTERNS.AFTER_ID
COURT_ALONE = _PATTERNS.COURT_ALONE
YEAR_BEFORE = _PATTERNS.YEAR_BEFORE


@dataclass(frozen=True, slots=True)
class CourtAndYear:
    """The court and year in the parentheses after a citation."""

    court: str
    year: int
    end: int


def read_pin(text: str, start: int, limit: int) -> tuple[str | None, int]:
    """Return the pin cite printed at `start` (None if there is none) and where it ends.

    Nothing at or after `limit`, where the next citation begins, is read.
    """
    match = _PATTERNS.AFTER_CORE.match(text, start, limit)
    if match is None:
        return None, start
    return match["pin"].strip(), match.end()


def read_court_and_year(text: str, start: int) -> CourtAndYear | None:
    """Return court and year if they are at `start` in parentheses."""
    place = (text, start, min(len(text), start + 140))
    match = _PATTERNS.COURT_AND_YEAR.match(*place) or _PATTERNS.BRACKETED_YEAR.match(*place)
    if match is None:
        return None
    return CourtAndYear(match["court"].strip(" ,"), int(match["year"]), match.end())
