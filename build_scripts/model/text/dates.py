"""Dates as papers print, stamp and misread them."""

import datetime
import re
from collections.abc import Iterator, Mapping

from build_scripts.model.text.pattern import fold
from build_scripts.model.text.pattern_table import read_patterns

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            # Behind each, how OCR reads it.
            "jan january janumy janua1y januaty januaiy janumry",
            "feb february februmy febrnary februaty februaiy februa1y",
            "mar march",
            "apr april apri1",
            "may",
            "jun june jnne",
            "jul july ju1y jnly",
            "aug august augnst",
            "sep sept september septernber",
            "oct october",
            "nov november novernber",
            "dec december decernber",
        ),
        start=1,
    )
    for name in names.split()
}
# For use in patterns with re.IGNORECASE.
MONTH = (
    r"(?:jan(?:uary|umy|ua1y|uaty|uaiy|umry)?|feb(?:ruary|rumy|rnary|ruaty|ruaiy|rua1y)?|mar(?:ch)?"
    r"|apr(?:il|i1)?|may|june?|jnne|july?|ju1y|jnly|aug(?:ust|nst)?|sept?(?:ember|ernber)?"
    r"|oct(?:ober)?|nov(?:ember|ernber)?|dec(?:ember|ernber)?)"
)
MONTH_IN_FULL = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
MONTH_BEGUN = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"  # whatever follows
)
_DIGIT = r"(?:[ ]?\d)"  # the wheels of a date stamp leave gaps: "JAN 0 5 2011"
_YEAR = rf"(?:1[ ]?[789]|2[ ]?0){_DIGIT}{{2}}"
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_DAYS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        " twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
        " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        start=1,
    )
}
_PATTERNS = read_patterns(__package__, "dates.toml", month=MONTH, year=_YEAR)


def _read_day(match: re.Match[str]) -> int:
    for name in ("day", "day2", "day3", "day4", "day5", "day7", "day8"):
        if match[name]:
            return int(match[name].replace(" ", ""))
    return _DAYS.get("-".join((match["word"] or match["word7"]).lower().split()), 0)


def _read_month(match: re.Match[str]) -> int:
    for name in ("month", "month2", "month5", "month6", "month7", "month8"):
        if match[name]:
            return MONTHS[match[name].lower()]
    return int(match["month3"] or match["month4"])


def _read_year(match: re.Match[str]) -> int:
    if match["month7"]:
        ones = (match["ones"] or "").lower()
        tens = {"twenty": 20, "thirty": 30}.get((match["tens"] or "").lower(), 0)
        return 2000 + tens + (_ONES.index(ones) + 1 if ones in _ONES else 0)
    printed = next(match[name] for name in _YEARS if match[name])
    year = int(printed.replace(" ", ""))
    return year + (2000 if year < 70 else 1900) if year < 100 else year


_YEARS = ("year", "year2", "year3", "year4", "year5", "year6", "year8")


_REACH = 80  # characters of a date next to its hint


def iterate_dates(text: str) -> Iterator[tuple[int, int, datetime.date]]:
    """Yield every full date in a text with its place."""
    hints = [hint.start() for hint in _PATTERNS.HINT.finditer(fold(text))]
    if not hints:
        return
    for match in _PATTERNS.DATE.finditer(text, max(0, hints[0] - _REACH), hints[-1] + _REACH):
        try:
            date = datetime.date(_read_year(match), _read_month(match), _read_day(match))
        except ValueError:
            continue
        yield match.start(), match.end(), date


def parse_date(text: str) -> datetime.date | None:
    """Return the first full date in a text ("01/02/25" is month, day, year), or None."""
    return next((date for _, _, date in iterate_dates(text)), None)
