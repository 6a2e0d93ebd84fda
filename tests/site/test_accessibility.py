"""Every kind of page, judged by axe-core (WCAG 2.2 A and AA, and its best practices).

Slow, because it judges each kind in light and on a phone, and its colors in dark: what a program can
find wrong with a page's names, roles, order and contrast is not there.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_policy import list_page_kinds
from tests.site.test_site import LARKSPUR

LOOKS = {
    "light": (1280, "default"),
    "phone": (360, "default"),
    "dark": (1280, "slate"),
}

# A page in dark is the page in light but for its colors: what else is wrong is found there. And on a
# phone what a desktop shows too has its colors: those of the rest alone are judged there, since these
# rules take longer than all others.
COLOR_RULES = ("color-contrast", "link-in-text-block")
# Rows of one template have one fault: of elements that are built alike, next to each other, a few stay.
THIN_OUT = """() => {
  const sign = (element) =>
    [element.tagName, ...["class", "role", "type"].map((name) => element.getAttribute(name)),
     ...[...element.children].map(sign)].join("(") + ")";
  const named = [...document.querySelectorAll("body *")].flatMap((element) =>
    ["for", "aria-controls", "aria-describedby", "aria-labelledby", "aria-owns"].flatMap(
      (name) => (element.getAttribute(name) ?? "").split(" ")));
  const kept = new Set(named.filter(Boolean));
  for (const parent of document.querySelectorAll("body *")) {
    const counts = {};
    for (const child of [...parent.children]) {
      const alike = (counts[sign(child)] = (counts[sign(child)] ?? 0) + 1);
      const isNamed = [child, ...child.querySelectorAll("[id]")].some(({ id }) => kept.has(id));
      if (alike > 4 && !isNamed) child.remove();
    }
  }
}"""
REMEMBER_SHOWN = """() => {
  for (const element of document.querySelectorAll("body *"))
    element.wasShown = element.checkVisibility();
}"""
LIST_NEWLY_SHOWN = """() => {
  self.newlyShown = [...document.querySelectorAll("body *")].filter(
    (element) => element.checkVisibility() && !element.wasShown,
  );
  return self.newlyShown.length;
}"""


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


STILL = """() => {
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { animation: none !important; transition: none !important }");
  document.adoptedStyleSheets.push(still);
}"""


def judge(
    page: Page,
    checkers: Path,
    *rules: str,
    without: Sequence[str] = (),
    within: str = "document",
) -> list[str]:
    """What axe-core finds wrong by all rules, by these, or by those `without` some: a line a kind of
    fault.

    Nothing is judged while it fades. Selectors of all elements would take as long as the rules.
    """
    options: dict[str, Any] = {"resultTypes": ["violations"], "selectors": False}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    if not page.evaluate("'axe' in self"):
        page.evaluate(STILL)
        page.evaluate((checkers / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    options["rules"] = {rule: {"enabled": False} for rule in without}
    result: dict[str, Any] = page.evaluate(f"options => axe.run({within}, options)", options)
    assert result["testEngine"]["name"] == "axe-core"
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in result["violations"]]


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
    page.close()


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
            page.evaluate(THIN_OUT)
            if look == "light":
                found = judge(page, checkers)
                page.evaluate(REMEMBER_SHOWN)
            elif look == "phone":
                found = judge(page, checkers, without=COLOR_RULES)
                if page.evaluate(LIST_NEWLY_SHOWN):
                    found += judge(page, checkers, *COLOR_RULES, within="self.newlyShown")
            else:
                found = judge(page, checkers, *COLOR_RULES)
            if found:
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
