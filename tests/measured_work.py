"""How much work something makes, so that any machine, however busy, says the same.

Calls are counted where Python does the work; elsewhere processor time is compared with that of
something else in the same process, never with seconds.
"""

import resource
import sys
from collections.abc import Callable
from statistics import median
from types import FrameType


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
    before = _read_clock()
    work()
    return _read_clock() - before


def _read_clock() -> float:
    own, children = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
