"""Every kind of page, judged by axe-core (WCAG 2.2 A and AA, and its best practices).

Slow, because it judges each kind in light and on a phone, and its colors in dark: what a program can
find wrong with a page's names, roles, order and contrast is not there.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.axe import COLOR_RULES, LIST_NEWLY_SHOWN, LOOKS, REMEMBER_SHOWN, judge, judge_look
from tests.site.test_policy import list_page_kinds
from tests.site.test_site import LARKSPUR


@pytest.fixture
def reader(browser: Browser) -> Page:
    """A page whose policy lets the checker in, a script."""
    return browser.new_page(bypass_csp=True)


def open_page(reader: Page, address: str, look: str) -> None:
    """Show a page in a look; one that is open is only given the look's window and palette."""
    width, palette = LOOKS[look]
    reader.set_viewport_size({"width": width, "height": 900})
    if reader.url != address:
        reader.goto(address)
    reader.emulate_media(color_scheme="dark" if palette == "slate" else "light")
    reader.evaluate("palette => { document.body.dataset.mdColorScheme = palette }", palette)


def test_the_checker_sees_a_fault(browser: Browser, address: str, checkers: Path) -> None:
    """The others would pass with a checker that sees nothing."""
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    assert any(fault.startswith("button-name") for fault in judge(page, checkers))
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend',"
        " '<p id=pale hidden>pale</p>')"
    )
    page.evaluate(REMEMBER_SHOWN)
    page.evaluate("pale.hidden = false; pale.style.color = '#eee'")
    assert page.evaluate(LIST_NEWLY_SHOWN) == 1
    (fault,) = judge(page, checkers, *COLOR_RULES, within="self.newlyShown")
    assert fault.startswith("color-contrast")


@pytest.mark.parametrize("half", [0, 1])  # of the kinds: two processes share what takes longest
def test_no_kind_of_page_has_a_fault(
    reader: Page, strict_address: str, published: Path, checkers: Path, half: int
) -> None:
    kinds = [*list_page_kinds(published), "404.html"]
    assert len(kinds) > 25
    faults = {}
    for kind in kinds[half::2]:
        for look in LOOKS:
            open_page(reader, strict_address + kind, look)
            if found := judge_look(reader, checkers, look):
                faults[kind, look] = found
    assert faults == {}


def test_a_mark_has_its_note_as_details(browser: Browser, address: str) -> None:
    """In Chromium's accessibility tree: a screen reader can read the note where the mark stands."""
    page = browser.new_page()
    page.goto(f"{address}{LARKSPUR}/")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    details = {
        node["name"]["value"]: [related["idref"] for related in one["value"]["relatedNodes"]]
        for node in tree
        for one in node.get("properties", ())
        if one["name"] == "details"
    }
    marks = page.locator(".order-text .footnote-ref").count()
    assert len(details) == marks > 0
    assert details["Footnote 1"] == ["fn:1"]
    page.close()


@pytest.mark.parametrize("look", LOOKS)
def test_open_cards_and_chosen_paragraphs_have_no_fault(
    reader: Page, look: str, address: str, checkers: Path
) -> None:
    open_page(reader, f"{address}{LARKSPUR}/#p-5", look)
    reader.get_by_label("Line numbers").check()
    for mark in (".footnote-ref", "#p-5 [data-authority]"):
        reader.keyboard.press("Tab")
        reader.locator(mark).first.focus()
        reader.locator(".card:not([hidden])").wait_for()
        assert judge(reader, checkers) == [], mark
