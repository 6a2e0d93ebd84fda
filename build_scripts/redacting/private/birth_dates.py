"""Days of birth, by the word before them. A year alone may stay: Fed. R. Civ. P. 5.2(a)(2)."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_MONTH = rf"{MONTH}\.?"
_DAY = rf"""
    {_MONTH} [ ] \d{{1,2}} (?:st|nd|rd|th)? (?:,? [ ] \d{{4}})?
  | \d{{1,2}} (?:st|nd|rd|th)? [ ] (?:day[ ]of[ ]|of[ ])? {_MONTH} ,? (?:[ ] \d{{4}})?
  | \d{{1,2}} [ ]?[/.-][ ]? \d{{1,2}} [ ]?[/.-][ ]? (?:\d{{4}}|\d\d)
  | \d{{4}} - \d\d - \d\d
  | {_MONTH} ,? [ ] (?:19|20)\d\d
"""
_NAMED = Pattern(
    rf"""
    \b (?: born | (?:birth[ ]?dates?|dates?[ ]of[ ]birth|birthdays?
        |d[./]?[ ]?o[./]?[ ]?b\.?) ) (?!\w)
    (?P<gap> [^.;\d]{{0,60}}? ) \b
    (?P<private> {_DAY} ) (?![\w/]) (?!-\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "born on March 3, 1990",
        "DOB: 03/03/1990",
        "date of birth of the child is 3 March 1990",
        "birthday, March 3",
        "D.O.B. 3-3-90",
        "born in March 1990",
    ],
    refuses=["born in 1990", "date of birth xx/xx/1990", "the claim was born; on March 3, 1990"],
)
_BEHIND = Pattern(
    rf"\b (?P<private> {_DAY} ) [ ]? [(,] [ ]? (?:d\.?o\.?b\b|date[ ]of[ ]birth|birth[ ]?date) ",
    re.VERBOSE | re.IGNORECASE,
    accepts=["3/3/1990 (date of birth)", "March 3, 1990 (DOB)"],
    refuses=["March 3, 1990, the birth", "1990 (DOB)", "3/3/1990 and her date of birth"],
)

BIRTH_DATES = (
    Detector(PrivateKind.BIRTH_DATE, _NAMED),
    Detector(PrivateKind.BIRTH_DATE, _BEHIND),
)
