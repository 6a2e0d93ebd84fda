"""A service's limits, kept before it has to refuse: so many requests in so many seconds."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_scripts import api
from build_scripts.extensions.importing.items import Session

Window = tuple[int, float]  # requests, seconds
_NAMES = {60.0: "a minute", 3600.0: "an hour", 86_400.0: "24 hours"}


@dataclass(slots=True)
class Limits:
    """The limits of a service, counted with those of earlier runs; the longest is last."""

    service: str
    session: Session
    windows: Sequence[Window]
    used: int = 0

    def ask(self, request: Callable[[], api.Reply]) -> api.Reply:
        """Make a request when it is allowed, and retry if that helps. Raises ServiceError."""

        def once() -> api.Reply:
            self._take()
            return request()

        return api.ask_patiently(once, self.service, self.session.pacing, self.session.say)

    def _take(self) -> None:
        """Wait until a request may be made, and count it. Raises PausedError if that takes long."""
        journal, pacing = self.session.journal, self.session.pacing
        for most, seconds in reversed(self.windows):
            now, asked = pacing.now(), journal.asked
            free = asked[-most] + seconds if len(asked) >= most else 0.0
            if free <= now:
                continue
            if free - now > pacing.longest_wait:
                moment = datetime.datetime.fromtimestamp(free, datetime.UTC)
                raise api.PausedError(
                    f"{self.service} allows {most} requests in {_name(seconds)}, and they are "
                    f"used. Run the command again after {moment:%Y-%m-%d %H:%M} UTC; it goes on "
                    "from here."
                )
            self.session.say(
                f"waiting {api.say_time(free - now)}: {most} requests in {_name(seconds)} are "
                "allowed"
            )
            pacing.sleep(free - now)
        journal.note_request()
        self.used += 1

    @property
    def summary(self) -> str:
        """Return a message: how many requests were made, and of how many."""
        most, seconds = self.windows[-1]
        begins = self.session.pacing.now() - seconds
        recent = sum(1 for time in self.session.journal.asked if time > begins)
        return (
            f"Requests to {self.service}: {self.used:,}; of {most:,} in {_name(seconds)}, "
            f"{recent:,} are used."
        )


def _name(seconds: float) -> str:
    return _NAMES.get(seconds, api.say_time(seconds))
