"""The work of `orders verify-links`: asks CourtListener for the cases that the orders cite."""

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from build_scripts.archive.checked_cases import count_outward_cases
from build_scripts.archive.storage.link_ledger import write_ledger
from build_scripts.model.archive import Archive
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.problems import ArchiveError
from build_scripts.site.web.courtlistener_api import (
    MOST_CHARACTERS,
    MOST_CITATIONS,
    SERVER,
    Answer,
    Service,
    look_up_citations,
)
from build_scripts.site.web.http_client import TooMuchError, WrongAnswerError
from build_scripts.site.web.patience import PATIENT, Pacing, ask_patiently

TOKEN_VARIABLE = "COURTLISTENER_TOKEN"  # noqa: S105 (the name of a variable)
TOKEN_VARIABLES = (TOKEN_VARIABLE, "COURTLISTENER_API_TOKEN")  # the second is the official client's
ALLOWED_A_MINUTE = 60  # citations, unless CourtListener has agreed to more with the owner
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


@dataclass(frozen=True, slots=True)
class Plan:
    """The requests to make: distinct citations, those cited by most orders first."""

    cited: int  # distinct citations in the archive
    asked: tuple[str, ...]

    @property
    def requests(self) -> int:
        """Return how many requests it takes if none has to be repeated."""
        return sum(1 for _ in split_batches(self.asked))

    @property
    def minutes(self) -> float:
        """Return how long it takes at least, at the rate that CourtListener allows to all."""
        return max(0, len(self.asked) - MOST_CITATIONS) / ALLOWED_A_MINUTE


def plan_lookups(
    archive: Archive, ledger: LinkLedger, today: datetime.date, refresh: bool = False
) -> Plan:
    """Return the requests to make: all that the ledger does not know, or knows from long ago.

    With `refresh` everything is requested again. What matters to most orders comes first, since a
    run may be stopped.
    """
    cases = count_outward_cases(archive)
    asked = tuple(
        citation
        for citation in sorted(cases, key=lambda one: (-cases[one], one))
        if refresh
        or not (entry := ledger.get(citation))
        or (today - entry.checked).days > _DAYS_FRESH[entry.outcome]
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

    Raises ArchiveError if there is none. `Service` checks the token's form.
    """
    return read_secret(
        file,
        environment,
        TOKEN_VARIABLES,
        f"CourtListener asks for a token: an account there has one at {SERVER}/profile/api-token/. "
        f"Put it into a file and name that with --token-file, or into the environment variable "
        f"{TOKEN_VARIABLE}.",
    )


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

    However the run ends, by itself, by an error or by Ctrl-C, the ledger holds every answer so far,
    and the next run goes on from there. Raises ServiceError, and ArchiveError if the ledger can't
    be written.
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


def _ask(
    service: Service,
    batch: Sequence[str],
    today: datetime.date,
    pacing: Pacing,
    say: Callable[[str], None],
) -> Mapping[str, CheckedCitation]:
    """Return the results of one request; it is repeated as often as `pacing` allows."""

    def ask() -> Mapping[str, CheckedCitation]:
        say("Asking CourtListener")
        return _read_answers(batch, look_up_citations(service, _BETWEEN.join(batch)), today)

    return ask_patiently(ask, service.server, pacing, say)


def _read_answers(
    batch: Sequence[str], answers: Sequence[Answer], today: datetime.date
) -> Mapping[str, CheckedCitation]:
    """Return the answers by citation, without those over the server's limit: to be asked again.

    Raises WrongAnswerError if nothing can be learned, or a status is not documented.
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
    # a local server has CourtListener's cases; the site's readers go to CourtListener
    return CheckedCitation(citation, outcome, today, f"{SERVER}{case.path}", case.name)


LARGEST = 1024  # bytes of a file that holds one


def read_secret(
    file: Path | None, environment: Mapping[str, str], variables: Sequence[str], advice: str
) -> str:
    """Return the secret of the file, else of a variable. Raises ArchiveError with `advice`."""
    secret = next(filter(None, (environment.get(name, "").strip() for name in variables)), "")
    if file is not None:
        try:
            with file.open("rb") as lines:
                secret = lines.read(LARGEST).decode("utf-8", "replace").strip()
        except OSError as error:
            raise ArchiveError(
                f"The file {file} can't be read: {error.strerror}. Name another one."
            ) from error
    if not secret:
        raise ArchiveError(advice)
    return secret
