"""A server on this machine for tests of what fetches: its answers are set, its requests kept."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.serving import QuietHandler, serve_here


@dataclass
class Answer:
    """What is sent; `cut` closes the connection after so many of its bytes."""

    status: int = 200
    body: Any = b""  # bytes, or what becomes JSON
    heads: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


Respond = Callable[[str, dict[str, str]], Answer]  # path with query, the request's heads


@dataclass
class Site:
    """What the server is asked, and how it answers; `faults` come first, one a request."""

    respond: Respond
    address: str = ""
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    faults: list[Answer | None] = field(default_factory=list)


class _Handler(QuietHandler):
    site: Site

    def do_GET(self) -> None:
        site = self.site
        site.asked.append(self.path)
        site.heads.append(dict(self.headers.items()))
        fault = site.faults.pop(0) if site.faults else None
        answer = fault or site.respond(self.path, dict(self.headers.items()))
        body = answer.body
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.reply(answer.status, data[: answer.cut], len(data), **answer.heads)


@contextmanager
def serve(respond: Respond) -> Iterator[Site]:
    site = Site(respond)
    with serve_here(type("Handler", (_Handler,), {"site": site})) as site.address:
        yield site
