"""Twice the text makes twice the work, for odd and hostile files too.

Work is counted in calls, not timed: the count is the same on every machine. What single calls
cost is watched by `make bench`.
"""

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tests.measured_work import count_calls
from tools.bench.growth import WRITERS

pytestmark = pytest.mark.slow

SMALL = 15_000  # characters
MOST = 2.3  # times the calls for twice the text; quadratic work would make 4


def count(text: str) -> int:
    """Calls made while a text is read and cleaned."""
    raw = RawOrder.from_bytes("generated", text.encode())
    return count_calls(lambda: clean_order(read_order(raw)))


@pytest.mark.parametrize("name", WRITERS)
def test_work_is_linear_in_the_text(name: str) -> None:
    write = WRITERS[name]
    assert count(write(2 * SMALL)) <= MOST * count(write(SMALL))
