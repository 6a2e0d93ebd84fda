"""The page that checks quotations, under the strictest policy that the search can do with."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.extensions.checking.finding import find_quotation
from build_scripts.site.database_file import read_manifest, read_part
from build_scripts.site.search_engine import SearchEngine
from tests.site.axe import judge
from tests.site.policy_server import serve_strictly

BRIEF = """The order says that “a party that resists discovery must say how herons fly over the
marsh by night.” It also says, “and he was hardly ever there.”"""

CITING = """See *Heron v. Marsh*, No. 2:23-cv-01417 (D. Ariz. Oct. 19, 2021); Ashcroft v. Iqbal, 556
U.S. 662, 678 (2009); Roe v. Doe, 999 F.3d 999 (1st Cir. 2021). Iqbal, 556 U.S. 662, says so again."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve_strictly(site.parent) as address:
        yield address


def check(page: Page, text: str) -> None:
    page.get_by_label("Paste a quotation").fill(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".search-status", has_text="Checked against").wait_for()


def test_a_quotation_is_found_as_the_program_finds_it(
    site: Path, address: str, browser: Browser, checkers: Path
) -> None:
    manifest = read_manifest(site)
    assert manifest
    engine = SearchEngine(manifest, partial(read_part, site))
    block = next(
        text
        for order in sorted(site.glob("orders/*/*/*/order.json"))
        for text in json.loads(order.read_text("utf-8"))["text"].split("\n\n")
        if len(text.split()) > 60 and not set("[]…*“”") & set(text)
    )
    words = block.split()[3:17]
    exact, altered = " ".join(words), " ".join([*words[:6], "heronry", *words[7:]])
    left_out = " ".join([*words[:5], ". . .", *words[8:]])

    page = browser.new_page(bypass_csp=True)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(urlsplit(sent.url).netloc))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}check/")
    for text, match in ((exact, "exact"), (altered, "near"), (left_out, "marked")):
        check(page, text)
        answer = page.locator(f'.check-answers > li[data-match="{match}"]')
        expect(answer).to_have_count(1)
        found = find_quotation(engine, text).passages[0]
        shown = answer.locator(".check-passage").first
        expect(shown.locator("mark")).to_have_text(found.text)
        assert (shown.locator("h3 a").get_attribute("href") or "").endswith(found.place)
        expect(shown).to_contain_text(found.citation)
        for one in found.differences:
            expect(shown.locator("ul")).to_contain_text(one.here)
    check(page, CITING)
    standings = page.locator("li[data-standing]")
    expect(standings).to_have_count(3)
    assert [one.get_attribute("data-standing") for one in standings.all()] == [
        "here",
        "cited",
        "unknown",
    ]
    expect(standings.nth(0)).to_contain_text("The name differs: here it is Saguaro Ridge Neighbors")
    expect(standings.nth(0)).to_contain_text("The year differs: here it is dated Oct. 19, 2023")
    expect(standings.nth(0).locator(".search-facts")).to_contain_text("D. Ariz. · Oct. 19, 2023")
    expect(standings.nth(1)).to_contain_text("Ashcroft v. Iqbal, 556 U.S. 662")
    expect(standings.nth(1)).to_contain_text("cited by")
    check(page, BRIEF)
    expect(page.locator("section", has=page.locator("#check-cited"))).to_be_hidden()
    expect(page.locator('.check-answers > li[data-match="absent"]')).to_have_count(2)
    check(page, "of the court")
    expect(page.locator('.check-answers > li[data-match="refused"]')).to_have_count(1)
    assert errors == []
    assert set(asked) == {urlsplit(address).netloc}
    assert judge(page, checkers) == []


def test_the_policy_lets_it_work_and_it_fits_a_phone(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    page.goto(f"{address}check/")
    check(page, "this is a quotation of something that nobody ever wrote in this archive")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert refused == []
