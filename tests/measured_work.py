"""How much work something makes, so that any machine, however busy, says the same.

Calls are counted where Python does the work; elsewhere processor time is compared with that of
something else in the same process, never with seconds.
"""

import math
import resource
from collections.abc import Callable
from cProfile import Profile
from functools import cache
from statistics import median

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order


def count_calls(work: Callable[[], object]) -> int:
    """Calls that `work` makes, of Python's own functions and of others; tables load before."""
    work()
    profile = Profile()
    profile.runcall(work)
    return sum(each.callcount for each in profile.getstats())


FACTOR = 8  # a square makes 64 of it, what is linear 8
MOST_GROWTH = 24


def measure_growth(work: Callable[[int], object], size: int) -> float:
    """By how much processor time grows where `work` is given `FACTOR` times `size`.

    The least times are compared: a busy machine adds to times, and never takes from them. So the
    long work is done again only where it seems to grow too fast. Twice the size would tell 2 from
    4, which a cache that overflows or a collector does not keep apart.
    """
    work(size)  # tables load before
    small = max(min(spend(lambda: work(size)) for _ in range(3)), 1e-3)
    large = math.inf
    for _ in range(5):
        large = min(large, spend(lambda: work(FACTOR * size)))
        if large / small < MOST_GROWTH:
            break
    return large / small


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
