"""Orders that moved, left or are withheld, in a real browser and in every file of the site."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from build_scripts.site.manifest import SUMS
from tests.commands import build_with_mkdocs
from tests.made_once import make_once
from tests.shared import begin_project
from tests.site.policy_server import serve_strictly
from tests.site.test_publication import OTHER as NOT_OF_THE_LOG
from tests.site.test_publication import change, check, set_members

FILE = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
SECOND = "cand/3-23-cv-01234/2024-06-18-order-on-renewed-motion-for-expedited-discovery.md"
OTHER = "cand/4-24-cv-03310/2024-06-24-order-remanding-case-sua-sponte.txt"
WITHHELD = "azd/2-23-cv-01417/2023-10-19-order-denying-preliminary-injunction.txt"
FORGOTTEN = b"Saguaro Ridge"
TITLE = "2024-03-04-order-denying-motion-for-expedited-discovery"
OLD = f"orders/cand/3-23-cv-01234/{TITLE}/"
OLD_CASE, NEW_CASE = "cases/cand-3-23-cv-01234/", "cases/cand-3-23-cv-01243/"
NEW = f"orders/cand/3-23-cv-01243/{TITLE}/"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of four orders, published; then the two of a case were corrected, one deleted, one
    withheld, and it was built anew.
    """
    return make_once(tmp_path_factory, "moved", _build_moved) / "served/archive"


def _build_moved(folder: Path) -> None:
    begin_project(folder, FILE, SECOND, OTHER, WITHHELD, contact="clerk@example.org")
    build(folder)
    correction = 'fields:\n  docket_numbers: ["3:23-cv-01243-MTO"]\n'
    for file in (FILE, SECOND):
        (folder / "orders" / f"{file}.yml").write_text(correction)
    (folder / "orders" / OTHER).unlink()
    assert find_words(folder / "served/archive", FORGOTTEN)
    (folder / "orders" / f"{WITHHELD}.yml").write_text(
        "withhold: {what: order, reason: a juror is named, by: A. Librarian, date: 2026-03-02, "
        "show: [court]}\n"
    )
    build(folder)


def find_words(site: Path, words: bytes) -> list[str]:
    """The files of a site that hold words, in whatever case; packed ones are unpacked."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            if words.lower() in data.lower():
                found.append(path.relative_to(site).as_posix())
    return found


def build(folder: Path) -> None:
    site = folder / "served/archive"
    build_with_mkdocs(folder, "--quiet", "-d", site, SITE_URL="https://example.org/archive/")


@pytest.fixture(scope="module")
def moved_address(moved: Path) -> Iterator[str]:
    with serve_strictly(moved.parent) as address:
        yield address


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("below", ["", "source/"])
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, moved_address: str, script: bool, below: str
) -> None:
    """With the policy of a strict host; a page that is named stays named where there is script."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    fragment = "?h=discovery#page-2" if script else ""
    page.goto(f"{moved_address}{OLD}{below}{fragment}", wait_until="commit")
    page.wait_for_url(f"{moved_address}{NEW}{below}{fragment}")
    if script:
        expect(page.locator("#page-2")).to_be_in_viewport()
        page.go_back()
        assert page.url == "about:blank"  # the old address is no step of the reader's way
    assert errors == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_old_page_of_a_case_leads_to_the_new_one(
    browser: Browser, moved_address: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{moved_address}{OLD_CASE}", wait_until="commit")
    page.wait_for_url(f"{moved_address}{NEW_CASE}")
    assert "3:23-cv-01243" in page.locator("article").inner_text()


def test_a_feed_of_a_case_that_moved_goes_on(moved: Path) -> None:
    old, new = (moved / case / "feed.xml" for case in (OLD_CASE, NEW_CASE))
    assert old.read_bytes() == new.read_bytes()
    assert OLD_CASE not in (moved / "sitemap.xml").read_text()


def test_what_an_old_page_says_to_machines(moved: Path) -> None:
    tree = LexborHTMLParser((moved / OLD / "index.html").read_bytes())
    (canonical,) = tree.css("link[rel=canonical]")
    assert canonical.attributes["href"] == f"https://example.org/archive/{NEW}"
    assert len(tree.css('meta[name=robots][content="noindex"]')) == 1
    link = tree.css_first("article a[href]")
    assert link is not None
    assert link.text() == "Order Denying Motion for Expedited Discovery"
    assert link.attributes["href"] == f"../../3-23-cv-01243/{TITLE}/"
    assert OLD not in (moved / "sitemap.xml").read_text()
    searched = b"".join(
        gzip.decompress(each.read_bytes()) for each in moved.rglob("search/**/*.gz")
    )
    assert b"Expedited Discovery" in searched
    assert b"This order has moved" not in searched


def test_nothing_is_left_of_a_withheld_order_but_its_tombstone(moved: Path) -> None:
    """In pages, lists, feeds, data, the search's database, downloads: no file has its words. The
    history beside the site has lost them too.
    """
    assert find_words(moved, FORGOTTEN) == []
    history = (moved.parents[1] / "history.csv").read_bytes()
    assert b"withheld,azd/" in history
    assert FORGOTTEN not in history
    (place,) = (moved / "orders/azd/2-23-cv-01417").iterdir()
    below = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert below == {"index.html", "source/index.html", "withheld.json"}
    named = find_words(moved, place.name.encode())
    assert set(named) <= {
        SUMS,
        *(f"{place.relative_to(moved).as_posix()}/{each}" for each in below),
    }
    assert "orders/azd" not in (moved / "sitemap.xml").read_text()
    for page in ("index.html", "source/index.html"):
        tree = LexborHTMLParser((place / page).read_bytes())
        assert len(tree.css('meta[name=robots][content="noindex"]')) == 1
        article = tree.css_first("article").text()
        for said in ("This order is withheld", "a juror is named", "A. Librarian", "Mar. 2, 2026"):
            assert said in article
        assert ("added to this archive" in article) is (page == "index.html")
        assert "District of Arizona" in article
        assert "injunction" not in article.lower()
        report = tree.css_first("p.report a").attributes["href"] or ""
        assert report.startswith("mailto:clerk@example.org?subject=")
        assert place.name in report


def test_the_page_of_a_withheld_order_checks_that_it_is(
    browser: Browser, moved: Path, moved_address: str
) -> None:
    """An order's JSON in the place of the notice does not put the order back, nor does another
    reason stay unseen."""
    (notice,) = moved.glob("orders/*/*/*/withheld.json")
    address = f"{moved_address}{notice.parent.relative_to(moved).as_posix()}/"
    page = browser.new_page()
    assert check(page, address).startswith("Line 2 of the log, of ")
    shown = {**json.loads(notice.read_bytes())["withheld"], "reason": "the parties asked for it"}
    for changed in (set_members(withheld=shown), set_members(withheld=None)):
        change(page, "**/withheld.json", changed)
        assert check(page, address) == NOT_OF_THE_LOG
        page.unroute("**/withheld.json")
    page.close()


def test_a_problem_can_be_reported_from_each_page_of_an_order(moved: Path) -> None:
    """The mail comes with the page's address; nothing is sent by the page."""
    for page in (NEW, f"{NEW}source/"):
        tree = LexborHTMLParser((moved / page / "index.html").read_bytes())
        (link,) = tree.css(".report a")
        href = unquote(link.attributes["href"] or "")
        assert href.startswith("mailto:clerk@example.org?subject=Problem with an order")
        assert f"The order: https://example.org/archive/{page}\n" in href
        assert not tree.css("form[action^=http], form[method=post]")


def test_serving_writes_no_ledger(tmp_path: Path) -> None:
    """`mkdocs serve` shows what may never be published."""
    begin_project(tmp_path, FILE)
    for command, writes in (("serve", False), ("gh-deploy", True)):
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        build_site(config)
        assert (tmp_path / "address_ledger.csv").exists() is writes, command
