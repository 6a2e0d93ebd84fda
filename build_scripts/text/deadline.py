"""A time by which work ends: long loops ask for it, so that one caller's question ends for all."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from build_scripts.problems import ArchiveError


class TimeIsUpError(ArchiveError):
    """Work took longer than it may, or nobody waits for it any more."""


class Deadline:
    """A time by which work ends, or sooner where it is stopped from another thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds

    def stop(self) -> None:
        """End the work at its next `check_time`."""
        self._ends = 0.0

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let `check_time` raise TimeIsUpError within the block once the time is up."""
        token = _CURRENT.set(self)
        try:
            check_time()
            yield
        finally:
            _CURRENT.reset(token)

    def check(self) -> None:
        """Raise TimeIsUpError once the time is up."""
        if time.monotonic() >= self._ends:
            raise TimeIsUpError(f"This takes longer than {self._seconds:g} seconds. Ask for less.")


_CURRENT: ContextVar[Deadline | None] = ContextVar("_CURRENT", default=None)


def check_time() -> None:
    """Raise TimeIsUpError where the work at hand has a deadline and the time is up."""
    if deadline := _CURRENT.get():
        deadline.check()
