"""Dates as papers print, stamp and misread them."""

import datetime
import re
from collections.abc import Iterator, Mapping

from build_scripts.model.text.pattern import Pattern, fold

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
# For use in patterns with re.IGNORECASE.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTH_IN_FULL = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
MONTH_BEGUN = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"  # whatever follows
)
_DIGIT = r"(?:[ ]?\d)"  # the wheels of a date stamp leave gaps: "JAN 0 5 2011"
_YEAR = rf"(?:1[ ]?[789]|2[ ]?0){_DIGIT}{{2}}"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|d|\*|°))?"
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
_DAY_WORD = r"(?:(?:twenty|thirty)[- ])?[a-z]{5,11}"
_DATE = Pattern(
    rf"""
    (?<![\d/])(?:
        (?<!\w)(?P<month>{MONTH})\b[.,]?[\s_]*-?\s*(?P<day>\d(?:[ ]?\d)?(?!\d)){_ORDINAL}
        \s*[.,]{{0,2}}\s*(?P<year>{_YEAR})
      | (?P<day2>\d{{1,2}}){_ORDINAL}[\s_-]+(?:day[\s_]+of[\s_,]+)?(?P<month2>{MONTH})(?![^\W_])
        [.,_-]{{0,3}}\s*,?\s*(?P<year2>{_YEAR})
      | day\s+of\s+(?P<month5>{MONTH}),?\s+(?P<year5>{_YEAR})\.\s?(?P<day5>\d{{1,2}})(?:st|nd|rd|th)
      | (?P<word>{_DAY_WORD})\s+day\s+of\s+(?P<month6>{MONTH})\b,?\s*(?:A\.?\s?D\.?,?\s*)?
        (?P<year6>{_YEAR})
      | (?:(?P<day7>\d{{1,2}})(?:st|nd|rd|th)|(?P<word7>{_DAY_WORD}))\s+day\s+of\s+
        (?P<month7>{MONTH}),?\s+(?:in\s+the\s+year\s+)?two\s+thousand\s+(?:and\s+)?(?P<tens>twenty|thirty)?[-\s]?
        (?P<ones>[a-z]+)?
      | (?P<month3>\d{{1,2}})(?P<mark>[/-])(?P<day3>\d{{1,2}})(?P=mark)
        (?P<year3>(?:1[789]|20)\d\d|\d{{2}}(?!-))
      | (?P<year4>(?:19|20)\d\d)(?P<dash>[.-])(?P<month4>\d\d)(?P=dash)(?P<day4>\d\d)
      | (?P<year8>(?:19|20)\d\d)[\s-](?P<month8>{MONTH})\b[\s.-]*(?P<day8>\d(?:[ ]?\d)?(?!\d))
    )(?![\d/])
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "May 31, 2017",
        "MAY 31 2022",
        "Jan. 20, 2008",
        "8/23/05",
        "3rd day of May, 2019",
        "31 May 2017",
        "31-MAY-2017",
        "2017-05-31",
        "2017.05.31",
        "2017 MAY -3 PM 2:14",
        "2017-May-31",
        "JAN 0 5 2011",
        "MAY - 2 2013",
        "DEC, 14. 2010",
        "31* day of August, 2011",
        "third day of May, 2019",
        "Entered this day of July, 2018.9th",  # the day was typed over the line, later
        "3rd day of September, two thousand thirteen",
        "05-31-2017",
    ],
    refuses=[
        "May 2017",
        "in 2017 May",
        "__ day of May",
        "1/2",
        "Marbury 31, 2017",
        "in the third of May 2019",
        "08/09/2602",
    ],
)


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


# Every date contains one of these; they are cheap to search for.
_HINT = Pattern(
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d[/.-]\d",
    accepts=["may", "8/23", "05-31", "05.31"],
    refuses=["the order of the court", "2017"],
)
_REACH = 80  # characters of a date next to its hint


def iterate_dates(text: str) -> Iterator[tuple[int, int, datetime.date]]:
    """Yield every full date in a text with its place."""
    hints = [hint.start() for hint in _HINT.finditer(fold(text))]
    if not hints:
        return
    for match in _DATE.finditer(text, max(0, hints[0] - _REACH), hints[-1] + _REACH):
        try:
            date = datetime.date(_read_year(match), _read_month(match), _read_day(match))
        except ValueError:
            continue
        yield match.start(), match.end(), date


def parse_date(text: str) -> datetime.date | None:
    """Return the first full date in a text ("01/02/25" is month, day, year), or None."""
    return next((date for _, _, date in iterate_dates(text)), None)
