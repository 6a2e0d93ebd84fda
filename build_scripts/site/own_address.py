"""Servers for one browser of this machine: they answer to their own address alone.

By DNS rebinding, a page of another site can lead its own host name to this machine; its requests
carry that name in the Host header (RFC 9110, 7.2).
"""

import socket
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from build_scripts.problems import ArchiveError

HERE = "127.0.0.1"
LOCAL = frozenset({HERE, "localhost"})
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


def listen(port: int, option: str = "--port") -> socket.socket:
    """Return a socket that listens at a port of this machine, 0 for a free one. Raise ArchiveError,
    with the command's option for it, if the port is in use.
    """
    try:
        return socket.create_server((HERE, port))
    except OSError as error:
        raise ArchiveError(
            f"Port {port} is in use, or may not be used. Choose another with {option}."
        ) from error
