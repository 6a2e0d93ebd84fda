"""How long work takes, and what one line of the table holds."""

import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 5
ENOUGH = 1.0  # seconds of one work: what takes long is disturbed little, and is not begun again


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
    spent = 0.0
    for _ in range(REPEATS):
        started = time.process_time()
        work()
        took = time.process_time() - started
        best = min(best, took)
        spent += took
        if spent > ENOUGH:
            break
    return best
