"""Requests to other sites: over https, bounded, no redirects elsewhere, each fault named.

Plain http is only for servers of this machine. A secret is sent only to the named server, and no
message contains it.
"""

import datetime
import email.utils
import http.client
import ipaddress
import json
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin, urlsplit

from build_scripts.model.text.folding import print_line
from build_scripts.problems import ArchiveError, ExitCode

TIMEOUT = 120  # seconds without a byte
SLOWEST = 512  # bytes a second, after the first `TIMEOUT`
LARGEST_ANSWER = 64 * 1024 * 1024  # bytes
SHOWN = 200  # characters of a server's own message
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DEFAULT_WAIT = 60.0  # seconds, if a server that refuses gives no time
AGENT = "orders-archive"


class ServiceError(ArchiveError):
    """The service gave no answer; the message ends in what to do next."""

    exit_code = ExitCode.SERVICE_FAILED


class RefusedError(ServiceError):
    """The token, the address or the request is not accepted: a retry changes nothing."""


class GoneError(RefusedError):
    """There is nothing at the address (404, 410)."""


class WrongAnswerError(ServiceError):
    """The answer differs from the documentation: another service, or a changed one."""


class UnavailableError(ServiceError):
    """No connection, or the server's own failure: a later retry may help."""


class TooMuchError(ServiceError):
    """The request, or its answer, is too large: request less at a time."""


class ThrottledError(ServiceError):
    """The limit is reached; `seconds` is the server's requested wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The server asks to wait {seconds:.0f} seconds. Ask again then.")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Host:
    """A server, as messages name it, and the owner's secret, which is never displayed.

    `called` is the service's name for the secret, `renewed_at` the page that issues a new one,
    `advice` what to check if a request is refused. `follows` is how many redirects a request may
    follow: never with a secret to another server.
    """

    address: str
    secret: str = field(default="", repr=False)
    called: str = "token"
    renewed_at: str = ""
    advice: str = "Look whether the address is right and whether this program is up to date."
    follows: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer; `address` is where the answer was found."""

    address: str
    heads: Message
    data: bytes


def is_safe(address: str) -> bool:
    """Return whether an address is safe: https, or http on this machine; no password in it."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and " " not in address
    if not plain or not host or parts.username is not None:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)


def send(
    host: Host,
    address: str,
    heads: Mapping[str, str],
    data: bytes | None = None,
    largest: int = LARGEST_ANSWER,
) -> Reply:
    """Request `address`, with `data` as a POST; return the answer, of at most `largest` bytes.

    Raise one of the errors above; none contains the secret.
    """
    left = host.follows
    while True:
        if not is_safe(address):
            raise RefusedError(
                f"{print_line(address)[:SHOWN]} is not asked: only https is, without a password."
            )
        request = urllib.request.Request(address, data, {"User-Agent": AGENT, **heads})  # noqa: S310
        reply, place = _send_once(host, request, largest)
        if reply is not None:
            return reply
        target = _find_target(address, place)
        is_private = _is_private(address, target)
        if not left or not target or is_private or data is not None:
            advice = "It is not followed there."
            if host.secret:
                advice = "The token goes to no other server: name the right one with --server."
            elif is_private:
                advice = (
                    "That is an address of this machine or of a private network, and is not "
                    "followed. If you trust it, name it yourself."
                )
            raise RefusedError(
                f"{host.address} sends the request on to {_shorten(place) or 'elsewhere'}. {advice}"
            )
        left -= 1
        if urlsplit(target).netloc != urlsplit(address).netloc:
            heads = {name: value for name, value in heads.items() if name == "Accept"}
        address = target


def _find_target(address: str, place: str) -> str:
    try:
        target = urljoin(address, place) if place else ""
    except ValueError:
        return ""
    return target if is_safe(target) else ""


def _is_private(address: str, target: str) -> bool:
    """Return whether a redirect leads to another server, in a network that is not public.

    Such a server may trust whoever can reach it: the metadata service of a cloud, a router.
    A name that this machine can't resolve is no private one: a proxy resolves it.
    """
    there = urlsplit(target)
    if not target or there.netloc == urlsplit(address).netloc:
        return False
    try:
        found = socket.getaddrinfo(there.hostname, there.port or there.scheme)
    except (OSError, UnicodeError):
        return False
    places = (ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found)
    return not all((getattr(one, "ipv4_mapped", None) or one).is_global for one in places)


def take_reply(host: Host, reply: Reply) -> Any:
    """Return the JSON of an answer. Raise WrongAnswerError if it is none."""
    try:
        return json.loads(reply.data)
    except (ValueError, RecursionError):
        raise WrongAnswerError(f"The answer of {host.address} is not JSON. {host.advice}") from None


@cache
def _open(here: bool) -> urllib.request.OpenerDirector:
    """Return an opener that follows no redirects: the caller decides. This machine has no proxy."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if here else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _send_once(
    host: Host, request: urllib.request.Request, largest: int
) -> tuple[Reply | None, str]:
    """Send one request; return None if it is redirected, and the target."""
    opener = _open(urlsplit(request.full_url).hostname in LOOPBACK)
    try:
        with opener.open(request, timeout=TIMEOUT) as response:
            data = b"".join(_iter_pieces(response, largest))
            heads = response.headers
    except urllib.error.HTTPError as error:
        with error:
            if 300 <= error.code < 400 and error.code != HTTPStatus.NOT_MODIFIED:
                return None, error.headers.get("Location", "")
            raise _explain_status(host, error) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise RefusedError(
                f"{host.address} shows no valid certificate: {error.reason.verify_message}. "
                "Nothing was sent. Name the right server, or install its authority's certificate."
            ) from None
        raise _cut_off(host, error.reason) from None
    except (OSError, http.client.HTTPException) as error:
        raise _cut_off(host, error) from None
    if len(data) > largest:
        size = max(1, largest // 1024 // 1024)
        raise TooMuchError(f"{host.address} answers with more than {size} MB. Ask for less.")
    promised = heads.get("Content-Length", "")
    if promised.isdecimal() and len(data) < int(promised):
        raise _cut_off(host, "the answer broke off")
    return Reply(request.full_url, heads, data), ""


def _iter_pieces(response: http.client.HTTPResponse, largest: int) -> Iterator[bytes]:
    """Yield an answer until it is larger than `largest`. Raise OSError for one without an end."""
    begun, size = time.monotonic(), 0
    while size <= largest and (piece := response.read1(largest + 1 - size)):
        yield piece
        size += len(piece)
        if time.monotonic() - begun > TIMEOUT + size / SLOWEST:
            raise OSError(f"after {size:,} bytes the answer is too slow")


def _cut_off(host: Host, reason: object) -> UnavailableError:
    return UnavailableError(
        f"{host.address} can't be reached: {_shorten(str(reason)) or type(reason).__name__}. "
        "Look at the connection and run the command again."
    )


def _explain_status(host: Host, error: urllib.error.HTTPError) -> ServiceError:
    try:
        body = error.read(64 * 1024)
    except (OSError, http.client.HTTPException):
        body = b""
    said = _shorten(body.decode("utf-8", "replace"))
    if host.secret:
        said = said.replace(host.secret, "…")
    said = said or "it does not say why"
    code = error.code
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return ThrottledError(_read_wait(error.headers, body))
    if code == HTTPStatus.SERVICE_UNAVAILABLE and "Retry-After" in error.headers:
        return ThrottledError(_read_wait(error.headers, body))
    if code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN} and host.secret:
        return RefusedError(
            f"{host.address} does not accept the {host.called} ({code}). Copy it anew from "
            f"{host.renewed_at} and run the command again."
        )
    if code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return TooMuchError(f"{host.address} says the request is too large. Ask for less.")
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return UnavailableError(
            f"{host.address} failed ({code}): {said}. Run the command again later."
        )
    refused = GoneError if code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE} else RefusedError
    return refused(f"{host.address} refuses the request ({code}): {said}. {host.advice}")


def _read_wait(headers: Message, body: bytes) -> float:
    """Return how many seconds to wait: by `wait_until` in the body, else by the header Retry-After.

    Times are compared with the server's own clock if it sends one: ours may be wrong.
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
    """Return a time in HTTP's form: "Tue, 04 Mar 2031 10:00:00 GMT"."""
    try:
        time = email.utils.parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return time if time.tzinfo else time.replace(tzinfo=datetime.UTC)


def _shorten(text: str) -> str:
    words = print_line(text)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
