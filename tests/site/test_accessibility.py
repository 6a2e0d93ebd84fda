"""Every kind of page, judged by axe-core (WCAG 2.2 A and AA, and its best practices).

Slow, because it judges each kind in light and on a phone, and its colors in dark: what a program can
find wrong with a page's names, roles, order and contrast is not there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.axe import (
    COLOR_RULES,
    LIST_NEWLY_SHOWN,
    LOOKS,
    REMEMBER_SHOWN,
    judge,
    judge_look,
)
from tests.site.test_policy import list_page_kinds
from tests.site.test_site import LARKSPUR


@pytest.fixture
def readers(browser: Browser) -> Iterator[dict[str, Page]]:
    """By palette, a page of a reader who wants it; its policy lets the checker in, a script."""
    schemes: dict[str, Literal["light", "dark"]] = {"default": "light", "slate": "dark"}
    contexts = {
        palette: browser.new_context(bypass_csp=True, color_scheme=scheme)
        for palette, scheme in schemes.items()
    }
    yield {palette: context.new_page() for palette, context in contexts.items()}
    for context in contexts.values():
        context.close()


def open_page(readers: dict[str, Page], address: str, look: str) -> Page:
    """Open a page in a look; one that the reader has open is only given the look's window."""
    width, palette = LOOKS[look]
    page = readers[palette]
    page.set_viewport_size({"width": width, "height": 900})
    if page.url != address:
        page.goto(address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == palette
    return page


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
    readers: dict[str, Page], strict_address: str, published: Path, checkers: Path, half: int
) -> None:
    kinds = [*list_page_kinds(published), "404.html"]
    assert len(kinds) > 25
    faults = {}
    for kind in kinds[half::2]:
        for look in LOOKS:
            page = open_page(readers, strict_address + kind, look)
            if found := judge_look(page, checkers, look):
                faults[kind, look] = found
    assert faults == {}


@pytest.mark.parametrize("look", LOOKS)
def test_open_cards_and_chosen_paragraphs_have_no_fault(
    readers: dict[str, Page], look: str, address: str, checkers: Path
) -> None:
    page = open_page(readers, f"{address}{LARKSPUR}/#p-5", look)
    page.get_by_label("Line numbers").check()
    for mark in (".footnote-ref", "#p-5 [data-authority]"):
        page.keyboard.press("Tab")
        page.locator(mark).first.focus()
        page.locator(".card:not([hidden])").wait_for()
        assert judge(page, checkers) == [], mark
