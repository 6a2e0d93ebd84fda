"""How much work something makes, so that any machine, however busy, says the same.

Calls are counted where Python does the work; elsewhere processor time is compared with that of
something else in the same process, never with seconds.
"""

import resource
import sys
from collections.abc import Callable
from functools import cache
from statistics import median
from types import FrameType

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order


def count_calls(work: Callable[[], object]) -> int:
    """Calls that `work` makes, of Python's own functions and of others; tables load before."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    work()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def compare(work: Callable[[], object], other: Callable[[], object], repeats: int = 3) -> float:
    """How many times the processor time of `other` `work` takes: the median of `repeats`."""
    other()  # tables load before
    return median(spend(work) / max(spend(other), 1e-6) for _ in range(repeats))


def spend(work: Callable[[], object]) -> float:
    """Seconds of a processor that `work` and the programs that it waits for take."""
    before = read_clock()
    work()
    return read_clock() - before


def read_clock() -> float:
    """Seconds of a processor that this process and those that it waited for took so far."""
    own, children = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


@cache
def spend_on_text() -> float:
    """Seconds of a processor that reading a plain text of 20,000 lines takes in this process: what
    hostile files are compared with.
    """
    plain = RawOrder.from_bytes("plain.txt", b"The motion to compel is granted in part.\n" * 20_000)
    read_order(plain)  # tables load before
    return median(spend(lambda: read_order(plain)) for _ in range(3))
