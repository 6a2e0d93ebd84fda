"""A time by which work ends: long loops look at it, so that no question is worked on for ever."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from build_scripts.problems import ArchiveError


class TimeIsUpError(ArchiveError):
    """Work took longer than it may, or nobody waits for it any more."""


class Deadline:
    """So many seconds from now, or less: `stop` ends the work from another thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds

    def stop(self) -> None:
        """Let the time be up."""
        self._ends = 0.0

    def check(self) -> None:
        """Raise TimeIsUpError once the time is up."""
        if time.monotonic() >= self._ends:
            raise TimeIsUpError(f"This takes longer than {self._seconds:g} seconds. Ask for less.")

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let `check_time` look at this deadline within the block."""
        token = _CURRENT.set(self)
        try:
            self.check()
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Deadline | None] = ContextVar("_CURRENT", default=None)


def check_time() -> None:
    """Raise TimeIsUpError where the work at hand has a deadline and its time is up."""
    if deadline := _CURRENT.get():
        deadline.check()
