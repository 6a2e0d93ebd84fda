"""Retries of requests as a service demands: its waits, pauses after failures, a limit to both."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from build_scripts.site.web.http_client import ServiceError, ThrottledError, UnavailableError

T = TypeVar("T")


class PausedError(ServiceError):
    """The service demands a longer wait than anyone wants to watch."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """The patience of a run, in seconds."""

    longest_wait: float = 15 * 60.0
    shortest_wait: float = 1.0
    most_waits: int = 10  # for one request
    retries: int = 4  # of one request, after failures
    first_pause: float = 2.0  # doubled after each failure
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time


PATIENT = Pacing()


def ask_patiently(
    ask: Callable[[], T],
    server: str,
    pacing: Pacing = PATIENT,
    say: Callable[[str], None] = lambda _: None,
) -> T:
    """Call `ask` until it succeeds, at most as often as `pacing` allows; return its result.

    Raise PausedError if the server demands a longer wait, and what `ask` raises.
    """
    waits = failures = 0
    while True:
        try:
            return ask()
        except ThrottledError as error:
            waits += 1
            seconds = max(error.seconds, pacing.shortest_wait)
            if seconds > pacing.longest_wait or waits > pacing.most_waits:
                raise PausedError(
                    f"{server} asks to wait {say_time(error.seconds)}: its limit is reached. Run "
                    "the command again then; it goes on from here, answers so far are kept."
                ) from None
            say(f"Waiting {say_time(seconds)}, as the server asks")
        except UnavailableError as error:
            failures += 1
            if failures > pacing.retries:
                raise UnavailableError(f"{error} Answers so far are kept.") from error
            seconds = pacing.first_pause * 2 ** (failures - 1)
            say(f"No answer; asking again in {say_time(seconds)}")
        pacing.sleep(seconds)


def say_time(seconds: float) -> str:
    """Return a duration in words: "40 seconds", "5 minutes"."""
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.0f} hours"
