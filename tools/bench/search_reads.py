"""What searches read: counted on the real worker in a real Chromium, each in a fresh worker.

A search is looked at after the start (the scripts, SQLite, the manifest, the first file), with
nothing else kept; so is every kind of search a reader's first.
"""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsers import launch_chromium
from tools.bench.search_orders import MadeOrders
from tools.bench.search_server import BITS_A_SECOND, ROUND_TRIP, SearchServer, Sent, count_rounds

OPEN = """async () => {
  self.worker?.terminate();
  self.worker = new Worker("/assets/javascripts/search/worker.js", { type: "module" });
  self.ask = (call, asked) => new Promise((resolve, reject) => {
    self.worker.onmessage = ({ data }) => (data.problem ? reject(data.problem) : resolve(data.answer));
    self.worker.onerror = reject;
    self.worker.postMessage({ id: 1, call, asked });
  });
  const began = performance.now();
  await self.ask("open", {});
  return performance.now() - began;
}"""
ASK = """async ([call, asked]) => {
  const began = performance.now();
  const answer = await self.ask(call, asked);
  return { answer, took: performance.now() - began };
}"""

GOALS = {  # reads, bytes
    "word": (3, 100_000),
    "boolean": (3, 100_000),
    "docket number": (3, 100_000),
    "citation": (3, 100_000),
    "phrase": (6, 200_000),
    "nearness": (6, 200_000),
    "ruling": (3, 100_000),
    "in texts": (6, 700_000),  # `+s` and `atleast` read sixty texts at a time, as /s does
    "question": (6, 250_000),
    "ten words": (6, 250_000),
    "newest ten": (6, 200_000),
    "known item": (40, 320_000),
    "filters alone": (3, 100_000),
    "ten excerpts": (10, 80_000),
}
MOST_TAKEN = {"ten excerpts": 200, "in texts": 1500}
TAKEN = 400  # milliseconds


@dataclass(frozen=True, slots=True)
class Read:
    """What one search fetched after the start: files of the database, and all bytes."""

    kind: str
    text: str
    reads: int
    rounds: int  # answers that were waited for one after the other
    size: int
    hot: int  # bytes of hot pages that are too many for the first file; fetched once for many searches
    took: float  # milliseconds
    found: int
    named: bool  # whether the order that was meant came first


def list_queries(made: MadeOrders) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Kinds of searches with what is asked, and the case name that is meant, "" for none."""
    words = made.words
    for word in ("subpoena", "contract", words[300], words[2_000], words[8_000], words[30_000]):
        yield "word", {"text": word}, ""
    for text in (
        "discovery subpoena",
        "remand OR stay",
        f"deposition NOT {words[200]}",
        f"({words[400]} OR {words[600]}) sanctions",
        f"{words[1_500]} {words[2_500]}",
    ):
        yield "boolean", {"text": text}, ""
    chosen = made.orders[:: max(1, len(made.orders) // 6)][:6]
    for order in chosen[:4]:
        yield "docket number", {"text": order.case.docket.text}, order.case.name
    for place in (0, 50, 1_500):
        yield "citation", {"text": made.authorities[place][1]}, ""
    yield "citation", {"text": "28 U.S.C. § 1404(a)"}, ""
    for text in ('"good cause"', '"apex doctrine"', '"adverse inference instruction"'):
        yield "phrase", {"text": text}, ""
    yield "phrase", {"text": '"without prejudice"'}, ""
    for text in ("substantial /5 delay", "apex /3 doctrine", f"{words[250]} /10 {words[350]}"):
        yield "nearness", {"text": text}, ""
    for text in ("motion:seal outcome:granted", "outcome:denied has:dissent", "-has:footnotes"):
        yield "ruling", {"text": text}, ""
    for text in ("substantial +5 delay", f"{words[250]} +s {words[350]}", "atleast9(contract)"):
        yield "in texts", {"text": text}, ""
    for text in (
        "may a party that lost documents be told to pay the fees of the other",
        "when is a case sent back to the court of the state",
        "who has the burden to show good cause for more time to serve a summons",
    ):
        yield "question", {"text": text}, ""
    for first in (100, 300, 1_000):
        chosen_words = words[first :: first * 3][:10]
        yield "ten words", {"text": " ".join(chosen_words)}, ""
    for text in ("evidence", "motion", words[300]):
        yield "newest ten", {"text": text, "sort": "newest"}, ""
    for order in chosen:
        yield "known item", {"text": order.case.name}, order.case.name
    yield "filters alone", {"text": "", "chosen": ["zzcourt0", "zzmotion1"]}, ""


def measure_reads(
    folder: Path, made: MadeOrders, slow: bool
) -> tuple[list[Sent], float, list[Read]]:
    """What the start of the search sends, how long it takes, and what searches read after it."""
    server = SearchServer(folder, slow)
    try:
        with sync_playwright() as playwright:
            browser = launch_chromium(playwright)
            page = _open_page(browser, server)
            started = page.evaluate(OPEN)
            start = server.take_sent()
            reads = list(_read_all(browser, server, made))
            browser.close()
    finally:
        server.close()
    return start, started, reads


def _open_page(browser: Browser, server: SearchServer) -> Page:
    """A page of a reader who was never here: nothing is in the browser's cache."""
    page = browser.new_context().new_page()
    page.goto(server.address)
    server.take_sent()
    return page


def _read_all(browser: Browser, server: SearchServer, made: MadeOrders) -> Iterator[Read]:
    excerpts_asked = 0
    for kind, asked, meant in list_queries(made):
        page = _open_page(browser, server)
        page.evaluate(OPEN)
        server.take_sent()
        said = page.evaluate(ASK, ["search", asked])
        hits = said["answer"]["hits"]
        first = bool(hits) and hits[0]["case_name"] == meant
        found = said["answer"]["total"]
        yield _count(kind, asked["text"], server.take_sent(), said["took"], found, first)
        if len(hits) == 10 and excerpts_asked < 6:
            excerpts_asked += 1
            ranks = {"text": asked["text"], "ranks": [hit["rank"] for hit in hits]}
            said = page.evaluate(ASK, ["excerpts", ranks])
            sent = server.take_sent()
            yield _count("ten excerpts", asked["text"], sent, said["took"], 10, True)
        page.context.close()


def _count(kind: str, text: str, sent: list[Sent], took: float, found: int, named: bool) -> Read:
    reads = sum("/chunk-" in one.address for one in sent)
    hot = sum(one.size for one in sent if "/hot-" in one.address)
    size = sum(one.size for one in sent) - hot
    return Read(kind, text, reads, count_rounds(sent), size, hot, took, found, named)


def say_reads(start: list[Sent], started: float, reads: list[Read]) -> Iterator[str]:
    """A line for the start and one a kind of search: what the worst of it read; missed goals."""
    size = sum(one.size for one in start)
    hot = max(one.hot for one in reads)
    yield f"start: {len(start)} files, {size / 1000:.0f} KB; took {started:.0f} ms"
    yield f"more hot pages, with the first phrase or sorting by relevance: {hot / 1000:.0f} KB"
    yield "search             reads  rounds   KB  (usual)  ms on the line   ms taken  missed"
    kinds = defaultdict(list)
    for one in reads:
        kinds[one.kind].append(one)
    for kind, some in kinds.items():
        yield _say_kind(kind, some)


def _say_kind(kind: str, some: list[Read]) -> str:
    most_reads, most_size = GOALS[kind]
    largest = max(some, key=lambda one: one.size)
    reads = max(one.reads for one in some)
    on_line = max(map(estimate_time, some))
    missed = [
        *(["reads"] if reads > most_reads else []),
        *(["bytes"] if largest.size > most_size else []),
        *(["time"] if on_line > MOST_TAKEN.get(kind, TAKEN) else []),
    ]
    usual = statistics.median(one.size for one in some)
    taken = statistics.median(one.took for one in some)
    return (
        f"{kind:<18}{reads:>6}{max(one.rounds for one in some):>8}{largest.size / 1000:>6.0f}"
        f"{usual / 1000:>7.0f}{on_line:>15.0f}{taken:>12.0f}  {', '.join(missed)}"
    ).rstrip()


def estimate_time(read: Read) -> float:
    """Milliseconds that the line alone takes: its rounds and its bytes."""
    return 1000 * (read.rounds * ROUND_TRIP + (read.size + read.hot) * 8 / BITS_A_SECOND)
