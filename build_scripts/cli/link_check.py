"""What `orders verify-links` does: asks CourtListener for the cases that the orders cite."""

import datetime
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from build_scripts.catalogue import list_outward_cases
from build_scripts.external.courtlistener_api import (
    MOST_CHARACTERS,
    MOST_CITATIONS,
    SERVER,
    Answer,
    Service,
    ServiceError,
    ThrottledError,
    TooMuchError,
    UnavailableError,
    WrongAnswerError,
    look_up_citations,
)
from build_scripts.model.archive import Archive
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.problems import ArchiveError
from build_scripts.storage.link_ledger import write_ledger

TOKEN_VARIABLE = "COURTLISTENER_TOKEN"  # noqa: S105 (the name of a variable)
ALLOWED_A_MINUTE = 60  # citations, unless CourtListener has agreed to more with the owner
LARGEST_TOKEN_FILE = 1024  # bytes
_BETWEEN = "; "  # as a brief strings citations together
_SURELY_READ = 10
"""CourtListener may not know the form of one citation; of so many it reads at least one."""

_DAYS_FRESH = {
    LookupOutcome.FOUND: 730,
    LookupOutcome.SEVERAL: 365,
    LookupOutcome.NOT_FOUND: 180,  # CourtListener grows
    LookupOutcome.UNKNOWN_REPORTER: 365,
    LookupOutcome.NOT_READ: 365,
}
_OUTCOMES: Mapping[int, LookupOutcome] = {
    HTTPStatus.OK: LookupOutcome.FOUND,
    HTTPStatus.MULTIPLE_CHOICES: LookupOutcome.SEVERAL,
    HTTPStatus.NOT_FOUND: LookupOutcome.NOT_FOUND,
    HTTPStatus.BAD_REQUEST: LookupOutcome.UNKNOWN_REPORTER,
}

Report = Callable[[int, int, str], None]  # citations answered, citations asked for, what happens


class PausedError(ServiceError):
    """CourtListener asks to wait for longer than anyone wants to look on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked: distinct citations, those cited by most orders first."""

    cited: int  # distinct citations in the archive
    asked: tuple[str, ...]

    @property
    def requests(self) -> int:
        """How many requests it takes, where none has to be repeated."""
        return sum(1 for _ in split_batches(self.asked))

    @property
    def minutes(self) -> float:
        """How long it takes at least, at the rate that CourtListener allows to all."""
        return max(0, len(self.asked) - MOST_CITATIONS) / ALLOWED_A_MINUTE


@dataclass(frozen=True, slots=True)
class Pacing:
    """How patient a run is; seconds."""

    longest_wait: float = 15 * 60.0
    shortest_wait: float = 1.0
    most_waits: int = 10  # for one request
    retries: int = 4  # of one request, after failures
    first_pause: float = 2.0  # doubled after each failure
    sleep: Callable[[float], None] = time.sleep


PATIENT = Pacing()


def plan_lookups(
    archive: Archive, ledger: LinkLedger, today: datetime.date, refresh: bool = False
) -> Plan:
    """Return what is to be asked: all that the ledger does not know, or knows from long ago.

    With `refresh` everything is asked again. What matters to most orders comes first, since a run
    may be stopped.
    """
    cases = list_outward_cases(archive)
    by_weight = sorted(cases, key=lambda case: (-case.orders, case.citation))
    asked = tuple(
        case.citation
        for case in by_weight
        if refresh or not _is_fresh(ledger.get(case.citation), today)
    )
    return Plan(len(cases), asked)


def split_batches(citations: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the citations in requests that keep both limits of the API, full ones first."""
    batch: list[str] = []
    length = 0
    for citation in citations:
        added = len(citation) + len(_BETWEEN)
        if batch and (len(batch) == MOST_CITATIONS or length + added > MOST_CHARACTERS):
            yield tuple(batch)
            batch, length = [], 0
        batch.append(citation)
        length += added
    if batch:
        yield tuple(batch)


def read_token(file: Path | None, environment: Mapping[str, str]) -> str:
    """Return the owner's token: from the file, else from the environment.

    Raises ArchiveError where there is none. The token's form is for `Service` to judge.
    """
    token = environment.get(TOKEN_VARIABLE, "")
    if file is not None:
        try:
            with file.open("rb") as lines:
                token = lines.read(LARGEST_TOKEN_FILE).decode("utf-8", "replace")
        except OSError as error:
            raise ArchiveError(
                f"The token's file {file} can't be read: {error.strerror}. Name another one."
            ) from error
    if not token.strip():
        raise ArchiveError(
            "CourtListener asks for a token: an account there has one at "
            f"{SERVER}/profile/api-token/. Put it into a file and name that with --token-file, or "
            f"into the environment variable {TOKEN_VARIABLE}."
        )
    return token.strip()


def verify_links(
    service: Service,
    asked: Sequence[str],
    ledger: LinkLedger,
    place: Path,
    today: datetime.date,
    report: Report = lambda *_: None,
    pacing: Pacing = PATIENT,
) -> LinkLedger:
    """Ask for the citations and write the ledger at `place` after each request; return it.

    However the run ends, by itself, by an error or by Ctrl-C, the ledger holds every answer so
    far, and the next run goes on from there. Raises ServiceError, ArchiveError where the ledger
    can't be written.
    """
    entries = dict(ledger)
    waiting = deque(split_batches(asked))
    answered = 0
    written = True
    try:
        while waiting:
            batch = waiting.popleft()

            def say(what: str, done: int = answered) -> None:
                report(done, len(asked), what)

            say("Asking CourtListener")
            try:
                learned = _ask(service, batch, today, pacing, say)
            except TooMuchError:
                if len(batch) == 1:
                    raise
                middle = len(batch) // 2
                waiting.extendleft((batch[middle:], batch[:middle]))
                continue
            written = False
            entries.update(learned)
            write_ledger(place, entries.values())
            written = True
            answered += len(learned)
            left = tuple(citation for citation in batch if citation not in learned)
            if left:
                waiting.append(left)
        report(answered, len(asked), "")
    finally:
        if not written:
            write_ledger(place, entries.values())
    return entries


def _is_fresh(entry: CheckedCitation | None, today: datetime.date) -> bool:
    return entry is not None and (today - entry.checked).days <= _DAYS_FRESH[entry.outcome]


def _ask(
    service: Service,
    batch: Sequence[str],
    today: datetime.date,
    pacing: Pacing,
    say: Callable[[str], None],
) -> Mapping[str, CheckedCitation]:
    """What is learned by one request; it is repeated as often as `pacing` allows."""
    waits = failures = 0
    while True:
        try:
            answers = look_up_citations(service, _BETWEEN.join(batch))
            return _read_answers(batch, answers, today)
        except ThrottledError as error:
            waits += 1
            seconds = max(error.seconds, pacing.shortest_wait)
            if seconds > pacing.longest_wait or waits > pacing.most_waits:
                raise PausedError(
                    f"{service.server} asks to wait {_say_time(error.seconds)}: its limit is "
                    "reached. Run the command again then; it goes on from here, answers so far "
                    "are kept."
                ) from None
            say(f"Waiting {_say_time(seconds)}, as CourtListener asks")
        except UnavailableError:
            failures += 1
            if failures > pacing.retries:
                raise
            seconds = pacing.first_pause * 2 ** (failures - 1)
            say(f"No answer; asking again in {_say_time(seconds)}")
        pacing.sleep(seconds)
        say("Asking CourtListener")


def _read_answers(
    batch: Sequence[str], answers: Sequence[Answer], today: datetime.date
) -> Mapping[str, CheckedCitation]:
    """The answers by citation; those over the server's limit are left out, to be asked again.

    Raises WrongAnswerError where nothing can be learned, or a status is not documented.
    """
    by_place = {(answer.start, answer.end): answer for answer in answers}
    cut = any(answer.status == HTTPStatus.TOO_MANY_REQUESTS for answer in answers)
    learned: dict[str, CheckedCitation] = {}
    start = 0
    for citation in batch:
        answer = by_place.get((start, start + len(citation)))
        start += len(citation) + len(_BETWEEN)
        if answer is None and not cut:
            learned[citation] = CheckedCitation(citation, LookupOutcome.NOT_READ, today)
        elif answer is not None and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
            learned[citation] = _read_answer(citation, answer, today)
    if not learned or (not answers and len(batch) >= _SURELY_READ):
        raise WrongAnswerError(
            f"The server looked up none of {len(batch)} citations. Look whether --server names "
            "CourtListener; answers so far are kept."
        )
    return learned


def _read_answer(citation: str, answer: Answer, today: datetime.date) -> CheckedCitation:
    outcome = _OUTCOMES.get(answer.status)
    if outcome is None:
        raise WrongAnswerError(
            f"The server's answer gives {citation} the status {answer.status}, which its "
            "documentation does not know. Look whether this program is up to date."
        )
    if outcome is not LookupOutcome.FOUND:
        return CheckedCitation(citation, outcome, today)
    (case,) = answer.cases
    # a server of one's own holds CourtListener's cases; the site's readers go to CourtListener
    return CheckedCitation(citation, outcome, today, f"{SERVER}{case.path}", case.name)


def _say_time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.0f} hours"
