"""How long the stages of a build take."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOGGER = logging.getLogger("orders.durations")


@contextmanager
def log_duration(stage: str) -> Iterator[None]:
    """Log the seconds that the block takes, as `orders build --profile` prints them."""
    started = time.perf_counter()
    try:
        yield
    finally:
        LOGGER.debug("%s: %.2f s", stage, time.perf_counter() - started)
