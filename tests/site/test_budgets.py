"""What a page costs its reader: bytes, jumps while it loads, requests to others.

Some seconds: every order and every kind of page is loaded.
"""

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.commands import build_with_mkdocs
from tests.serving import serve_site
from tests.shared import begin_project
from tests.site.compressing_server import serve_compressed
from tests.site.policy_server import StrictFiles
from tests.site.test_policy import Watched, list_page_kinds
from tests.site.test_search import finish
from tests.site.widths import DESKTOP, PHONE
from tests.waiting import TWO_FRAMES, wait_until
from tools.bench.long_opinion import CAPTION, END, HEADINGS, write_paragraphs

FIRST_VISIT = 35_000
"""Bytes on the wire of an order's page besides the theme's files, to a reader who is new here."""
NEXT_PAGE = 25_000
"""Bytes on the wire of a further order, everything counted."""

WIDTHS = (DESKTOP, PHONE)
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
OPEN_FOLDS = "document.querySelectorAll('details').forEach((one) => { one.open = true })"

# The theme's own files, as its package names them: by a hash of what they hold.
THEME = ("main.", "palette.", "bundle.")


@pytest.fixture(scope="module")
def compressed_address(published: Path) -> Iterator[str]:
    """Where the site is served compressed; ends in /archive/."""
    with serve_compressed(published.parent) as address:
        yield address


class Meter:
    """What a page fetches over the wire: bytes with headers, by address; the cache costs none."""

    def __init__(self, page: Page) -> None:
        self.bytes: dict[str, int] = {}
        self._addresses: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.on("Network.responseReceived", self._begin)
        session.on("Network.loadingFinished", self._finish)
        session.send("Network.enable")

    def _begin(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["response"]["url"]

    def _finish(self, event: dict[str, Any]) -> None:
        address = self._addresses.get(event["requestId"], "")
        if urlsplit(address).scheme == "http":
            self.bytes[address] = self.bytes.get(address, 0) + int(event["encodedDataLength"])

    def sum_besides_theme(self) -> int:
        """Bytes of all but the theme's own files."""
        return sum(
            size
            for address, size in self.bytes.items()
            if not urlsplit(address).path.rpartition("/")[2].startswith(THEME)
        )


def open_to_its_end(page: Page, address: str) -> None:
    """Open a page, and wait for what it loads and for what that loads."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def list_orders(site: Path) -> list[str]:
    """Addresses of all orders, the longest page first."""
    pages = sorted(site.glob("orders/*/*/*/index.html"), key=lambda path: -path.stat().st_size)
    return [f"{path.parent.relative_to(site).as_posix()}/" for path in pages]


def test_an_order_is_light_at_first_and_lighter_later(
    browser: Browser, compressed_address: str, published: Path
) -> None:
    """The longest specimen as the first page; then each of the others, the longest again last. None
    is wider than its window, whatever is unfolded in it.
    """
    longest, *others = list_orders(published)
    assert len(others) > 15
    context = browser.new_context()
    page = context.new_page()
    meter = Meter(page)
    open_to_its_end(page, compressed_address + longest)
    theme = [path for path in meter.bytes if path.rpartition("/")[2].startswith(THEME)]
    assert len(theme) == len(THEME)  # their names are known, and the meter sees what is fetched
    assert 10_000 < meter.sum_besides_theme() <= FIRST_VISIT, meter.bytes
    for address in others:
        meter.bytes.clear()
        page.goto(compressed_address + address, wait_until="load")
        wait_until(page, lambda: sum(meter.bytes.values()) > 1_000)
        assert sum(meter.bytes.values()) <= NEXT_PAGE, meter.bytes
        page.evaluate(OPEN_FOLDS)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(TOO_WIDE) <= 0, (address, width)
    context.close()
    context = browser.new_context()
    page = context.new_page()
    open_to_its_end(page, compressed_address + others[0])
    meter = Meter(page)
    open_to_its_end(page, compressed_address + longest)
    assert 1_000 < sum(meter.bytes.values()) <= NEXT_PAGE, meter.bytes


CHROME, A_CITATION, A_PARAGRAPH, A_ROW = 6_000, 22, 8, 35
"""Compressed bytes that a page may take besides its order's text: what the theme and the head say,
and for each citation, numbered paragraph and row of the table of authorities. Of 64 real orders
of up to 47 kB of compressed text few took more, and none a fifth more."""


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a long order's page: a site of its own, of one order of 60,000 characters."""
    folder = begin_project(tmp_path_factory.mktemp("long"))
    paragraphs = [
        f"{paragraph} See Fed. R. Civ. P. {number % 86 + 1}; 28 U.S.C. § {1330 + number % 40}."
        for number, paragraph in enumerate(write_paragraphs(60_000))
        if paragraph not in HEADINGS
    ]
    text = "\n\n".join((*CAPTION, *paragraphs, *END))
    (folder / "orders/long.txt").write_text(text, encoding="utf-8")
    site = folder / "site"
    build_with_mkdocs(folder, "--quiet")
    (page,) = site.glob("orders/*/*/*/index.html")
    return page.parent


def count_overhead(page: Path) -> tuple[int, int]:
    """Compressed bytes of a page besides its order's text, and how many it may have."""
    html = (page / "index.html").read_bytes()
    text = (page / "order.md").read_bytes().split(b"---\n", 2)[2]
    allowed = CHROME + sum(
        html.count(sign) * size
        for sign, size in (
            (b'id="cite-', A_CITATION),
            (b'id="p-', A_PARAGRAPH),
            (b'id="authority-', A_ROW),
        )
    )
    return len(gzip.compress(html, 6)) - len(gzip.compress(text, 6)), allowed


def test_what_a_page_adds_to_a_long_order_is_bounded(long_page: Path) -> None:
    html = (long_page / "index.html").read_bytes()
    assert html.count(b'id="cite-') > 300
    assert html.count(b'id="authority-') > 100
    added, allowed = count_overhead(long_page)
    assert 0.5 * allowed < added <= allowed


# Before anything of a page runs. The sources of a shift are told from the theme's by where they
# stand: what is in <main> or in the header's search box is the site's own.
WATCH_SHIFTS = """
self.shifts = [];
self.shiftsSeen = new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    for (const { node } of entry.sources) {
      const element = node instanceof Element ? node : node?.parentElement;
      self.shifts.push(
        `${element?.closest("main, [role=search]") ? "own" : "theme"} ${entry.value.toFixed(4)} ` +
          (element ? element.cloneNode().outerHTML.slice(0, 120) : "gone"),
      );
    }
});
self.shiftsSeen.observe({ type: "layout-shift", buffered: true });
"""
FORGET_SHIFTS = "() => { self.shiftsSeen.takeRecords(); self.shifts.length = 0 }"


class _ScriptsLater(StrictFiles):
    """Serves the theme's script, which stands at the end of a page, only when it is told to."""

    def __init__(self, *given: object, told: threading.Event, directory: str) -> None:
        self.told = told
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        if "/bundle." in self.path:
            self.told.wait(60)
            self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps_and_the_policy_is_kept(
    browser: Browser, published: Path, width: int
) -> None:
    """Every kind of page, from when all of it is painted and its scripts run, to when it is scrolled
    to its end; nobody else is asked. While it is read, a busy machine may paint half of a line:
    test_pieces.py looks at that.
    """
    told = threading.Event()
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(WATCH_SHIFTS)
    watched = Watched(page)
    kinds = list_page_kinds(published)
    assert len(kinds) > 15
    shifts = {}
    with serve_site(published.parent, partial(_ScriptsLater, told=told)) as address:
        for kind in kinds:
            told.clear()
            page.goto(address + kind, wait_until="commit")
            wait_until(page, """!!document.querySelector("script[src*='/bundle.']")""")
            page.evaluate(TWO_FRAMES)
            page.evaluate(FORGET_SHIFTS)
            told.set()
            page.wait_for_load_state()
            if kind == "search/":  # what it shows comes from files that it fetches by and by
                finish(page)
                page.locator(".search-facet").first.wait_for(state="attached")
            page.wait_for_timeout(100)
            page.mouse.wheel(0, 100_000)
            page.wait_for_timeout(100)
            assert not watched.problems, kind
            assert page.evaluate(TOO_WIDE) <= 0, kind
            if found := page.evaluate("self.shifts"):
                shifts[kind] = found
        page.goto(f"{address}orders/nowhere/")
        # a page for 404 is itself an error in the console; nothing else may be
        assert [one for one in watched.problems if "status of 404" not in one] == []
        page.close()
    assert shifts == {}


def test_a_jump_is_seen(browser: Browser, compressed_address: str) -> None:
    """The test above would pass with an observer that sees nothing."""
    page = browser.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(compressed_address)
    page.evaluate(
        "() => { const box = document.createElement('div'); box.textContent = 'late';"
        " box.style.height = '200px'; document.querySelector('article').prepend(box) }"
    )
    wait_until(page, "self.shifts.some((shift) => shift.startsWith('own'))")
