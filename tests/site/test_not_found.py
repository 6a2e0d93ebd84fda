"""The page for addresses that lead nowhere, in Chromium and without script."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.site.widths import both_widths
from tests.tables import each_row, read_rows

CASE = "cases/cand-3-23-cv-01234/"


def open_page(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None
    assert response.status == 404
    page.get_by_role("heading", name="There is no page at this address").wait_for()


@each_row()
def test_an_address_in_a_known_case_leads_to_the_case(
    page: Page, strict_address: str, path: str
) -> None:
    open_page(page, strict_address + path)
    link = page.get_by_role("link", name="The orders of case No. 3:23-cv-01234")
    assert link.get_attribute("href") == strict_address + CASE
    link.click()
    page.wait_for_url(strict_address + CASE)


@both_widths
def test_a_page_that_is_not_found_is_styled_and_readable(page: Page, strict_address: str) -> None:
    """Its links begin at the site's root, so that they hold however deep the address is."""
    open_page(page, f"{strict_address}a/b/c/d/")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.md-header')).display") == "block"
    )
    page.get_by_role("link", name="All cases").click()
    page.wait_for_url(f"{strict_address}cases/")


def test_without_script_it_still_leads_on(browser: Browser, strict_address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    open_page(page, f"{strict_address}orders/cand/3-23-cv-01234/")
    assert page.locator("#found-docket").is_hidden()
    assert page.get_by_role("link", name="The home page").is_visible()


def test_docket_numbers_in_addresses(page: Page, strict_address: str) -> None:
    page.goto(strict_address)
    for row in read_rows(__file__, "test_docket_numbers_in_addresses"):
        found = page.evaluate(
            "async ([address, path]) => (await import(address)).findDocketNumber(path)",
            [f"{strict_address}assets/javascripts/not_found.js", row["path"]],
        )
        assert found == row.get("number"), row["path"]


def test_a_search_is_offered_only_where_there_is_one(published: Path) -> None:
    page = (published / "404.html").read_text(encoding="utf-8")
    assert ("data-search" in page) == (published / "search/index.html").is_file()
