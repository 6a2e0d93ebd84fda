"""No third parties, no inline script: in the files, and in Chromium with the policy enforced.

`test_budgets.py` opens every kind of page under it.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from build_scripts.pages.host_files import CONTENT_POLICY, META_POLICY
from tests.shared import ROOT
from tests.tables import each_row
from tests.waiting import wait_until

# The program adds to three pages of docs/.
HAND_WRITTEN = {path.stem for path in (ROOT / "docs").glob("*.md")} - {
    "changes",
    "index",
    "quality",
}
LARKSPUR = "orders/cand/3-23-cv-01234/2024-03-04-order-denying-motion-for-expedited-discovery/"

# Elements whose address is fetched by the browser, without a click.
RESOURCES = "script[src], img[src], source[src], iframe, embed, object, video, audio, link[href]"
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect"}


def list_breaches(html: bytes) -> list[str]:
    """What of a page the policy forbids: inline script and style, foreign or unsafe addresses."""
    tree = LexborHTMLParser(html)
    found = []
    for node in tree.css("*"):
        attributes = node.attributes
        if node.tag == "script" and "src" not in attributes:
            if attributes.get("type") not in {"application/json", "application/ld+json"}:
                found.append(f"inline script: {(node.text() or '')[:60]}")
        elif node.tag == "style":
            found.append("style element")
        for name, value in attributes.items():
            if name == "style" or name.startswith("on"):
                found.append(f"<{node.tag} {name}>")
            scheme = re.match(r"[\s\x00-\x20]*(\w+)\s*:", value or "")
            if name in {"href", "src", "action", "formaction"} and scheme:
                if scheme[1].lower() not in {"http", "https", "mailto", "data"}:
                    found.append(f"<{node.tag} {name}={value}>")
                if scheme[1].lower() == "data" and node.tag != "img":
                    found.append(f"<{node.tag} {name}=data:>")
    for node in tree.css(RESOURCES):
        relations = set((node.attributes.get("rel") or "").split())
        if node.tag == "link" and not relations & FETCHED_LINKS:
            continue
        address = node.attributes.get("src") or node.attributes.get("href") or ""
        if urlsplit(address).netloc or node.tag in {"iframe", "embed", "object"}:
            found.append(f"<{node.tag}> {address}")
    return found


@each_row()
def test_the_scan_sees_each_breach(html: str) -> None:
    assert list_breaches(html.encode())


def test_the_scan_lets_data_and_links_pass() -> None:
    assert not list_breaches(
        b'<script type="application/json">{}</script><script src="x.js"></script>'
        b'<a href="https://example.org/">x</a><link rel="canonical" href="https://example.org/">'
        b'<img src="data:image/png;base64,AA=="><a href="mailto:clerk@example.org">x</a>'
    )


def test_no_page_holds_what_the_policy_forbids(published: Path) -> None:
    pages = list(published.rglob("*.html"))
    assert len(pages) > 100
    breaches = {
        path.relative_to(published).as_posix(): found
        for path in pages
        if (found := list_breaches(path.read_bytes()))
    }
    assert breaches == {}


def test_no_style_sheet_fetches_from_elsewhere(published: Path) -> None:
    sheets = list(published.rglob("*.css"))
    assert sheets
    for path in sheets:
        css = path.read_text(encoding="utf-8")
        for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", css):
            assert not re.match(r"(?:https?:)?//", address), (path.name, address)


def test_each_page_states_the_policy_itself(published: Path) -> None:
    """For hosts that send no headers; it stands before anything that it governs."""
    for path in published.rglob("*.html"):
        tree = LexborHTMLParser(path.read_bytes())
        node = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
        assert node is not None, path
        assert node.attributes["content"] == META_POLICY
        head = path.read_text(encoding="utf-8").partition("Content-Security-Policy")[0]
        assert "<script" not in head
        assert "stylesheet" not in head


class Watched:
    """A page in a browser, with all that its policy stopped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: (
                self.problems.append(message.text)
                if "Content Security Policy" in message.text or message.type == "error"
                else None
            ),
        )
        page.on(
            "request",
            lambda sent: (
                self.problems.append(f"foreign: {sent.url}")
                if urlsplit(sent.url).hostname not in {"127.0.0.1", None, ""}
                else None
            ),
        )
        page.expose_function("reportViolation", lambda what: self.problems.append(what))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', (event) =>"
            " window.reportViolation(`${event.violatedDirective}: ${event.blockedURI}`))"
        )


@pytest.fixture
def watched(browser: Browser) -> Watched:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    return Watched(page)


def list_page_kinds(site: Path) -> list[str]:
    """One page of each kind that the site has, as addresses; of pages of hand-written text the one
    with the most kinds of elements.
    """
    kinds: dict[str, str] = {}
    by_hand: dict[str, int] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        if address in HAND_WRITTEN:
            nodes = LexborHTMLParser(path.read_bytes()).css("article *")
            by_hand[f"{address}/"] = len({node.tag for node in nodes})
            continue
        parts = address.split("/")
        kind = "source" if parts[-1] == "source" else f"{parts[0]} {len(parts)}"
        kinds.setdefault(kind, f"{address}/" if address else "")
    return [*kinds.values(), max(by_hand, key=by_hand.__getitem__), LARKSPUR]


def test_the_policy_stops_what_it_should(watched: Watched, strict_address: str) -> None:
    """The other tests would pass on a host that sends no policy."""
    response = watched.page.goto(strict_address)
    assert response is not None
    assert response.headers["content-security-policy"] == CONTENT_POLICY
    watched.page.evaluate(
        "() => { const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.head.append(script);"
        " document.body.setAttribute('style', 'color: red') }"
    )
    wait_until(
        watched.page,
        lambda: all(
            any(policy in problem for problem in watched.problems)
            for policy in ("script-src", "style-src")
        ),
    )
    assert watched.page.evaluate("window.ran") is None


def test_what_readers_do_keeps_the_policy(watched: Watched, strict_address: str) -> None:
    """Drawer, search, colours, footnotes, line numbers, contents, back to top."""
    page = watched.page
    page.goto(strict_address + LARKSPUR)
    wait_until(page, "window.document$ !== undefined")
    page.locator("label[for=__drawer].md-header__button").click()
    page.locator("[data-md-component=sidebar][data-md-type=navigation]").wait_for()
    page.locator("label.md-overlay").click(position={"x": 340, "y": 400})
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("input[data-md-component=search-query], input[type=search]").first.fill(
        "discovery"
    )
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("label[for^=__palette]:visible").click()
    if page.locator("#show-lines").count():
        page.locator("#show-lines").check()
    page.mouse.wheel(0, 4000)
    wait_until(page, "scrollY > 1000")
    page.mouse.wheel(0, -400)
    page.get_by_role("button", name="Back to top").wait_for()
    assert watched.problems == []


def test_colours_stay_from_page_to_page(watched: Watched, strict_address: str) -> None:
    """The theme's inline scripts did this; the site's files do it now, before the first paint."""
    page = watched.page
    page.goto(strict_address)
    wait_until(page, "window.document$ !== undefined")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.route("**/bundle.*.js", lambda route: route.abort())  # only what comes before it
    page.goto(strict_address + LARKSPUR, wait_until="commit")
    page.wait_for_selector("main", state="attached")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    kept = page.evaluate("Object.keys(localStorage)")
    assert "/archive/.__palette" in kept


def test_a_first_visit_is_in_the_colours_of_the_system(
    browser: Browser, strict_address: str
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(strict_address)
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
