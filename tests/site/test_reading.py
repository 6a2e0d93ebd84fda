"""The site in a real browser, at desktop and phone width."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.test_site import LARKSPUR
from tests.site.widths import both_widths


@both_widths
def test_line_numbers_are_shown_on_demand_and_a_pin_cite_opens_at_its_line(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{LARKSPUR}/#L2-13")
    line = page.locator("#L2-13")
    expect(line).to_be_in_viewport(ratio=0)
    drawn = "element => getComputedStyle(element, '::before').content"
    assert line.evaluate(drawn) == '"13"'  # the line asked for
    other = page.locator("#L2-5")
    assert other.evaluate(drawn) == "none"
    page.get_by_label("Line numbers").check()
    assert other.evaluate(drawn) == '"5"'
    assert "13" not in (line.text_content() or "")


@both_widths
def test_a_pdf_page_is_pictured_beside_its_text(page: Page, address: str, site: Path) -> None:
    (order,) = (site / "orders/ord/3-22-cv-00911").iterdir()
    page.goto(f"{address}{order.relative_to(site).as_posix()}/source/")
    page.get_by_text("Picture of page 2").click()
    picture = page.get_by_alt_text("Page 2 as printed", exact=False)
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1100
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
