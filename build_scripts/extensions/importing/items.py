"""The items of a service's list: files that may be orders, and files that it can't give."""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import unquote

from build_scripts import api
from build_scripts.extensions.importing.journal import Journal

LONGEST_NAME = 100  # characters of a file's name
_ODD = api.Pattern(
    r"[^\w.-]+", re.ASCII, accepts=[" ", "/", "é", "..\\"], refuses=["gov.uscourts.cand.1.45.0"]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be an order: its key, unique in its service, and how to get its bytes.

    `origin` is its source; its id is the key. `name` is the file's name in the archive, `label` its
    name in a report, if not the key. `corrections` are written next to it. `is_here`: it is on this
    machine, so that a dry run may read it.
    """

    key: str
    name: str
    origin: api.Origin
    fetch: Callable[[], bytes]
    is_here: bool = False
    corrections: api.SideFile | None = None
    label: str = ""

    @property
    def shown(self) -> str:
        """Return its name in a report."""
        return self.label or self.key


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A listed file that is not fetched, and why."""

    key: str
    why: str


Listed = Candidate | PassedOver


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a run: `dry` writes nothing and fetches no file, `again` retries files that
    were refused before, `any_paper` takes papers that do not look like orders.
    """

    dry: bool = False
    again: bool = False
    any_paper: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A run: what earlier ones did, how long it waits, how it reports, its options and its day."""

    journal: Journal
    pacing: api.Pacing
    say: Callable[[str], None] = lambda _: None
    options: Options = Options()
    day: datetime.date = field(default_factory=api.find_today)

    def turn_pages(
        self, query: str, iterate: Callable[[str], Iterator[tuple[Sequence[api.JsonObject], str]]]
    ) -> Iterator[Sequence[api.JsonObject]]:
        """Yield the pages of a list from where the last run stopped; a page is left when it is
        settled. `iterate` yields the pages from an address on, or from the first for "", each with
        the address of the next, or "".

        A list starts over if the service no longer knows the page; settled papers stay settled.
        """
        page = "" if self.options.again else self.journal.pages.get(query, "")
        pages = iterate(page)
        try:
            first = next(pages)
        except api.GoneError:
            if not page:
                raise
            pages = iterate("")
            first = next(pages)
        for results, following in chain([first], pages):
            yield results
            if following:
                self.journal.turn_page(query, following)
        self.journal.finish(query, self.day.isoformat())

    def find_start(
        self, query: str, since: datetime.date | None, overlap: int
    ) -> datetime.date | None:
        """Return the day from which to list: `overlap` days before the last complete list."""
        finished = self.journal.finished.get(query, "")
        if self.options.again or not finished:
            return since
        late = datetime.date.fromisoformat(finished) - datetime.timedelta(days=overlap)
        return max(late, since or late)


def name_file(printed: str, default: str = "order") -> str:
    """Return a file's name of letters, digits, dots and hyphens: the name comes from outside."""
    name = _ODD.sub("-", unquote(printed)).strip("-.")
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 5:
        return name[:LONGEST_NAME] or default
    return f"{stem[: LONGEST_NAME - len(suffix) - 1] or default}.{suffix}"


Window = tuple[int, float]  # requests, seconds
_NAMES = {60.0: "a minute", 3600.0: "an hour", 86_400.0: "24 hours"}


@dataclass(slots=True)
class Limits:
    """The limits of a service, kept before it has to refuse; the longest is last. Requests of
    earlier runs count.
    """

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
