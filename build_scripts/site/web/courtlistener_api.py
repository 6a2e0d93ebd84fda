"""CourtListener's citation-lookup API: one request, its limits, its answers.

As documented at https://www.courtlistener.com/help/api/rest/citation-lookup/: a POST with the field
`text`, of at most 64,000 characters; at most 250 citations of it are looked up, the others come
back with the status 429. Some 60 citations a minute are allowed; a request beyond that is refused
with 429 and the time until which to wait.
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from build_scripts.site.web.http_client import (
    Host,
    RefusedError,
    WrongAnswerError,
    is_safe,
    send,
    take_reply,
)

SERVER = "https://www.courtlistener.com"
PATH = "/api/rest/v4/citation-lookup/"
MOST_CITATIONS = 250  # per request
MOST_CHARACTERS = 64_000  # per request
LARGEST_ANSWER = 64 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Service:
    """A server's address, and the owner's token, which is never displayed.

    Raise RefusedError for an invalid address, for one that would send the token in the clear, and
    for an invalid token.
    """

    token: str = field(repr=False)
    server: str = SERVER

    def __post_init__(self) -> None:
        """Refuse an address or a token that must not be used."""
        if not is_safe(self.server):
            raise RefusedError(
                f"{self.server} is not asked: it is no server's address, or would carry the token "
                f"in the clear. Name it with https, as {SERVER}."
            )
        if not (self.token.isascii() and self.token.isalnum()):
            raise RefusedError(
                "The token is not one of CourtListener's: letters and digits, on one line. Copy it "
                "from https://www.courtlistener.com/profile/api-token/."
            )

    @property
    def host(self) -> Host:
        """Return the server for requests."""
        return Host(
            self.server,
            self.token,
            renewed_at=f"{self.server.rstrip('/')}/profile/api-token/",
            advice="Look whether --server names CourtListener and whether this program is up to "
            "date.",
        )

    @property
    def heads(self) -> dict[str, str]:
        """Return the headers of each request to the API."""
        return {"Authorization": f"Token {self.token}", "Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case that the server has at a citation; `path` is its page's path."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer on one citation: `text[start:end]` of the text that was sent."""

    start: int
    end: int
    status: int  # 200 found, 300 several, 404 not found, 400 unknown reporter, 429 not looked up
    cases: tuple[FoundCase, ...]


def look_up_citations(service: Service, text: str) -> tuple[Answer, ...]:
    """Look up every citation in `text`; the answers are in the order of the text.

    Raise one of the errors of `http_client`; no message and no error contains the token.
    """
    reply = send(
        service.host,
        service.server.rstrip("/") + PATH,
        service.heads,
        urlencode({"text": text}).encode(),
        LARGEST_ANSWER,
    )
    return _read_answers(take_reply(service.host, reply), len(text))


def _read_answers(answers: Any, length: int) -> tuple[Answer, ...]:
    if answers == {}:  # the answer of the first versions for a text without citations
        return ()
    if not isinstance(answers, list):
        raise _wrong("is not a list")
    read = tuple(_read_answer(answer) for answer in answers)
    if any(not 0 <= answer.start < answer.end <= length for answer in read):
        raise _wrong("names places outside the text")
    return tuple(sorted(read, key=lambda answer: (answer.start, answer.end)))


def _read_answer(answer: Any) -> Answer:
    if not isinstance(answer, dict):
        raise _wrong("holds something else than citations")
    start, end, status = (answer.get(name) for name in ("start_index", "end_index", "status"))
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(status, int)):
        raise _wrong("holds a citation without place or status")
    clusters = answer.get("clusters", [])
    if not isinstance(clusters, list):
        raise _wrong("holds no list of cases")
    cases = tuple(_read_case(cluster) for cluster in clusters)
    if status == HTTPStatus.OK and len(cases) != 1:
        raise _wrong(f"finds one case at a citation and lists {len(cases)}")
    return Answer(start, end, status, cases)


def _read_case(cluster: Any) -> FoundCase:
    path = cluster.get("absolute_url") if isinstance(cluster, dict) else None
    if not isinstance(path, str) or not _is_path(path.removeprefix(SERVER)):
        raise _wrong("lists a case without an address")
    names = (cluster.get(key) for key in ("case_name", "case_name_full", "case_name_short"))
    name = next((name for name in names if isinstance(name, str) and name.strip()), "")
    return FoundCase(path.removeprefix(SERVER), " ".join(name.split()))


def _is_path(path: str) -> bool:
    plain = path.isascii() and path.isprintable() and " " not in path
    return plain and path.startswith("/") and not path.startswith("//")


def _wrong(what: str) -> WrongAnswerError:
    return WrongAnswerError(
        f"The server's answer {what}. Look whether --server names CourtListener and whether this "
        "program is up to date; answers so far are kept."
    )
