"""No attack becomes markup, in the files and in Chromium under the shipped policy."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.hostile.archive import TOGETHER, batch
from tests.hostile.attacks import HOST, keep_shown, list_attacks
from tests.hostile.renderings import FORMS, TEXT_IS_TEXT, frame, is_plain, list_short
from tests.shared import ROOT
from tests.site.test_policy import list_breaches
from tests.site.test_search import search
from tests.waiting import wait_until

pytestmark = pytest.mark.build

# What pages are made of. An attack's element that came through would be another, or would bring
# an attribute that fails below.
ELEMENTS = frozenset(
    "html head meta title link script style body noscript header nav div main article footer section "
    "aside form label input button span a ol ul li h1 h2 h3 h4 h5 h6 p blockquote table thead tbody "
    "tr th td dl dt dd sup strong em b i code del details summary mark br hr figure figcaption svg "
    "path rect text line circle g meter time desc tspan ins kbd pre abbr small img q".split()
)
ADDRESSES = frozenset(
    "href src action formaction srcset poster data xlink:href data-pages data-search data-to "
    "data-cases ping background manifest cite".split()
)
# Readers never meet one of these on a page: they would turn the page's own words around.
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONG_RULE = re.compile(r"[=-]{8,}")  # a line of signs is a printed rule, which leaves


def list_pages(site: Path) -> list[Path]:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 250
    return pages


def find_order(site: Path, form: str) -> str:
    """The address, below the site, of the order that came in a form."""
    (address,) = (
        path.parent.relative_to(site).as_posix()
        for path in site.glob("orders/*/*/*/order.json")
        if json.loads(path.read_text(encoding="utf-8"))["source"]["path"] == f"forms/{form}"
    )
    return f"{address}/"


def read_text(html: bytes) -> str:
    """What a page's article says, without blanks and what nobody sees."""
    article = LexborHTMLParser(html).css_first("article")
    assert article is not None
    return keep_shown(article.text())


def test_there_are_enough_attacks_and_each_says_what_it_tries() -> None:
    attacks = list_attacks()
    assert len({attack.text for attack in attacks}) >= 200
    assert len(attacks) == len({attack.text for attack in attacks})
    assert all(attack.aim and attack.group for attack in attacks)


def test_no_file_holds_what_the_policy_forbids_or_leads_to_the_attacker(hostile_site: Path) -> None:
    problems = []
    for path in list_pages(hostile_site):
        html = path.read_bytes()
        problems += [(path.name, breach) for breach in list_breaches(html)]
        for node in LexborHTMLParser(html).css("*"):
            if node.tag not in ELEMENTS:
                problems.append((path.name, f"<{node.tag}>"))
            for name, value in node.attributes.items():
                leads = name in ADDRESSES or (
                    node.tag == "meta" and "http-equiv" in node.attributes
                )
                if leads and HOST in (value or ""):
                    problems.append((path.name, f"<{node.tag} {name}={value}>"))
    assert problems == []


def test_nothing_turns_a_pages_own_words_around(hostile_site: Path) -> None:
    for path in list_pages(hostile_site):
        assert not TURNING.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("form", TEXT_IS_TEXT)
def test_text_is_shown_as_text(hostile_site: Path, form: str) -> None:
    """Every visible character of every attack stands on the page, in its place."""
    address = find_order(hostile_site, form)
    shown = read_text((hostile_site / address / "index.html").read_bytes())
    shown = shown.replace("*", "") if form.endswith(".txt") else shown
    held = [one for one in list_short() if is_plain(one) or not form.endswith(".txt")]
    assert len(held) > 200
    lost = [
        attack
        for attack in held
        if keep_shown(LONG_RULE.sub("", clean_for_form(frame(attack), form))) not in shown
    ]
    assert lost == []


def clean_for_form(text: str, form: str) -> str:
    """What of a text its form can hold: XML and UTF-8 hold no lone half of a pair. What is no
    character at all is shown nowhere.
    """
    text = "".join(c for c in text if c not in "\ufffe\uffff")
    if form.endswith((".docx", ".odt")):
        return "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    if form.endswith(".rtf"):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    if form.endswith(".txt"):
        text = text.replace("*", "")  # one that heads a line is the mark of a note
    return text.encode("utf-8", "replace").decode()


def test_a_pdf_shows_what_a_font_can_draw(hostile_site: Path) -> None:
    address = find_order(hostile_site, "order.pdf")
    shown = read_text((hostile_site / address / "index.html").read_bytes())
    drawn = [
        attack for attack in list_short() if attack.text.isascii() and attack.text.isprintable()
    ]
    assert len(drawn) > 200
    lost = [a for a in drawn if keep_shown(LONG_RULE.sub("", frame(a))) not in shown]
    assert lost == []


@pytest.fixture
def victim(browser: Browser) -> Iterator[Page]:
    """A page that fails where a script runs, a dialog opens, a request leaves, or policy is broken."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.set_default_timeout(60_000)
    problems: list[str] = []

    def close(dialog: object) -> None:
        problems.append("a dialog opened")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", close)
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("popup", lambda _: problems.append("a window opened"))
    page.on(
        "console",
        lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None,
    )
    page.on(
        "request",
        lambda sent: (
            problems.append(f"request: {sent.url}")
            if urlsplit(sent.url).hostname not in {"127.0.0.1", None, ""}
            else None
        ),
    )
    page.add_init_script(
        "window.alert = () => console.error('Content Security Policy: a script ran')"
    )
    yield page
    page.close()
    assert problems == []


def test_the_victim_sees_an_attack_that_succeeds(browser: Browser, hostile_address: str) -> None:
    """Else the tests below would pass where nothing is watched."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(hostile_address)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>"
        "<img src=https://evil.example/x.png>')"
    )
    wait_until(page, lambda: sum("Content Security Policy" in one for one in said) >= 2)


def list_addresses(site: Path) -> list[str]:
    """Every reader's order and its source, orders of all fields, and one page of each other kind."""
    found = [find_order(site, form) for form in FORMS]
    found += [f"{address}source/" for address in found]
    kinds: dict[str, str] = {}
    for path in list_pages(site):
        address = path.parent.relative_to(site).as_posix()
        parts = address.split("/")
        if re.match(r"orders/[^/]+/(?:3-21-cv-00417|3-21-cv-02\d+)/[^/]+$", address):
            kinds[address] = f"{address}/"
        elif (ROOT / "docs" / f"{address}.md").is_file():  # written by hand: no order's words
            kinds.setdefault("written", f"{address}/")
        elif parts[0] in {"judges", "cases"} and len(parts) == 2:
            kinds.setdefault(f"{parts[0]} {len(kinds) % 12}", f"{address}/")
        else:
            kinds.setdefault(f"{parts[0]} {len(parts)}", f"{address}/")
    return list(dict.fromkeys([*found, *kinds.values()]))


def test_no_page_lets_an_attack_run(victim: Page, hostile_site: Path, hostile_address: str) -> None:
    """Each is opened; what scripts draw from its words is drawn, by pointer and by focus."""
    addresses = list_addresses(hostile_site)
    assert len(addresses) > 70
    for address in addresses:
        victim.goto(hostile_address + quote(address), wait_until="load")
        title = victim.title()
        assert "ran" not in victim.evaluate("Object.keys(window)")
        assert title
        victim.evaluate(
            "() => { for (const node of [...document.querySelectorAll("
            "'main a, main button, main [tabindex], .citation, sup a')].slice(0, 40)) {"
            " node.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));"
            " node.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); node.focus(); } }"
        )
    assert HOST not in urlsplit(victim.url).netloc


def test_titles_that_editors_wrote_are_shown_as_they_wrote_them(hostile_site: Path) -> None:
    """The test above opens these pages."""
    orders = sorted(hostile_site.glob("orders/ord/3-21-cv-00417/*/index.html"))
    assert len(orders) >= len(list_short()) // TOGETHER
    for path in orders:
        data = json.loads((path.parent / "order.json").read_text(encoding="utf-8"))
        page = LexborHTMLParser(path.read_bytes())
        (case,) = (node.text() for node in page.css("h1"))
        assert keep_shown(case).rstrip("#") == keep_shown(data["case_name"]).rstrip("#")
        (shown,) = (node.text() for node in page.css(".order-title"))
        assert keep_shown(shown) == keep_shown(data["title"])


def test_searches_are_shown_as_text(victim: Page, hostile_address: str) -> None:
    """As a query string, and typed into the box; facets that hold markup too."""
    attacks = [attack for attack in list_short() if attack.text.strip()]
    for together in batch(tuple(attacks), TOGETHER):
        query = (
            " ".join(attack.text for attack in together).encode("utf-8", "replace").decode()[:900]
        )
        encoded = quote(query)
        search(victim, hostile_address, f"?q={encoded}&judge={encoded[:300]}&sort={encoded[:90]}")
        typed = victim.locator("#search-page input[type=search], main input[type=search]").first
        assert keep_shown(typed.input_value()) in keep_shown(query) or typed.input_value() == ""
    box = victim.locator("main input[type=search]").first
    for attack in attacks:
        if attack.group in {"HTML that runs a script", "Search"}:
            box.fill(attack.text.replace("\x00", "")[:900])
            box.press("Enter")
    victim.locator("#search-page:not([aria-busy]) .search-status:not(:empty)").wait_for()


def test_results_show_hostile_orders_as_text(victim: Page, hostile_address: str) -> None:
    for query in ("exhibit", "script alert", "quill", "judge:alert", "onerror"):
        search(victim, hostile_address, f"?q={quote(query)}")
    assert victim.locator(".search-hit").count() > 0


def test_addresses_that_lead_nowhere_are_not_shown(victim: Page, hostile_address: str) -> None:
    """The page for 404 reads the address for a docket number; it must not write it."""
    for together in batch(list_short(), TOGETHER):
        text = "/".join(attack.text for attack in together).encode("utf-8", "replace").decode()
        victim.goto(
            f"{hostile_address}orders/3-21-cv-00417/{quote(text, safe='')}/?q={quote(text)}#{quote(text)}"
        )
        assert "There is no page" in (victim.locator("h1").text_content() or "")


def test_feeds_and_data_are_whole(hostile_site: Path) -> None:
    """No attack ends an element, a string, a row or a cell."""
    feeds = list(hostile_site.rglob("feed.xml"))
    assert feeds
    for path in feeds:
        root = ElementTree.parse(path).getroot()  # noqa: S314 (our own file)
        entries = [node for node in root if node.tag.endswith("}entry")]
        for link in root.iter("{http://www.w3.org/2005/Atom}link"):
            assert urlsplit(link.get("href", "")).hostname == "example.org"
        assert entries
    for path in hostile_site.rglob("order.json"):
        assert json.loads(path.read_text(encoding="utf-8"))
    assert json.loads(gzip.decompress((hostile_site / "authorities.json.gz").read_bytes()))
    lines = gzip.decompress((hostile_site / "orders.jsonl.gz").read_bytes()).decode()
    for line in lines.split("\n")[:-1]:
        assert json.loads(line)["address"]
    tables = [(hostile_site / name).read_bytes() for name in ("orders.csv", "rulings.csv")]
    tables.append(gzip.decompress((hostile_site / "citations.csv.gz").read_bytes()))
    for table in tables:
        head, *rows = csv.reader(StringIO(table.decode("utf-8-sig"), newline=""))
        assert rows
        assert {len(row) for row in rows} == {len(head)}
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_what_a_page_says_to_machines_ends_with_its_element(hostile_site: Path) -> None:
    for path in hostile_site.glob("orders/*/*/*/index.html"):
        tree = LexborHTMLParser(path.read_bytes())
        (node,) = tree.css('script[type="application/ld+json"]')
        work = json.loads(node.text())
        for name, said in {
            'meta[name="dcterms.title"]': work["name"],
            'meta[property="og:title"]': work["name"],
            'meta[name="dcterms.isPartOf"]': work.get("isPartOf", {}).get("name"),
            'meta[name="dcterms.bibliographicCitation"]': work.get("dcterms:bibliographicCitation"),
        }.items():
            assert [one.attributes["content"] for one in tree.css(name)] == [said] * bool(said)


def test_files_and_members_stay_in_the_archive(hostile_site: Path) -> None:
    """What would have left the archive, or stood above it, lies nowhere."""
    home = hostile_site.parents[1]
    assert not [path for path in home.rglob("*escaped*") if "orders/names" not in path.as_posix()]
    assert not Path("/tmp/escaped.txt").exists()  # noqa: S108
    assert not Path("/etc/escaped.txt").exists()
    names = {path.name for path in (hostile_site / "orders").rglob("*")}
    assert len(names) > 50
    assert [name for name in names if not re.fullmatch(r"[a-z0-9._-]{1,120}", name)] == []
