import datetime

import pytest

from build_scripts.model.text.dates import parse_date
from tests.tables import as_tuples, each_row


@each_row(expected=as_tuples)
def test_parse_date(text: str, expected: tuple[int, int, int]) -> None:
    assert parse_date(text) == datetime.date(*expected)


@pytest.mark.parametrize(
    "text", ["May 2017", "this __ day of May, 2017", "February 30, 2019", "13/45/19", "1/2"]
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None
