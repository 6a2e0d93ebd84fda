"""An owner who turns the theme's instant navigation on: pages change without being loaded anew.

It is off by default (docs/design.md); what the site's scripts add has to come all the same. Some
seconds: a site of two orders is built for it, which search engines may list, because the theme
changes to no page that the sitemap leaves out.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands import build_with_mkdocs
from tests.serving import hold_port
from tests.shared import begin_project
from tests.site.policy_server import serve_strictly
from tests.waiting import wait_until

FILES = (
    "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt",
    "cand/4-24-cv-03310/2024-06-24-order-remanding-case-sua-sponte.txt",
)


# The theme reads the sitemap first, and loads pages as ever until it has: it reads nothing else so.
TELL_WHEN_READ = """
const read = Blob.prototype.text;
Blob.prototype.text = function () {
  const reading = read.call(this);
  reading.then(() => setTimeout(() => (self.hasRead = true)));
  return reading;
};
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served; it must know the address, or the theme loads pages as ever."""
    folder = begin_project(tmp_path_factory.mktemp("instant"), *FILES, indexable="true")
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    changed = text.replace(
        "theme:\n", "theme:\n  features: [navigation.tabs, navigation.instant]\n"
    )
    assert changed.count("navigation.instant") == 1
    (folder / "mkdocs.yml").write_text(changed, encoding="utf-8")
    with hold_port() as port:
        site, address = folder / "served/archive", f"http://127.0.0.1:{port}/archive/"
        build_with_mkdocs(folder, "--quiet", "-d", site, SITE_URL=address)
        with serve_strictly(folder / "served", port=port) as served:
            yield served


def turn(page: Page, link: str) -> None:
    """Follow a link and see that the page was changed, not loaded."""
    page.evaluate("window.isSamePage = true")
    before = page.url
    page.locator(link).first.click()
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("article h1")).to_be_visible()
    assert page.evaluate("window.isSamePage") is True


def test_scripts_work_on_pages_that_are_changed_to(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(TELL_WHEN_READ)
    page.goto(f"{address}judges/")
    wait_until(page, "self.hasRead")

    turn(page, '.md-tabs a[href*="authorities"]')
    expect(page.locator("article th button").first).to_be_visible()  # tables can be sorted
    turn(page, '.md-tabs a[href*="cases"]')

    turn(page, 'article a[href*="2024-03-04"]')  # the case's one order
    page.locator("a.citation--courtlistener[data-authority]").first.hover()
    expect(page.locator("#citation-card")).to_be_visible()
    page.mouse.move(0, 0)
    page.locator("article sup a").first.hover()
    expect(page.locator("#footnote-card")).to_be_visible()
    page.mouse.move(0, 0)
    page.locator('article p[id^="p-"]').nth(3).hover()
    expect(page.locator(".paragraph-link")).to_be_visible()
    expect(page.get_by_role("button", name="Copy citation")).to_be_visible()

    turn(page, '.md-tabs a[href*="judges"]')  # one level below the site, not four
    box = page.locator(".search-in-header input")
    box.fill("discovery")
    box.press("Enter")
    page.wait_for_url(f"{address}search/?q=discovery")
    expect(page.locator("#search-page")).to_contain_text("1 order")
    assert errors == []
