"""Servers for one browser of this machine: they answer to their own address alone.

By DNS rebinding, a page of another site can lead its own host name to this machine; its requests
carry that name in the Host header (RFC 9110, 7.2).
"""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

LOCAL = frozenset({"127.0.0.1", "localhost"})
HTTP = 80  # the port that no Host header names
REFUSAL = "This server answers to its own address alone.\n"


def guard_address(app: WSGIApplication, port: int) -> WSGIApplication:
    """Return an application that refuses every request but those to `port` of this machine."""
    own = {f"{host}:{port}" for host in LOCAL} | (LOCAL if port == HTTP else frozenset())

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("HTTP_HOST") in own:
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [REFUSAL.encode()]

    return answer
