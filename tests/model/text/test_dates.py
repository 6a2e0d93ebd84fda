import datetime

import pytest

from build_scripts.model.text.dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dated: May 31, 2017", (2017, 5, 31)),
        ("MAY 31 2022", (2022, 5, 31)),
        ("Jan. 20, 2008.", (2008, 1, 20)),
        ("Sept. 28, 1993", (1993, 9, 28)),
        ("8/23/05", (2005, 8, 23)),
        ("01/02/25", (2025, 1, 2)),
        ("this 3rd day of March, 2019", (2019, 3, 3)),
        ("Filed:February 5, 2010", (2010, 2, 5)),
        # the wheels of a date stamp stand apart
        ("JAN 0 5 2011", (2011, 1, 5)),
        ("MAY - 2 2013", (2013, 5, 2)),
        # OCR's stops
        ("DEC, 14. 2010", (2010, 12, 14)),
        ("this 31* day of August, 2011", (2011, 8, 31)),
        # in words
        ("the twenty-first day of March, 1907", (1907, 3, 21)),
        ("the 3rd day of September, two thousand thirteen", (2013, 9, 3)),
        # the day was typed over its blank, later than the line
        ("Entered this day of July, 2018.9th", (2018, 7, 9)),
    ],
)
def test_parse_date(text: str, expected: tuple[int, int, int]) -> None:
    assert parse_date(text) == datetime.date(*expected)


@pytest.mark.parametrize(
    "text", ["May 2017", "this __ day of May, 2017", "February 30, 2019", "13/45/19", "1/2"]
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None
