"""How long the stages of a build take, and how much memory."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/status")
_OF_THIS_PROGRAM = "VmHWM:"  # the system's other count may include the program that began this one
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes, of getrusage(2)


def measure_peak() -> int:
    """Return the most bytes that this process has used until now, or 0 if unknown."""
    try:
        lines = _STATUS.read_text("ascii", "replace").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT if resource else 0
    found = (line.split()[1] for line in lines if line.startswith(_OF_THIS_PROGRAM))
    return int(next(found, "0")) * 1024


LOGGER = logging.getLogger("orders.durations")


@contextmanager
def log_duration(stage: str) -> Iterator[None]:
    """Log the seconds that the block takes, as `orders build --profile` prints them."""
    started = time.perf_counter()
    try:
        yield
    finally:
        LOGGER.debug("%s: %.2f s", stage, time.perf_counter() - started)
