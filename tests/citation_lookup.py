"""A citation-lookup API on this machine that behaves as CourtListener's documentation says.

https://www.courtlistener.com/help/api/rest/citation-lookup/: POST with the field `text`; eyecite
finds the citations; at most 250 are looked up, the others have the status 429; more than 64,000
characters are refused with 400; 60 citations a minute, then 429 with `wait_until`; a token.
"""

import datetime
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import eyecite
from eyecite.models import FullCaseCitation

from tests.serving import QuietHandler, serve_here

TOKEN = "0123456789abcdef0123456789abcdef01234567"
PATH = "/api/rest/v4/citation-lookup/"


@dataclass
class Lookup:
    """What the server knows and allows, and what it was asked; tests change it at will."""

    cases: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # citation: (path, name)
    unknown: set[str] = field(default_factory=set)  # reporters
    most: int = 250
    longest: int = 64_000
    rate: int | None = None  # citations in `window` seconds
    window: float = 60.0
    faults: list[Callable[["Handler"], bool]] = field(default_factory=list)  # one a request
    requests: list[list[str]] = field(default_factory=list)  # the citations that were looked up
    heads: list[dict[str, str]] = field(default_factory=list)
    looked_up: list[float] = field(default_factory=list)
    now: Callable[[], float] = time.time
    address: str = ""

    def throttle(self) -> datetime.datetime | None:
        """Until when a request has to wait, None where it may come now."""
        now = self.now()
        recent = [moment for moment in self.looked_up if moment > now - self.window]
        if self.rate is None or len(recent) < self.rate:
            return None
        until = recent[len(recent) - self.rate] + self.window
        return datetime.datetime.fromtimestamp(until, datetime.UTC)

    def answer(self, text: str) -> list[dict[str, Any]]:
        found = [c for c in eyecite.get_citations(text) if isinstance(c, FullCaseCitation)]
        self.requests.append([c.matched_text() for c in found[: self.most]])
        self.looked_up += [self.now()] * min(len(found), self.most)
        return [self._answer(citation, place) for place, citation in enumerate(found)]

    def _answer(self, citation: FullCaseCitation, place: int) -> dict[str, Any]:
        printed = citation.matched_text()
        start, end = citation.span()
        cases = self.cases.get(printed, [])
        status, error = 200 if len(cases) == 1 else 300, ""
        if place >= self.most:
            status, error, cases = 429, "Too many citations requested.", []
        elif citation.groups["reporter"] in self.unknown:
            status, error = 400, "Unable to find reporter with abbreviation of 'X'"
        elif not cases:
            status, error = 404, f"Citation not found: '{printed}'"
        clusters = [
            {
                "id": number,
                "absolute_url": path,
                "case_name": name,
                "sub_opinions": [],
                "judges": "",
            }
            for number, (path, name) in enumerate(cases)
        ]
        return {
            "citation": printed,
            "normalized_citations": [] if status == 400 else [printed],
            "start_index": start,
            "end_index": end,
            "status": status,
            "error_message": error,
            "clusters": clusters,
        }


class Handler(QuietHandler):
    protocol_version = "HTTP/1.1"
    lookup: Lookup

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.lookup.heads.append(dict(self.headers.items()))
        if self.lookup.faults and self.lookup.faults.pop(0)(self):
            return
        text = parse_qs(body.decode()).get("text", [""])[0]
        if self.headers["Authorization"] != f"Token {TOKEN}":
            self.send(401, {"detail": "Invalid token."})
        elif self.path != PATH:
            self.send(404, {"detail": "Not found."})
        elif not text:
            self.send(400, {"non_field_errors": ["Either 'text' or 'reporter' is required."]})
        elif len(text) > self.lookup.longest:
            self.send(400, {"text": ["Ensure this field has no more than 64000 characters."]})
        elif until := self.lookup.throttle():
            wait = {"error_message": "Too many requests.", "wait_until": until.isoformat()}
            self.send(429, wait)
        else:
            self.send(200, self.lookup.answer(text))

    def do_GET(self) -> None:
        """Where a redirected client would end: it must not come here with the token."""
        self.lookup.heads.append(dict(self.headers.items()))
        self.send(200, [])

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(self.lookup.now() if timestamp is None else timestamp)

    def send(self, status: int, answer: Any, **heads: str) -> None:
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.reply(status, data, Content_Type="application/json", **heads)

    def drop(self) -> None:
        """Close the connection in the middle of an answer."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'[{"citation"')
        self.close_connection = True


@contextmanager
def serve_lookup() -> Iterator[Lookup]:
    lookup = Lookup()
    handler = type("LookupHandler", (Handler,), {"lookup": lookup})
    with serve_here(handler) as lookup.address:
        yield lookup
