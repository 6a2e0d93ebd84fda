"""The built site as files: addresses, lists, links, and what must never be in it."""

import re
from pathlib import Path

from tests.check_links import list_dead_links

LARKSPUR = "orders/cand/3-23-cv-01234/2024-03-04-order-denying-motion-for-expedited-discovery"


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_a_dropped_order_is_listed_everywhere(site: Path) -> None:
    """Under its case, judge, court, year and disposition, on the home page and in the search."""
    (page,) = (site / "orders/ord/3-21-cv-00417").iterdir()
    assert page.name == "2021-08-09-order-denying-motion-to-dismiss"
    for listing in (
        "cases/ord-3-21-cv-00417/index.html",
        "judges/theodora-v-brandt/index.html",
        "courts/ord/index.html",
        "years/2021/index.html",
        "dispositions/denied/index.html",
    ):
        assert page.name in read(site, listing), listing
    assert "windjammer" in read(site, "search/search_index.json")


def test_cross_links_run_both_ways(site: Path) -> None:
    citing = read(site, "orders/ord/3-21-cv-00417/2021-08-09-order-denying-motion-to-dismiss/index.html")
    assert re.search(rf'href="[./]*{LARKSPUR.removeprefix("orders/")}/', citing)
    assert "courtlistener.com/c/us/556/662/" in citing
    cited = read(site, f"{LARKSPUR}/index.html")
    assert "2021-08-09-order-denying-motion-to-dismiss" in cited


def test_there_is_no_dead_link(site: Path) -> None:
    assert list_dead_links(site) == []


def test_no_mail_address_and_no_furniture_is_anywhere(site: Path) -> None:
    """Mailing notices name counsel; neither they nor stamps may come out in any file."""
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".xml", ".txt"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"[\w.+-]+@[\w-]+\.(?:com|org|net|gov)\b", text), path
            assert "electronically mailed to" not in text, path
            assert not re.search(r"Document \d+ Filed \d\d/\d\d/\d\d", text), path


def test_orders_ask_not_to_be_indexed(site: Path) -> None:
    assert re.search(r'<meta name="robots" content="noindex', read(site, f"{LARKSPUR}/index.html"))
