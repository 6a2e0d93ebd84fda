"""CourtListener's citation-lookup API: one request, its limits, its answers.

As documented at https://www.courtlistener.com/help/api/rest/citation-lookup/: a POST with the
field `text`, of at most 64,000 characters; at most 250 citations of it are looked up, the others
come back with the status 429. Some 60 citations a minute are allowed; a request beyond that is
refused with 429 and the time until which to wait.
"""

import datetime
import email.utils
import http.client
import json
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from build_scripts.problems import ArchiveError, ExitCode
from build_scripts.text.folding import print_line

SERVER = "https://www.courtlistener.com"
PATH = "/api/rest/v4/citation-lookup/"
MOST_CITATIONS = 250  # a request
MOST_CHARACTERS = 64_000  # a request
TIMEOUT = 120  # seconds without a byte
LARGEST_ANSWER = 64 * 1024 * 1024  # bytes
SHOWN = 200  # characters of a server's own words
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DEFAULT_WAIT = 60.0  # seconds, where a server that refuses does not say until when


class ServiceError(ArchiveError):
    """The service gave no answer; the message ends in what to do next."""

    exit_code = ExitCode.SERVICE_FAILED


class RefusedError(ServiceError):
    """The token, the address or the request is not accepted: asking again changes nothing."""


class WrongAnswerError(ServiceError):
    """The answer is not what the documentation says: another service, or a changed one."""


class UnavailableError(ServiceError):
    """No connection, or the server's own failure: asking again later may help."""


class TooMuchError(ServiceError):
    """The request, or its answer, is too large: ask for fewer citations at a time."""


class ThrottledError(ServiceError):
    """The limit is reached; `seconds` is how long the server asks to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The server asks to wait {seconds:.0f} seconds. Ask again then.")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Service:
    """Where to ask, and the owner's token; the token is shown nowhere.

    Raises RefusedError for an address that is none, or that would send the token in the clear, and
    for a token that can't be one.
    """

    token: str = field(repr=False)
    server: str = SERVER

    def __post_init__(self) -> None:
        """Refuse what must not be asked, or sent."""
        try:
            parts = urlsplit(self.server)
            host = parts.hostname
        except ValueError:
            host = None
        if not host or parts.scheme not in {"http", "https"} or parts.username is not None:
            raise RefusedError(f"{self.server} is no server's address. Name it as {SERVER}.")
        if parts.scheme == "http" and host not in LOOPBACK:
            raise RefusedError(
                f"{self.server} would carry the token in the clear. Name it with https."
            )
        if not (self.token.isascii() and self.token.isalnum()):
            raise RefusedError(
                "The token is not one of CourtListener's: letters and digits, on one line. Copy it "
                "from https://www.courtlistener.com/profile/api-token/."
            )


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case that the server has at a citation; `path` is that of its page."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says of one citation: `text[start:end]` of the text that it was sent."""

    start: int
    end: int
    status: int  # 200 found, 300 several, 404 not found, 400 unknown reporter, 429 not looked up
    cases: tuple[FoundCase, ...]


def look_up_citations(service: Service, text: str) -> tuple[Answer, ...]:
    """Ask for every citation in `text`; the answers stand in the order of the text.

    Raises one of the errors above; no message and no error holds the token.
    """
    request = urllib.request.Request(  # noqa: S310 (`Service` lets http and https through alone)
        service.server.rstrip("/") + PATH,
        data=urlencode({"text": text}).encode(),
        headers={
            "Authorization": f"Token {service.token}",
            "Accept": "application/json",
            "User-Agent": "orders-archive",
        },
    )
    return _read_answers(_send(service, request), len(text))


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the token is meant for the server that was named."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def _send(service: Service, request: urllib.request.Request) -> bytes:
    handlers: list[urllib.request.BaseHandler] = [
        _StayHere(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
    ]
    if urlsplit(service.server).hostname in LOOPBACK:
        handlers.append(urllib.request.ProxyHandler({}))
    opener = urllib.request.build_opener(*handlers)
    try:
        with opener.open(request, timeout=TIMEOUT) as response:
            data: bytes = response.read(LARGEST_ANSWER + 1)
            promised = response.headers.get("Content-Length", "")
    except urllib.error.HTTPError as error:
        with error:
            raise _explain_status(service, error) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise RefusedError(
                f"{service.server} shows no valid certificate: {error.reason.verify_message}. "
                "Nothing was sent. Name the right server, or install its authority's certificate."
            ) from None
        raise _cut_off(service, error.reason) from None
    except (OSError, http.client.HTTPException) as error:
        raise _cut_off(service, error) from None
    if len(data) > LARGEST_ANSWER:
        raise TooMuchError(
            f"{service.server} answers with more than {LARGEST_ANSWER // 1024 // 1024} MB. "
            "Ask for fewer citations."
        )
    if promised.isdecimal() and len(data) < int(promised):
        raise _cut_off(service, "the answer broke off")
    return data


def _cut_off(service: Service, reason: object) -> UnavailableError:
    return UnavailableError(
        f"{service.server} can't be reached: {_shorten(str(reason)) or type(reason).__name__}. "
        "Look at the connection and run the command again; answers so far are kept."
    )


def _explain_status(service: Service, error: urllib.error.HTTPError) -> ServiceError:
    """The error for an answer that is none of 2xx."""
    try:
        body = error.read(64 * 1024)
    except (OSError, http.client.HTTPException):
        body = b""
    said = _shorten(body.decode("utf-8", "replace")).replace(service.token, "…")
    code = error.code
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return ThrottledError(_read_wait(error.headers, body))
    if code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return RefusedError(
            f"{service.server} does not accept the token ({code}). Copy it anew from "
            f"{service.server.rstrip('/')}/profile/api-token/ and run the command again."
        )
    if code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return TooMuchError(f"{service.server} says the request is too large. Ask for less.")
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return UnavailableError(
            f"{service.server} failed ({code}): {said or 'it does not say why'}. "
            "Run the command again later; answers so far are kept."
        )
    if 300 <= code < 400:
        place = _shorten(error.headers.get("Location", "")) or "elsewhere"
        return RefusedError(
            f"{service.server} sends the request on to {place}. The token goes to no other "
            "server: name the right one with --server."
        )
    return RefusedError(
        f"{service.server} refuses the request ({code}): {said or 'it does not say why'}. "
        "Look whether --server names CourtListener and whether this program is up to date."
    )


def _read_wait(headers: Message, body: bytes) -> float:
    """How many seconds to wait: by `wait_until` in the body, else by the head Retry-After.

    Times are held against the server's own clock where it tells it: ours may be wrong.
    """
    now = _read_time(headers.get("Date", "")) or datetime.datetime.now(datetime.UTC)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    until = said.get("wait_until") if isinstance(said, dict) else None
    if isinstance(until, str):
        try:
            time = datetime.datetime.fromisoformat(until)
        except ValueError:
            time = None
        if time is not None:
            aware = time if time.tzinfo else time.replace(tzinfo=datetime.UTC)
            return max(0.0, (aware - now).total_seconds())
    after = headers.get("Retry-After", "").strip()
    if after.isdecimal() and len(after) < 10:
        return float(after)
    moment = _read_time(after)
    return max(0.0, (moment - now).total_seconds()) if moment else DEFAULT_WAIT


def _read_time(text: str) -> datetime.datetime | None:
    """A time as HTTP writes it: "Tue, 04 Mar 2031 10:00:00 GMT"."""
    try:
        time = email.utils.parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return time if time.tzinfo else time.replace(tzinfo=datetime.UTC)


def _read_answers(data: bytes, length: int) -> tuple[Answer, ...]:
    try:
        answers = json.loads(data)
    except (ValueError, RecursionError):
        raise _wrong("is not JSON") from None
    if answers == {}:  # what the first versions say of a text without citations
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


def _shorten(text: str) -> str:
    words = print_line(text)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
