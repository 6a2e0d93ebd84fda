"""Authority pages in a browser: what a reader sees, and where it leads."""

from playwright.sync_api import Page, expect

from tests.site.widths import both_widths

VOLUMES = "authorities/us/550-559/"
PLEADING = "556-662"


def test_a_reader_goes_from_an_authority_to_the_words_that_cite_it(
    page: Page, address: str
) -> None:
    """From the overview by the case's name to its place among the volumes, from the marked citation
    to its place in the order.
    """
    page.goto(f"{address}authorities/")
    page.get_by_role("link", name="All cases").click()
    page.get_by_role("link", name="A", exact=True).click()
    page.get_by_role("link", name="Ashcroft v. Iqbal, 556 U.S. 662").click()
    page.wait_for_url(f"{address}{VOLUMES}#{PLEADING}")
    entry = page.locator(f"[id='{PLEADING}']")
    expect(entry.locator("h2")).to_contain_text("Ashcroft v. Iqbal, 556 U.S. 662")
    expect(entry.locator("h2")).to_be_in_viewport()
    mark = entry.locator("blockquote mark").first
    assert "556 U.S." in mark.inner_text()
    link = mark.locator("xpath=..")
    href = link.get_attribute("href") or ""
    link.click()
    page.wait_for_url(f"**/orders/**#{href.partition('#')[2]}")
    place = page.locator(f"[id='{href.partition('#')[2]}']")
    expect(place).to_contain_text("556 U.S.")
    expect(place).to_be_in_viewport()


@both_widths
def test_places_in_volumes_fit_the_screen_in_both_schemes(page: Page, address: str) -> None:
    """Nothing scrolls sideways; marked words and bars can be told from the page around them."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(f"{address}{VOLUMES}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        mark = page.locator("blockquote mark").first
        shown, around = mark.evaluate(
            "node => [node, document.body].map(each => getComputedStyle(each).backgroundColor)"
        )
        assert shown != around
        assert shown != "rgba(0, 0, 0, 0)"
