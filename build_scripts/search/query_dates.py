"""Years and days after `year:`, `before:` and `after:`."""

import calendar
import datetime
import re

from build_scripts.search.query import Dates
from build_scripts.text.pattern import Pattern

# A later step checks whether the calendar has such a day.
_DAY = Pattern(
    r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?",
    re.ASCII,
    accepts=["2017", "2017-05", "2017-05-31", "2017/5/31"],
    refuses=["17", "31.5.2017", "2017-", "2017-2019"],
    by="fullmatch",
)
_AMERICAN = Pattern(
    r"(\d{1,2})/(\d{1,2})/(\d{4})",
    re.ASCII,
    accepts=["5/31/2017"],
    refuses=["5/31/17", "31.5.2017", "2017/5/31"],
    by="fullmatch",
)
_YEARS = Pattern(
    r"(\d{4})(?:-|\.\.)(\d{4})",
    re.ASCII,
    accepts=["2017-2019", "2017..2019"],
    refuses=["2017", "2017-05", "2017-19"],
    by="fullmatch",
)


def read_dates(field: str, text: str) -> Dates | None:
    """Read the text after the field as dates; return None if it is no date.

    A year or month means all of it: `before:2018` is up to 2017-12-31, `after:2017-05` from
    2017-06-01.
    """
    if field == "year" and (years := _YEARS.fullmatch(text)):
        first, last = sorted((years[1], years[2]))
        return Dates(f"{first}-01-01", f"{last}-12-31", f"dated {first} to {last}")
    span = _read_span(text)
    if span is None:
        return None
    first, last = span
    if field == "year":
        return Dates(first, last, f"dated {text}")
    if field == "before":
        return Dates(None, _shift(first, -1), f"dated before {_show(text, first)}")
    return Dates(_shift(last, 1), None, f"dated after {_show(text, last)}")


def _show(text: str, day: str) -> str:
    return day if "/" in text else text


def _read_span(text: str) -> tuple[str, str] | None:
    if american := _AMERICAN.fullmatch(text):
        month, day, year = american.groups()
        text = f"{year}-{month}-{day}"
    match = _DAY.fullmatch(text)
    if match is None or not 2 <= int(match[1]) <= 9998:  # a day before and after exists
        return None
    year = int(match[1])
    if match[2] is None:
        return f"{match[1]}-01-01", f"{match[1]}-12-31"
    month = int(match[2])
    if not 1 <= month <= 12:
        return None
    longest = calendar.monthrange(year, month)[1]
    if match[3] is None:
        return f"{match[1]}-{month:02d}-01", f"{match[1]}-{month:02d}-{longest}"
    day = int(match[3])
    if not 1 <= day <= longest:
        return None
    return (f"{match[1]}-{month:02d}-{day:02d}",) * 2


def _shift(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
