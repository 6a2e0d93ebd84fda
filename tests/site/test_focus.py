"""Whoever reads with the keyboard sees where it is: each thing that it reaches has a ring."""

import pytest
from playwright.sync_api import Browser

from tests.site.contrast import count_contrast
from tests.site.test_policy import LARKSPUR
from tests.site.test_search import finish
from tests.site.widths import DESKTOP, PHONE

PAGES = ("", LARKSPUR, f"{LARKSPUR}source/", "search/", "years/2024/", "authorities/", "404.html")

# Focuses everything that the keyboard can reach, and says of each: what it is, the ring around it,
# and the ground behind the ring. A color switch shows the ring of its hidden field on its label. Of
# elements of one kind in one place, as rows of a list are, two are enough.
RINGS = """
() => {
  const channels = color => color.match(/[\\d.]+/g).map(Number);
  const ground = (x, y, bearer) => {  // what is painted there, without the bearer
    let seen = [0, 0, 0], open = 1;
    for (const element of document.elementsFromPoint(x, y)) {
      if (bearer.contains(element)) continue;
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(element).backgroundColor);
      seen = [red, green, blue].map((part, at) => seen[at] + open * alpha * part);
      open *= 1 - alpha;
      if (!open) break;
    }
    return `rgb(${seen.map(part => Math.round(part + open * 255)).join(", ")})`;
  };
  const reached = "a[href]:not([tabindex='-1']), button, input, select, textarea, summary, [tabindex='0']";
  const found = {}, counts = {};
  for (const element of document.querySelectorAll(reached)) {
    const kind = [element, element.parentElement, element.parentElement?.parentElement]
      .map(one => `${one?.tagName}.${one?.className}`).join(" < ");
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (counts[kind] > 2) continue;
    element.focus({focusVisible: true, preventScroll: true});
    if (document.activeElement !== element) continue;
    const bearer = element.matches(".md-option") ? element.nextElementSibling : element;
    if (!bearer.checkVisibility({visibilityProperty: true})) continue;
    const style = getComputedStyle(bearer);
    bearer.scrollIntoView({block: "center", behavior: "instant"});
    const box = bearer.getClientRects()[0];
    const away = parseFloat(style.outlineOffset) + 1;  // the middle of the ring
    const x = Math.max(box.left - away, 0);
    const ring = {
      width: style.outlineWidth,
      style: style.outlineStyle,
      color: style.outlineColor,
      ground: ground(x, (box.top + box.bottom) / 2, away > 0 ? bearer : document.createElement("i")),
      inHeader: bearer.closest(".md-header, .md-tabs") !== null,
    };
    const name = `${bearer.tagName}.${bearer.className}`;
    found[`${name} ${JSON.stringify(ring)}`] = {name, ...ring};
  }
  return Object.values(found);
}
"""

# Colors change by and by: ends when all have.
CHANGE_PALETTE = """(palette) => {
  document.body.dataset.mdColorScheme = palette;
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  return Promise.allSettled(changes.map((one) => one.finished));
}"""


def read_color(color: str) -> list[int]:
    """Red, green and blue of a color such as `rgb(1, 2, 3)`."""
    return [int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(",")]


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    assert count_contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert count_contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def test_everything_that_the_keyboard_reaches_has_a_ring(
    browser: Browser, strict_address: str
) -> None:
    """Two pixels wide, white in the header, and of a contrast of 3 : 1 to what is behind it."""
    faults = []
    for width in (DESKTOP, PHONE):
        # A page per width: in one that changes its width, tabs and drawer move for a moment.
        page = browser.new_page(viewport={"width": width, "height": 900})
        for address in PAGES:
            page.goto(strict_address + address)
            if address == "search/":
                finish(page)
            page.keyboard.press("Tab")  # the keyboard is in use
            for palette in ("default", "slate"):
                page.evaluate(CHANGE_PALETTE, palette)
                rings = page.evaluate(RINGS)
                assert any(ring["inHeader"] and ring["name"].startswith("LABEL") for ring in rings)
                for ring in rings:
                    is_drawn = ring["style"] == "solid" and ring["width"] == "2px"
                    is_white = ring["color"] == "rgb(255, 255, 255)" or not ring["inHeader"]
                    colors = (read_color(ring[name]) for name in ("color", "ground"))
                    has_contrast = count_contrast(*colors) >= 3
                    if not (is_drawn and is_white and has_contrast):
                        faults.append(f"{address}, {width}, {palette}: {ring}")
        page.close()
    assert not faults, "\n".join(faults)
