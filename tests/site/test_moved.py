"""An order whose docket number is corrected, in a real browser: its old address leads on."""

import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.shared import ORDERS, ROOT, copy_hand_written_docs
from tests.site.policy_server import serve_strictly

FILE = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
OTHER = "cand/4-24-cv-03310/2024-06-24-order-remanding-case-sua-sponte.txt"
TITLE = "2024-03-04-order-denying-motion-for-expedited-discovery"
OLD = f"orders/cand/3-23-cv-01234/{TITLE}/"
OLD_CASE, NEW_CASE = "cases/cand-3-23-cv-01234/", "cases/cand-3-23-cv-01243/"
NEW = f"orders/cand/3-23-cv-01243/{TITLE}/"
OLD_JUDGE = "judges/wendell-k-farrow"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two orders, published; then one was corrected, the other deleted, and built anew."""
    folder = tmp_path_factory.mktemp("moved")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copy_hand_written_docs(folder / "docs")
    for file in (FILE, OTHER):
        (folder / "orders" / file).parent.mkdir(parents=True)
        shutil.copy(ORDERS / file, folder / "orders" / file)
    build(folder)
    correction = 'fields:\n  docket_numbers: ["3:23-cv-01243-MTO"]\n'
    (folder / "orders" / f"{FILE}.yml").write_text(correction)
    (folder / "orders" / OTHER).unlink()
    build(folder)
    return folder / "served/archive"


def build(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", folder / "served/archive"],
        cwd=folder,
        env={**os.environ, "SITE_URL": "https://example.org/archive/"},
        check=True,
        capture_output=True,
    )


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
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_old_page_of_a_case_leads_to_the_new_one(
    browser: Browser, moved_address: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{moved_address}{OLD_CASE}", wait_until="commit")
    page.wait_for_url(f"{moved_address}{NEW_CASE}")
    assert "3:23-cv-01243" in page.locator("article").inner_text()
    context.close()


def test_a_feed_of_a_case_that_moved_goes_on(moved: Path) -> None:
    old, new = (moved / case / "feed.xml" for case in (OLD_CASE, NEW_CASE))
    assert old.read_bytes() == new.read_bytes()
    assert OLD_CASE not in (moved / "sitemap.xml").read_text()


def test_the_page_of_a_judge_whose_orders_are_gone_says_so(moved: Path) -> None:
    tree = LexborHTMLParser((moved / OLD_JUDGE / "index.html").read_bytes())
    assert tree.css_first("h1").text() == "This page is no longer here"


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
    assert b"This order moved" not in searched


def test_a_deleted_order_leaves_a_page_that_does_not_name_it(moved: Path) -> None:
    (place,) = (moved / "orders/cand/4-24-cv-03310").iterdir()
    tree = LexborHTMLParser((place / "index.html").read_bytes())
    assert tree.css_first("h1").text() == "This order is no longer here"
    assert len(tree.css('meta[name=robots][content="noindex"]')) == 1
    assert not tree.css("noscript meta, script[data-to]")
    article = tree.css_first("article")
    assert "remand" not in article.text().lower()
    assert "03310" not in (moved / "sitemap.xml").read_text()


def test_serving_writes_no_ledger(tmp_path: Path) -> None:
    """`mkdocs serve` shows what may never be published."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    copy_hand_written_docs(tmp_path / "docs")
    (tmp_path / "orders").mkdir()
    shutil.copy(ORDERS / FILE, tmp_path / "orders")
    for command, writes in (("serve", False), ("gh-deploy", True)):
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        build_site(config)
        assert (tmp_path / "address_ledger.csv").exists() is writes, command
