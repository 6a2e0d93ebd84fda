"""Days of birth, by the word before them. A year alone may stay: Fed. R. Civ. P. 5.2(a)(2)."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_MONTH = rf"{MONTH}\.?"
_DAY = rf"""
    {_MONTH} [ ] \d{{1,2}} (?:st|nd|rd|th)? (?:,? [ ] \d{{4}})?
  | \d{{1,2}} (?:st|nd|rd|th)? [ ] (?:day[ ]of[ ]|of[ ])? {_MONTH} ,? (?:[ ] \d{{4}})?
  | \d{{1,2}} [ ]?[/.-][ ]? \d{{1,2}} [ ]?[/.-][ ]? (?:\d{{4}}|\d\d)
  | \d{{4}} - \d\d - \d\d
  | {_MONTH} ,? [ ] (?:19|20)\d\d
"""
_PATTERNS = read_patterns(__package__, "birth_dates.toml", day=_DAY)
_BEHIND = Pattern(
    rf"\b (?P<private> {_DAY} ) [ ]? [(,] [ ]? (?:d\.?o\.?b\b|date[ ]of[ ]birth|birth[ ]?date) ",
    re.VERBOSE | re.IGNORECASE,
    accepts=["3/3/1990 (date of birth)", "March 3, 1990 (DOB)"],
    refuses=["March 3, 1990, the birth", "1990 (DOB)", "3/3/1990 and her date of birth"],
)

BIRTH_DATES = (
    Detector(PrivateKind.BIRTH_DATE, _PATTERNS.NAMED),
    Detector(PrivateKind.BIRTH_DATE, _BEHIND),
)
