"""Twice the text makes twice the work, for odd and hostile files too.

Work is counted in calls, not timed: the count is the same on every machine. What single calls
cost is watched by `make bench`.
"""

import sys
from types import FrameType

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tools.bench.growth import WRITERS

SMALL = 15_000  # characters
MOST = 2.3  # times the calls for twice the text; quadratic work would make 4


def count_calls(text: str) -> int:
    """Calls made, of Python's own functions and of others, while a text is read and cleaned."""
    raw = RawOrder.from_bytes("generated", text.encode())
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        clean_order(read_order(raw))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", WRITERS)
def test_work_is_linear_in_the_text(name: str) -> None:
    write = WRITERS[name]
    count_calls(write(SMALL))  # tables are loaded once
    assert count_calls(write(4 * SMALL)) <= MOST * count_calls(write(2 * SMALL))
