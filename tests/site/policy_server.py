"""A host as strict as the real ones: the site below /archive/, its headers, its page for 404."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from build_scripts.pages.host_files import HEADERS


class _StrictHandler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, _: object) -> None:
        """Show no folder."""
        self.send_error(404)

    def send_error(self, code: int, *_: object) -> None:
        page = (Path(self.directory) / "archive/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve_strictly(
    folder: Path, port: int = 0, handler: type[_StrictHandler] = _StrictHandler
) -> Iterator[str]:
    """Serve `folder`/archive; yields its address, which ends in /archive/. 0 is any free port."""
    serving = partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), serving) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/archive/"
        server.shutdown()
