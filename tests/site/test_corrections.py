"""Corrections in a real browser: beside the field, in the change log, and there as text only."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.widths import both_widths

TOLLIVER = "orders/ca9/23-55917/2025-05-14-memorandum"


@both_widths
def test_a_reader_sees_what_an_editor_corrected_and_finds_all_of_it(
    page: Page, site: Path, address: str
) -> None:
    (order,) = (path.parent for path in site.glob(f"{TOLLIVER}*/index.html"))
    page.goto(f"{address}{order.relative_to(site).as_posix()}/")
    page.locator(".order-actions").get_by_role("link", name="field corrected").click()
    judges = page.locator("dt", has_text="Judges").locator("xpath=following-sibling::dd[1]")
    expect(judges.get_by_role("link", name="Sigrid A. Halvorsen")).to_be_visible()
    said = page.locator("#corrected")
    expect(said).to_contain_text("1 field corrected by Specimen editor, Mar. 2, 2026")
    expect(said).to_contain_text("The opinion in No. 22-16408 prints their full names.")
    correction = judges.locator(".correction")
    expect(correction).not_to_contain_text("Halvorsen", use_inner_text=True)
    correction.locator("summary").press("Enter")
    expect(correction).to_contain_text("Corrected by an editor; was: Halvorsen, Circuit Judge;")
    box = correction.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]

    page.goto(f"{address}about/")
    page.locator("article").get_by_role("link", name="Corrections", exact=True).click()
    expect(page.locator("h1")).to_have_text("Corrections")
    rows = page.locator("article tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Mar.\u00a02,\u00a02026")  # newest first
    expect(rows.first).to_contain_text("Halvorsen, Circuit Judge")
    rows.first.get_by_role("link").first.click()
    expect(page.locator("#about-this-order .correction").first).to_be_visible()
