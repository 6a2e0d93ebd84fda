"""A time limit that long loops check, so that no request runs forever."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from build_scripts.problems import ArchiveError


class TimeIsUpError(ArchiveError):
    """The work took longer than allowed, or nobody waits for it any more."""


class Deadline:
    """A deadline some seconds from now; `stop` ends the work earlier, from another thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds

    def stop(self) -> None:
        """End the deadline now."""
        self._ends = 0.0

    def check(self) -> None:
        """Raise TimeIsUpError once the time is up."""
        if time.monotonic() >= self._ends:
            raise TimeIsUpError(f"This takes longer than {self._seconds:g} seconds. Ask for less.")

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Make `check_time` use this deadline within the block."""
        token = _CURRENT.set(self)
        try:
            self.check()
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Deadline | None] = ContextVar("_CURRENT", default=None)


def check_time() -> None:
    """Raise TimeIsUpError if the current work has a deadline that is over."""
    if deadline := _CURRENT.get():
        deadline.check()
