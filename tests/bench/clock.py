"""How long work takes, and what one line of the table holds."""

import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, and the named baseline beside it; both in seconds of the same run."""

    name: str
    megabytes: float | None  # of what was worked on, where that says something
    seconds: float
    baseline: str
    baseline_seconds: float


def time_best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs: the one that the machine disturbed least.

    Processor time: other programs on the machine are not counted.
    """
    best = float("inf")
    for _ in range(REPEATS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best
