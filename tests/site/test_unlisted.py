"""Who is named on a page is not found by its name: each such page asks search engines not to list it."""

import gzip
import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.shared import ROOT


def asks_not_to_be_listed(page: Path) -> bool:
    """Whether a page's head asks search engines not to list it."""
    tree = LexborHTMLParser(page.read_bytes())
    return bool(tree.css("head > meta[name=robots][content=noindex]"))


def read_visible(page: Path) -> str:
    """All words of a page, with the title that a search engine shows, blanks as one."""
    tree = LexborHTMLParser(page.read_bytes())
    for unseen in tree.css("script, style, head > :not(title)"):
        unseen.decompose()
    assert tree.root is not None
    return " ".join(tree.root.text().split())


@pytest.fixture(scope="module")
def names(published: Path) -> re.Pattern[str]:
    """Any name of the archive: of cases, of their sides as captions shorten them, of parties."""
    found: set[str] = set()
    for line in gzip.decompress((published / "orders.jsonl.gz").read_bytes()).splitlines():
        order = json.loads(line)
        case = order["case_name"] or ""
        found |= {case, *case.removeprefix("In re ").split(" v. ")}
        found |= {party["name"] for party in order["parties"]}
    found.discard("")
    assert len(found) > 40
    return re.compile("|".join(rf"\b{re.escape(name)}(?!\w)" for name in sorted(found)))


def test_a_page_that_names_somebody_asks_not_to_be_listed(
    published: Path, names: re.Pattern[str]
) -> None:
    pages = sorted(published.rglob("*.html"))
    naming = [page for page in pages if names.search(read_visible(page))]
    assert len(naming) > 120
    leaks = {
        page.relative_to(published).as_posix(): names.findall(read_visible(page))
        for page in naming
        if not asks_not_to_be_listed(page)
    }
    assert leaks == {}


def test_lists_that_name_nobody_and_hand_written_pages_can_be_found(published: Path) -> None:
    listed = {
        page.parent.relative_to(published).as_posix()
        for page in published.rglob("*.html")
        if not asks_not_to_be_listed(page)
    }
    generated = {"courts", "years", "dispositions", "motions"}
    by_hand = {path.stem for path in (ROOT / "docs").glob("*.md")} & listed
    assert {"about", "how_it_works", "data"} <= by_hand
    assert listed - by_hand == generated
