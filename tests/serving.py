"""Servers on this machine, for tests of what fetches and of what browsers show."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class QuietHandler(BaseHTTPRequestHandler):
    """Logs nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def reply(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        """Send an answer, of another `length` than it promises if that is given."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class QuietFiles(QuietHandler, SimpleHTTPRequestHandler):
    """Serves files, and logs nothing."""


@contextmanager
def serve_here(handler: Callable[..., BaseHTTPRequestHandler], port: int = 0) -> Iterator[str]:
    """Answer requests in threads; yields the server's address, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def hold_port() -> Iterator[int]:
    """A port of this machine that a program which is told of it can have, and nobody else is given.

    What is bound with SO_REUSEADDR, and does not listen, lets another socket of that kind listen
    there; the system gives such a port to none that asks for any.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def is_open(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def serve_site(
    folder: Path,
    handler: Callable[..., SimpleHTTPRequestHandler] = QuietFiles,
    port: int = 0,
) -> Iterator[str]:
    """Serve `folder`/archive; yields its address, which ends in /archive/. 0 is any free port."""
    with serve_here(partial(handler, directory=str(folder)), port) as address:
        yield f"{address}/archive/"
