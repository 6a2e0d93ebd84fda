"""The search as a reader meets it: in Chromium at two widths, and in Firefox.

The server sends the strictest policy that the search can do with, and does nothing else for it.
"""

import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.archive.storage.publication_log import read_log
from build_scripts.site.data.publication import LOG
from build_scripts.site.search_engine import Sort, open_site_search
from tests.serving import QuietFiles, serve_site
from tests.shared import ROOT
from tests.site.axe import COLOR_RULES, judge
from tests.site.firefox import Firefox, find_firefox
from tests.site.widths import DESKTOP, PHONE, both_widths
from tests.tables import read_rows
from tests.waiting import wait_until

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "img-src 'self' data:"
)
LARKSPUR = "orders/cand/3-23-cv-01234/2024-03-04-order-denying-motion-for-expedited-discovery/"


class _StrictHandler(QuietFiles):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


class _EarlierHandler(_StrictHandler):
    """Sends the manifest as programs wrote it before one file held what a first search needs."""

    def do_GET(self) -> None:
        if self.path.endswith("/manifest.json"):
            manifest = json.loads(Path(self.translate_path(self.path)).read_bytes())
            del manifest["first"]
            self.reply(200, json.dumps(manifest).encode())
        else:
            super().do_GET()


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """Where the site is served under the policy; ends in /archive/."""
    with serve_site(site.parent, _StrictHandler) as address:
        yield address


@pytest.fixture
def reader(page: Page) -> Iterator[Page]:
    """A page that fails on anything the policy refuses, too."""
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    yield page
    assert refused == []


# As the browser's own buttons lead from search to search: nothing is loaded anew.
FOLLOW = """query => {
  history.pushState(null, "", location.pathname + query);
  dispatchEvent(new PopStateEvent("popstate"));
}"""


def search(page: Page, address: str, query: str) -> None:
    """Open the search page with a query string, or lead it there where it is open, and wait until
    all of it is there.
    """
    if page.url.partition("?")[0] == f"{address}search/":
        page.evaluate(FOLLOW, query)
    else:
        page.goto(f"{address}search/{query}")
    finish(page)


def finish(page: Page) -> None:
    """Wait until all of the search is there that was asked for last."""
    page.locator("#search-page:not([aria-busy]) .search-status:not(:empty)").wait_for()


def titles(page: Page) -> list[str]:
    return page.locator(".search-hit .search-title").all_inner_texts()


def test_nothing_is_loaded_before_it_is_used(reader: Page, strict: str) -> None:
    asked: list[str] = []
    reader.on("request", lambda sent: asked.append(sent.url.removeprefix(strict)))
    reader.goto(strict + LARKSPUR)
    reader.wait_for_load_state("networkidle")
    of_search = [path for path in asked if "search" in path]
    assert sorted(of_search) == [
        "assets/javascripts/search/box.js",
        "assets/stylesheets/search.css",
    ]
    assert not [path for path in asked if "wasm" in path]


def test_neither_modules_nor_source_maps_are_served(site: Path) -> None:
    scripts = site / "assets/javascripts/search"
    served = {path.relative_to(scripts).as_posix() for path in scripts.rglob("*.js")}
    assert served == {"box.js", "check.js", "page.js", "worker.js", "page/arrival.js"}
    assert not list(site.rglob("*.map"))


MOST_FILES, MOST_BYTES = 9, 650_000
"""What a first search loads beside its page, packed as hosts pack scripts."""


def test_a_first_search_is_few_files(site: Path, reader: Page) -> None:
    loaded: dict[str, int] = {}

    class Counting(_StrictHandler):
        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            if path.is_file():
                data = path.read_bytes()
                is_packed = path.suffix not in (".js", ".json", ".css")
                loaded[self.path] = len(data if is_packed else gzip.compress(data, 6))
            super().do_GET()

    with serve_site(site.parent, Counting) as address:
        reader.goto(f"{address}about/")
        reader.wait_for_load_state("networkidle")
        before = set(loaded)
        search(reader, address, "?q=windjammer+catalogue")
        reader.wait_for_load_state("networkidle")
    of_search = {path: size for path, size in loaded.items() if path not in before}
    of_search = {path: size for path, size in of_search.items() if "stylesheets" not in path}
    assert 6 < len(of_search) <= MOST_FILES, of_search
    assert sum(of_search.values()) <= MOST_BYTES, of_search


# What the page asks for by itself is asked by now, and answered: the same asked once more comes later.
OUTRUN = """async ([script, text]) => {
  for (let frames = 2; frames; frames -= 1) await new Promise(requestAnimationFrame);
  const { ask } = await import(script);
  const { hits } = await ask("search", { text });
  await ask("excerpts", { text, ranks: hits.map(({ rank }) => rank) });
}"""


def test_texts_come_when_a_reader_nears_them(reader: Page, strict: str) -> None:
    """A long opinion's text is some 200 KB: those of the first three results come at once, others
    when they are seen, or near what is seen after a scroll.
    """
    reader.set_viewport_size({"width": PHONE, "height": 740})
    search(reader, strict, "?q=motion")
    hits = reader.locator(".search-hit")
    expect(hits).to_have_count(10)
    expect(hits.nth(2).locator(".search-excerpt mark").first).to_be_attached()
    script = f"{strict}assets/javascripts/search/page.js"
    reader.locator(".search-facet").first.wait_for(state="attached")  # asked behind the texts
    reader.evaluate(OUTRUN, [script, "motion"])
    fourth = hits.nth(3).locator(".search-excerpt")
    expect(fourth).to_have_count(0)
    hits.nth(3).evaluate(
        "hit => scrollTo(0, scrollY + hit.getBoundingClientRect().top - innerHeight - 100)"
    )
    expect(fourth.locator("mark").first).to_be_attached()
    expect(hits.nth(3)).not_to_be_in_viewport()
    reader.evaluate(OUTRUN, [script, "motion"])
    expect(hits.last.locator(".search-excerpt")).to_have_count(0)
    hits.last.scroll_into_view_if_needed()
    expect(hits.last.locator(".search-excerpt mark").first).to_be_visible()


def test_an_order_without_a_name_is_called_by_its_number(site: Path, reader: Page) -> None:
    """As its own page and lists call it."""

    class Nameless(_EarlierHandler):
        def do_GET(self) -> None:
            if "/results-" not in self.path:
                super().do_GET()
                return
            packed = Path(self.translate_path(self.path)).read_bytes()
            orders = [one | {"case_name": ""} for one in json.loads(gzip.decompress(packed))]
            self.reply(200, gzip.compress(json.dumps(orders).encode()))

    with serve_site(site.parent, Nameless) as served:
        search(reader, served, "?q=windjammer+catalogue")
        hit = reader.locator(".search-hit")
        expect(hit.locator("h3")).to_have_text("No. 3:21-cv-00417-TVB")
        expect(hit.locator(".search-title")).to_have_text("Order Denying Motion to Dismiss")
        expect(hit.locator(".search-facts")).not_to_contain_text("3:21-cv-00417")


def test_results_lead_to_the_marked_place(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=windjammer+catalogue")
    expect(reader.locator(".search-status")).to_contain_text("1 order. Read as: windjammer and cat")
    hit = reader.locator(".search-hit")
    expect(hit.locator("h3")).to_contain_text("Quill & Feather Press")
    expect(hit.locator(".search-title")).to_have_text("Order Denying Motion to Dismiss")
    facts = hit.locator(".search-facts")
    for fact in ("D. Or.", "Theodora V. Brandt", "Aug. 9, 2021", "3:21-cv-00417", "Denied"):
        expect(facts).to_contain_text(fact)
    excerpt = hit.locator(".search-excerpt a").first
    expect(excerpt.locator("mark")).to_have_text(["windjammer", "catalogue"])
    excerpt.click()
    expect(reader.locator(".order-title")).to_have_text("Order Denying Motion to Dismiss")
    assert "#p-" in reader.url
    expect(reader.locator(":target")).to_contain_text("windjammer catalogue")
    wait_until(reader, "CSS.highlights.get('search-words')?.size >= 2")


@both_widths
def test_facets_combine_clear_and_go_back(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=discovery")
    everything = int(reader.locator(".search-status strong").inner_text().split()[0])
    facet = reader.locator(".search-facet", has=reader.get_by_role("heading", name="Disposition"))
    if not facet.is_visible():  # on a phone the filters are folded
        reader.get_by_text("Narrow down").click()
    denied = facet.get_by_role("link", name="Denied")
    count = int(denied.locator(".search-count").inner_text())
    assert 0 < count < everything
    denied.click()
    expect(reader.locator(".search-status strong")).to_have_text(
        "1 order" if count == 1 else f"{count} orders"
    )
    assert reader.url.endswith("?q=discovery&disposition=denied")
    finish(reader)
    years = reader.locator(".search-facet", has=reader.get_by_role("heading", name="Year"))
    years.locator("a").first.click()
    expect(reader.locator(".search-chip")).to_have_count(3)
    assert "year=" in reader.url
    reader.get_by_role("link", name="Clear all").click()
    expect(reader.locator(".search-status strong")).to_have_text(f"{everything} orders")
    reader.go_back()
    reader.go_back()
    expect(reader.locator(".search-status strong")).to_have_text(
        "1 order" if count == 1 else f"{count} orders"
    )
    expect(reader.locator(".search-chip")).to_have_count(1)


def test_values_of_a_facet_add_up_and_facets_narrow(reader: Page, strict: str) -> None:
    """Two courts are either court; a court and a year are both. With words and without."""
    for words in ("", "q=order&"):
        found = {}
        for query in ("court=ord", "court=cand", "court=ord&court=cand", "court=ord&year=2021"):
            search(reader, strict, f"?{words}{query}")
            found[query] = int(reader.locator(".search-status strong").inner_text().split()[0])
        alone = (found["court=ord"], found["court=cand"])
        assert found["court=ord&court=cand"] == sum(alone) > max(alone)
        assert 0 < found["court=ord&year=2021"] < found["court=ord"]
        # the other courts stay on offer, with what choosing them would add
        search(reader, strict, f"?{words}court=ord")
        facet = reader.locator(".search-facet", has=reader.get_by_text("Court", exact=True))
        other = facet.get_by_role("link", name="N.D. Cal.", include_hidden=True)
        assert int(other.locator(".search-count").text_content() or 0) == found["court=cand"]


def test_what_no_order_states_is_last_of_its_facet(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=order")
    for title in ("Court", "Judge", "Disposition"):
        heading = reader.get_by_role("heading", name=title, exact=True)
        values = reader.locator(".search-facet", has=heading).locator("a").all_text_contents()
        assert [place for place, value in enumerate(values, 1) if "not identified" in value] in (
            [],
            [len(values)],
        )
    assert "not identified" in values[-1]


def test_filters_alone_need_no_words(reader: Page, strict: str) -> None:
    """One unknown value beside a known one does no harm."""
    search(reader, strict, "?court=no-such-court&court=ord&disposition=denied")
    assert titles(reader) == ["Order Denying Motion to Dismiss"]
    search(reader, strict, "?court=ord&disposition=denied")
    assert titles(reader) == ["Order Denying Motion to Dismiss"]
    search(reader, strict, "?court=no-such-court")
    expect(reader.locator(".search-status")).to_contain_text("No orders")


def test_pages_and_sorts_follow_the_address(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=order&sort=newest")
    expect(reader.locator(".search-hits .search-hit")).to_have_count(10)
    newest = reader.locator(".search-hits .search-hit time").evaluate_all(
        "all => all.map(t => t.dateTime)"
    )
    assert newest == sorted(newest, reverse=True)
    reader.get_by_role("link", name="Next").click()
    expect(reader.locator(".search-pager")).to_contain_text("Page 2 of")
    assert reader.url.endswith("?q=order&sort=newest&page=2")
    assert reader.locator(".search-hits .search-hit").count() >= 1
    reader.get_by_label("Sort by").select_option("oldest")
    expect(reader.locator(".search-pager")).to_contain_text("Page 1 of")
    oldest = reader.locator(".search-hits .search-hit time").evaluate_all(
        "all => all.map(t => t.dateTime)"
    )
    assert oldest == sorted(oldest)


def test_unknown_words_are_corrected_or_others_offered(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=windjamer")
    expect(reader.locator(".search-status")).to_contain_text("1 order. Read as: windjammer")
    expect(reader.locator(".search-notes")).to_contain_text("No order has windjamer")
    search(reader, strict, "?q=Windjamer")  # a name, as far as anybody knows
    expect(reader.locator(".search-status")).to_contain_text("No orders")
    reader.get_by_role("link", name="windjammer").click()
    expect(reader.locator(".search-status")).to_contain_text("1 order")


def test_an_order_is_searched_from_its_page(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=larkspur+wren")
    reader.locator(".search-hit h3 a").first.click()
    reader.get_by_role("link", name="Search in this order").click()
    expect(reader.locator(".search-status")).to_contain_text("1 order. Read as: in ")
    expect(reader.locator(".search-pager")).to_have_text("")
    box = reader.locator(".search-main input")
    expect(box).to_be_focused()
    reader.keyboard.type("court")
    expect(box).to_have_value(re.compile("^in:orders/.*/ court$"))
    reader.go_back()
    box = reader.locator(".search-in-header input")
    box.fill("court in:this")
    box.press("Enter")
    reader.wait_for_url("**/search/?q=court+in%3Aorders%2F**")
    pages = reader.locator(".search-hits-by-page")
    expect(pages).to_contain_text("hits: p. 1 (")
    pages.get_by_role("link").first.click()
    expect(reader.locator(".order-page")).to_be_visible()
    assert "?mark=court" in reader.url
    assert "#" in reader.url


def test_an_empty_answer_says_why(reader: Page, strict: str) -> None:
    """Which word no order has; that the filters are the cause; that there is nothing to look for."""
    search(reader, strict, "?q=discovery+qwertyuiop")
    notes = reader.locator(".search-notes")
    expect(notes).to_contain_text("No order has the word")
    expect(notes.locator("q")).to_have_text(["qwertyuiop"])
    search(reader, strict, "?q=windjammer&court=cand")
    expect(notes).not_to_contain_text("Look for any")
    notes.get_by_role("link", name="1 order", exact=True).click()
    expect(reader.locator(".search-status")).to_contain_text("1 order. Read as: windjammer")
    assert reader.url.endswith("?q=windjammer")
    for typed in ("NOT", "%F0%9F%99%82", "*", "%2Fs", "judge%3A"):
        search(reader, strict, f"?q={typed}")
        expect(reader.locator(".search-status")).to_contain_text("Type a word or a number.")
        expect(reader.locator(".search-help dl")).to_be_visible()
    # and nothing that is typed is an error
    search(reader, strict, "?q=%22(AND+judge%3A+%2F5+)")
    expect(reader.locator(".search-status")).to_contain_text("Read as")
    search(reader, strict, f"?q={'x' * 10000}")
    expect(reader.locator(".search-notes")).to_contain_text("Only the beginning")
    search(reader, strict, "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(reader.locator(".search-status")).to_contain_text("Read as")
    assert reader.locator("#search-page img").count() == 0


def test_who_went_on_by_keyboard_keeps_the_focus(reader: Page, strict: str) -> None:
    """The page takes the focus for its input only where nobody has gone on before it was ready."""
    reader.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelector('header a').focus())"
    )
    reader.goto(f"{strict}search/")
    finish(reader)
    expect(reader.locator("header a").first).to_be_focused()


@both_widths
def test_the_focus_stays_on_what_was_pressed(reader: Page, strict: str) -> None:
    """Everything is drawn anew by a press; a keyboard must not begin at the top of the page."""
    search(reader, strict, "?q=order")
    if not reader.locator(".search-facet").first.is_visible():
        reader.get_by_text("Narrow down").click()
    link = reader.locator(".search-facet a[data-value='court ord']")
    link.focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(".search-chip")).to_contain_text("Oregon")
    expect(reader.locator(".search-facet a[data-value='court ord']")).to_be_focused()
    reader.locator(".search-chip").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(".search-chip")).to_have_count(0)
    expect(reader.locator(".search-status")).to_be_focused()
    reader.get_by_role("link", name="Next").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(".search-status")).to_contain_text("Page 2 of")
    expect(reader.locator(".search-status")).to_be_focused()


def test_back_leads_to_the_place_in_the_list(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=order")
    link = reader.locator(".search-hit h3 a").nth(6)
    link.scroll_into_view_if_needed()
    wait_until(reader, "scrollY > 100")
    place = reader.evaluate("scrollY")
    link.click()
    reader.wait_for_url("**/orders/**")
    reader.go_back()
    reader.locator("#search-page:not([aria-busy]) .search-hit").first.wait_for()
    wait_until(reader, f"Math.abs(scrollY - {place}) < 40")


@both_widths
def test_the_box_of_the_home_page_offers_too(reader: Page, strict: str) -> None:
    reader.goto(strict)
    reader.locator(".home-search input").fill("quill")
    option = reader.get_by_role("option").first
    expect(option).to_contain_text("Quill & Feather Press")
    box = option.bounding_box()
    assert box
    assert box["x"] >= 8
    assert box["x"] + box["width"] <= reader.viewport_size["width"]  # type: ignore[index]


def test_a_suggestion_changes_the_search_without_leaving_the_page(
    reader: Page, strict: str
) -> None:
    search(reader, strict, "")
    reader.evaluate("globalThis.stayed = true")
    reader.locator(".search-main input").fill("brandt")
    reader.get_by_role("option").filter(has_text="Judge").first.click()
    expect(reader.locator(".search-chip")).to_contain_text("Brandt")
    assert reader.evaluate("globalThis.stayed")
    expect(reader.get_by_role("option").first).to_be_hidden()


PAGE_QUERIES = {
    "strike+throughs": False,
    "placing+fetch": True,  # "places", "fetched": stems, as of orders
    "%22struck+through%22": True,
    "%22through+struck%22": False,
    "struck+NOT+through": False,
    "struck+%2F3+through": True,
    "struck+court:cand": False,
    "struck+through": True,
}


def test_hand_written_pages_are_found(reader: Page, strict: str) -> None:
    """They are asked as orders are: words, phrases, connectors; what only orders have finds none."""
    pages = reader.locator(".search-pages h3 a")
    for query, found in PAGE_QUERIES.items():
        search(reader, strict, f"?q={query}")
        reader.locator(".search-pages button").click()
        expect(reader.locator(".search-pages h2")).to_be_focused()
        if found:
            expect(pages.first).to_have_text("About this archive")
            expect(reader.locator(".search-pages mark").first).to_be_visible()
        else:
            expect(pages.filter(has_text="About this archive")).to_have_count(0)
    reader.locator(".search-pages .search-excerpt a").first.click()
    expect(reader).to_have_url(re.compile(r"/about/\?mark="))


WATCH = """
self.moved = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    self.moved.push([one.value, ...one.sources.map(({ node }) => node?.className ?? "gone")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("wait", [0, 1])
def test_results_do_not_move(site: Path, reader: Page, wait: float) -> None:
    """Excerpts, filters, counts and pages come one after the other; each finds its room."""

    class Slow(_EarlierHandler):
        def do_GET(self) -> None:
            if "/texts-" in self.path or self.path.endswith("/facets.bin.gz"):
                time.sleep(wait)
            super().do_GET()

    reader.add_init_script(WATCH)
    with serve_site(site.parent, Slow) as address:
        for width, height in ((DESKTOP, 900), (PHONE, 740)):
            reader.set_viewport_size({"width": width, "height": height})
            reader.goto(f"{address}search/?q=motion")
            reader.locator(".search-excerpt mark").first.wait_for()
            reader.locator(".search-facet").first.wait_for(state="attached")
            reader.wait_for_timeout(300)
            assert reader.evaluate("self.moved") == [], width
            reader.goto(f"{address}search/?q=motoin+struck")
            reader.locator(".search-notes a").first.wait_for()
            reader.wait_for_timeout(300)
            assert reader.evaluate("self.moved") == [], width


def test_the_list_is_walked_with_arrows_and_can_be_kept(reader: Page, strict: str) -> None:
    search(reader, strict, "?q=order")
    links = reader.locator(".search-hit h3 a")
    links.first.focus()
    reader.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    search(reader, strict, "?q=windjammer")
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Download as CSV").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("title,case_name,docket,court")
    assert rows[1].startswith('Order Denying Motion to Dismiss,"Quill & Feather Press, Inc. v.')
    assert rows[1].endswith("-order-denying-motion-to-dismiss/")
    assert len(rows) == 2


@both_widths
def test_box_and_keyboard(reader: Page, strict: str) -> None:
    """`/` goes to the box; arrows, Enter and Escape work as in any combobox."""
    reader.goto(strict + "about/")
    box = reader.locator(".search-in-header input")
    if not box.is_visible():
        reader.get_by_role("link", name="Search").first.click()
        box = reader.locator(".search-main input")
        expect(box).to_be_focused()
    else:
        reader.locator("h1").click()
        reader.keyboard.press("/")
        expect(box).to_be_focused()
    reader.keyboard.insert_text("quill feat")  # at once: else its beginning may be answered too
    option = reader.get_by_role("option").first
    expect(option).to_contain_text("Quill & Feather Press")
    expect(box).to_have_attribute("aria-expanded", "true")
    reader.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    reader.keyboard.press("Escape")
    expect(option).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    reader.keyboard.type("h")
    expect(option).to_contain_text("Quill & Feather Press")
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(reader.locator(".order-title")).to_have_text("Order Denying Motion to Dismiss")


def test_box_offers(reader: Page, strict: str) -> None:
    reader.goto(f"{strict}search/")
    box = reader.locator(".search-main input")
    for row in read_rows(__file__, "test_box_offers"):
        box.fill(row["typed"])
        option = reader.get_by_role("option").filter(has_text=row["kind"]).first
        expect(option).to_be_visible()
        address = option.get_attribute("href") or ""
        assert row["leads_to"] in address, row["typed"]
        assert reader.request.get(address).ok, row["typed"]
        box.fill("")
        expect(reader.get_by_role("option")).to_have_count(0)
    # This offered cases with a 12, a B and a 6 somewhere in their names.
    reader.locator(".search-main input").fill("12(b)(6")
    expect(reader.get_by_role("option").first).to_be_visible()
    for offer in reader.get_by_role("option").all():
        expect(offer).to_contain_text("12(b)(6")


@both_widths
def test_the_keyboard_goes_as_the_eye_does(reader: Page, strict: str) -> None:
    """On a wide screen the filters stand right of the results, on a phone above them."""
    search(reader, strict, "?q=order")
    results = reader.locator(".search-hit h3 a").first
    filters = reader.locator(".search-narrow > summary")
    is_before = "(one, other) => Boolean(one.compareDocumentPosition(other) & 4)"
    later = filters.element_handle()
    before = results.evaluate(is_before, later)
    one, other = results.bounding_box(), filters.bounding_box()
    assert one
    assert other
    assert before == (other["x"] > one["x"] + one["width"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_finds_no_fault_in_any_state(
    browser: Browser, strict: str, checkers: Path, scheme: Literal["light", "dark"]
) -> None:
    """Results with filters, suggestions, no results and nothing typed; in dark, their colors."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    rules = COLOR_RULES if scheme == "dark" else ()
    for query in ("?q=discovery&court=cand", "?q=qwertyuiop", "?q=NOT", ""):
        search(page, strict, query)
        assert judge(page, checkers, *rules) == [], query
    page.locator(".search-main input").fill("iqbal")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert judge(page, checkers, *rules) == []


@both_widths
def test_no_page_is_wider_than_the_screen(reader: Page, strict: str) -> None:
    for query in ("", "?q=discovery", "?q=qwertyuiop", f"?q={'x' * 10000}"):
        search(reader, strict, query)
        width = reader.evaluate("document.documentElement.scrollWidth")
        assert width <= reader.viewport_size["width"], query  # type: ignore[index]


def test_slow_texts_do_not_hide_the_answer(site: Path, page: Page) -> None:
    """The notice of a slow search came after the answer, and stayed, while texts were loading."""
    slowed: list[str] = []

    class Slow(_StrictHandler):
        def do_GET(self) -> None:
            if "/texts-" in self.path:
                slowed.append(self.path)
                time.sleep(1)
            super().do_GET()

    with serve_site(site.parent, Slow) as served:
        search(page, served, "")  # all is loaded now
        page.locator(".search-main input").fill("windjammer")
        page.keyboard.press("Enter")
        page.locator(".search-excerpt mark").first.wait_for()
        expect(page.locator(".search-status")).to_contain_text("1 order. Read as: windjammer")
    assert slowed


def test_excerpts_are_cut_from_parts_of_files(site: Path, page: Page, strict: str) -> None:
    """Most hosts send the part of a file that is asked for, some the whole file: all is the same."""
    parts: list[int] = []

    class Parts(_StrictHandler):
        def do_GET(self) -> None:
            if "Range" not in self.headers:
                super().do_GET()
                return
            first, last = map(int, self.headers["Range"].removeprefix("bytes=").split("-"))
            body = Path(self.translate_path(self.path)).read_bytes()[first : last + 1]
            parts.append(first)
            self.reply(206, body, Content_Range=f"bytes {first}-{last}/*")

    found = []
    with serve_site(site.parent, Parts) as served:
        for address in (strict, served):
            search(page, address, "?q=good+cause")
            finish(page)
            # Of excerpts that come late a page shows fewer; all of them are in it.
            for hit in page.locator(".search-hit").all():
                hit.scroll_into_view_if_needed()
                hit.locator(".search-excerpt").first.wait_for()
            found.append(page.locator(".search-hit").all_text_contents())
    assert found[0] == found[1]
    assert any(parts)


@pytest.mark.parametrize("sign", ["/s", "/p"])
def test_what_texts_must_prove_is_looked_for_piece_by_piece(
    site: Path, page: Page, strict: str, sign: str
) -> None:
    """With a bound of two texts instead of sixty: "more than" until the reader has looked at all."""
    query = f"?q=motion+{sign}+denied&sort=newest"
    search(page, strict, query)
    whole = page.locator(".search-status strong").inner_text()
    assert re.fullmatch(r"\d+ orders", whole)
    worker = (site / "assets/javascripts/search/worker.js").read_text()
    bounded = worker.replace("const MOST_TEXTS = 60;", "const MOST_TEXTS = 2;").encode()
    assert len(bounded) == len(worker.encode()) - 1

    class Bounded(_StrictHandler):
        def do_GET(self) -> None:
            if self.path.endswith("/search/worker.js"):
                self.reply(200, bounded, Content_Type="text/javascript")
            else:
                super().do_GET()

    warned: list[str] = []
    page.on("console", lambda said: warned.append(said.text) if "sqlite" in said.text else None)
    with serve_site(site.parent, Bounded) as served:
        search(page, served, query)
        said, further = page.locator(".search-status strong"), page.locator(".search-pager button")
        expect(said).to_contain_text(re.compile("more than|none .*yet", re.IGNORECASE))
        pressed = 0
        while further.count() and pressed < 30:
            further.click()
            finish(page)
            pressed += 1
        expect(said).to_have_text(whole)
    assert 0 < pressed < 30
    assert warned == []


def test_a_missing_file_is_said_in_words(page: Page, strict: str) -> None:
    page.route("**/search/manifest.json", lambda route: route.abort())
    search(page, strict, "?q=discovery")
    expect(page.locator(".search-status")).to_contain_text("could not be fetched")
    page.unroute("**/search/manifest.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".search-status")).to_contain_text("Read as: discovery")


def test_a_browser_without_webassembly_is_led_to_the_lists(page: Page, strict: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    search(page, strict, "?q=discovery")
    expect(page.locator(".search-status")).to_contain_text("no WebAssembly")
    page.locator(".search-status").get_by_role("link", name="cases").click()
    page.wait_for_url(f"{strict}cases/")


def test_without_script_the_box_leads_to_a_page_that_says_so(browser: Browser, strict: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    page.goto(strict)
    page.locator(".search-in-header input").fill("discovery")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{strict}search/?q=discovery")
    page.locator("noscript").get_by_role("link", name="cases").click()
    page.wait_for_url(f"{strict}cases/")


ASK_ALL = """async ([script, asked]) => {
  const { ask } = await import(script);
  const found = [];
  for (const [text, sort] of asked) {
    const { readAs, notes, total, didYouMean, hits } = await ask("search", { text, sort });
    const ranks = hits.map(({ rank }) => rank);
    const orders = await ask("excerpts", { text, ranks });
    found.push([readAs, notes, total, didYouMean, ranks, orders.map(({ excerpts }) => excerpts)]);
  }
  return found;
}"""


def test_the_command_answers_as_the_browser(
    browser: Browser, project: Path, site: Path, strict: str
) -> None:
    """Results, order, reading and excerpts of 300 searches, a tenth in three orders: none differ."""
    engine = open_site_search(site, project / "orders", read_log(project / LOG).key)
    assert engine is not None
    cases = json.loads((ROOT / "tests/search/query_cases.json").read_text("utf-8"))["cases"]
    searches = dict.fromkeys(
        (
            *(row["search"] for row in read_rows(__file__, "searches")),
            *(case["query"] for case in cases),
        )
    )
    asked = [
        (text, sort)
        for place, text in enumerate(searches)
        for sort in (Sort if place % 10 == 0 else (Sort.RELEVANCE,))
    ]
    page = browser.new_page()
    page.goto(strict)
    script = f"{strict}assets/javascripts/search/page.js"
    found = page.evaluate(ASK_ALL, [script, [(text, sort.value) for text, sort in asked]])
    page.close()
    differing: list[Any] = []
    for (text, sort), (*there, taken) in zip(asked, found, strict=True):
        answer = engine.search(text, sort=sort)
        ranks = [hit.rank for hit in answer.hits]
        here = [answer.read_as, list(answer.notes), answer.total, answer.did_you_mean, ranks]
        if here != there:
            differing.append((text, sort, here, there))
        shown = [
            [(e.anchor, e.text, [e.text[a:b] for a, b in e.marks]) for e in hit.excerpts]
            for hit in answer.hits
        ]
        drawn = [
            [(e["anchor"], e["text"], [e["text"][a:b] for a, b in e["marks"]]) for e in one]
            for one in taken
        ]
        if shown != drawn:
            differing.append((text, shown, drawn))
    assert len(searches) >= 300
    assert differing == [], json.dumps(differing[:3], indent=1)


@pytest.mark.skipif(find_firefox() is None, reason="needs Firefox: sh tests/install_programs.sh")
def test_firefox_searches_too(strict: str, tmp_path: Path) -> None:
    """Seconds, because Firefox starts: worker, WebAssembly, marks and box work there as well."""
    with Firefox(tmp_path) as firefox:
        firefox.open(f"{strict}search/?q=windjammer+catalogue")
        marks = (
            "return [...document.querySelectorAll('.search-excerpt mark')].map(m => m.innerText)"
        )
        assert firefox.wait(f"{marks}.join(' ')") == "windjammer catalogue"
        status = firefox.run("return document.querySelector('.search-status').innerText")
        assert status == "1 order. Read as: windjammer and catalogue."
        assert firefox.wait("return document.querySelectorAll('.search-facet').length") == 5
        firefox.open(firefox.run("return document.querySelector('.search-excerpt a').href"))
        assert firefox.wait("return CSS.highlights.get('search-words')?.size") >= 2
        firefox.run(
            """const box = document.querySelector(".search-in-header input");
            box.focus();
            box.value = "quill"; // which is seen when what answers has come
            box.dispatchEvent(new Event("input", { bubbles: true }));"""
        )
        offered = firefox.wait("return document.querySelector('[role=option]')?.textContent")
        assert "Quill & Feather Press" in offered
