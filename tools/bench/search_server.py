"""A site with nothing but the search, served over a line of a known speed; what is sent is counted.

The browser's own slow-down (DevTools) does not reach what workers ask for synchronously, so the
server is slow instead: every answer waits a round trip, and all answers share the line.
"""

import gzip
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from build_scripts.site.script_bundles import BUNDLES, write_bundle
from tests.shared import ROOT

BITS_A_SECOND = 10_000_000
ROUND_TRIP = 0.040
ASSETS = ROOT / "build_scripts/pages/theme/assets"
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html"}
PAGE = b"<!DOCTYPE html><title>Search</title>"


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: where it lies, how many bytes it had without its head, and when it was asked
    for and had left.
    """

    address: str
    size: int
    asked: float
    left: float


def count_rounds(sent: Iterable[Sent]) -> int:
    """How many answers were waited for one after the other: the longest chain of them."""
    rounds, end = 0, 0.0
    for one in sorted(sent, key=lambda one: one.left):
        if one.asked >= end:
            rounds, end = rounds + 1, one.left
    return rounds


class SearchServer:
    """Serves a folder of published search files, and the scripts that read them."""

    def __init__(self, folder: Path, slow: bool) -> None:
        self.folder, self.slow = folder, slow
        self.sent: list[Sent] = []
        self._line = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def take_sent(self) -> list[Sent]:
        """What was sent since this was last asked."""
        sent, self.sent = self.sent, []
        return sent

    def find(self, address: str) -> bytes | None:
        """The bytes at an address below the root."""
        if address == "":
            return PAGE
        home = ASSETS.parent if address.startswith("assets/") else self.folder
        path = home / address
        if address in BUNDLES:
            return write_bundle(address, lambda one: (ASSETS.parent / one).read_text()).encode()
        return path.read_bytes() if path.is_file() else None

    def wait_for_line(self, size: int) -> None:
        """Take as long as the line does."""
        if not self.slow:
            return
        time.sleep(ROUND_TRIP)
        with self._line:
            time.sleep(size * 8 / BITS_A_SECOND)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: SearchServer, *rest: object) -> None:
        self.site = site
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file; scripts are packed on the way, as hosts of static sites do."""
        address = self.path.partition("?")[0].lstrip("/")
        data = self.site.find(address)
        asked = time.perf_counter()
        packed = Path(address).suffix in TYPES and data is not None
        status = HTTPStatus.NOT_FOUND if data is None else HTTPStatus.OK
        if packed:
            data = gzip.compress(data or b"", 6)
        elif data is not None and (part := self.headers["Range"]):
            first, last = map(int, part.removeprefix("bytes=").split("-"))
            status, data = HTTPStatus.PARTIAL_CONTENT, data[first : last + 1]
        self.site.wait_for_line(len(data or b""))
        self.send_response(status)
        if status is HTTPStatus.PARTIAL_CONTENT:
            self.send_header("Content-Range", f"bytes {first}-{last}/*")
        kind = TYPES.get(Path(address).suffix or ".html", "application/octet-stream")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data or b"")))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        sent = Sent(address, len(data or b""), asked, time.perf_counter())
        self.site.sent.append(sent)  # before it leaves: the reader may be done at once
        self.wfile.write(data or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""
