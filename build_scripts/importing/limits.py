"""A service's limits, kept before it has to refuse: so many requests a minute, so many a day."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from build_scripts.external.patience import Pacing, PausedError, say_time
from build_scripts.importing.items import Session
from build_scripts.importing.journal import DAY, Journal

MINUTE = 60.0


@dataclass(slots=True)
class Limits:
    """The limits of a service, counted over the last minute and day, those of earlier runs too."""

    service: str
    journal: Journal
    pacing: Pacing
    say: Callable[[str], None]
    a_minute: int
    a_day: int
    used: int = 0

    def take(self) -> None:
        """Wait until a request may be made, and count it. Raises PausedError where that is long."""
        now, asked = self.pacing.now(), self.journal.asked
        if len(asked) >= self.a_day:
            moment = asked[-self.a_day] + DAY
            free = datetime.datetime.fromtimestamp(moment, datetime.UTC)
            raise PausedError(
                f"{self.service} allows {self.a_day} requests in 24 hours, and they are used. Run "
                f"the command again after {free:%Y-%m-%d %H:%M} UTC; it goes on from here."
            )
        if len(asked) >= self.a_minute and (wait := asked[-self.a_minute] + MINUTE - now) > 0:
            self.say(f"waiting {say_time(wait)}: {self.a_minute} requests a minute are allowed")
            self.pacing.sleep(wait)
        self.journal.note_request()
        self.used += 1

    @property
    def told(self) -> str:
        """How many requests were made, and are left."""
        return (
            f"Requests to {self.service}: {self.used}; "
            f"{len(self.journal.asked)} of {self.a_day} in the last 24 hours."
        )


def keep_limits(service: str, session: Session, a_minute: int, a_day: int) -> Limits:
    """Return the limits of a service for a run."""
    return Limits(service, session.journal, session.pacing, session.say, a_minute, a_day)
