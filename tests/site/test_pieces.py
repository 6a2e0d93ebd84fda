"""A page that arrives in pieces, as over a slow line or on a busy machine: what is shown stays put."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.serving import QuietFiles, serve_site
from tests.site.test_policy import LARKSPUR
from tests.waiting import TWO_FRAMES

PIECES = 24

LIST_SHIFTS = """() => new Promise((answer) => {
  const moved = [];
  const watch = (list) => {
    for (const { value, sources } of list.getEntries())
      for (const { node } of sources) moved.push([value, (node?.outerHTML ?? node?.data ?? "").slice(0, 80)]);
  };
  new PerformanceObserver(watch).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => answer(moved), 500);
})"""

FIRST_PAINT = """() => new Promise((answer) =>
  new PerformanceObserver(() => answer()).observe({ type: "paint", buffered: true }))"""


class _PiecewiseHandler(QuietFiles):
    """Serves a site; of one page each piece only when it is asked for the next."""

    def __init__(self, *given: object, next_piece: threading.Semaphore, directory: str) -> None:
        self.next_piece = next_piece
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path != f"/archive/{LARKSPUR}":
            super().do_GET()
            return
        page = (Path(self.directory) / self.path.lstrip("/") / "index.html").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        for piece in cut(page):
            self.wfile.write(piece)
            self.wfile.flush()
            self.next_piece.acquire()


def cut(page: bytes) -> list[bytes]:
    """The page in pieces: up to the content, the breadcrumb alone, and the rest between elements."""
    start = page.index(b'<nav class="trail')
    end = page.index(b"</nav>", start) + len(b"</nav>")
    step = (len(page) - end) // PIECES
    cuts = [
        start,
        end,
        *(page.index(b"\n<", at) for at in range(end + step, len(page) - step, step)),
    ]
    cuts = sorted(set(cuts))
    return [page[a:b] for a, b in zip([0, *cuts], [*cuts, len(page)], strict=True)]


@pytest.fixture(scope="module")
def piecewise(published: Path) -> Iterator[tuple[str, threading.Semaphore]]:
    """Where the site is served, and what lets the next piece go."""
    go = threading.Semaphore(0)
    with serve_site(published.parent, partial(_PiecewiseHandler, next_piece=go)) as address:
        yield address, go


@pytest.mark.parametrize("width", [1440, 800, 360])
def test_nothing_moves_while_an_order_comes_in_pieces(
    browser: Browser, piecewise: tuple[str, threading.Semaphore], published: Path, width: int
) -> None:
    """Each piece is sent when the one before is painted."""
    address, go = piecewise
    pieces = len(cut((published / LARKSPUR / "index.html").read_bytes()))
    assert pieces > PIECES // 2
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + LARKSPUR, wait_until="commit")
    page.evaluate(FIRST_PAINT)
    for _ in range(pieces):
        page.evaluate(TWO_FRAMES)
        go.release()
    page.wait_for_load_state()
    assert page.evaluate(LIST_SHIFTS) == []
