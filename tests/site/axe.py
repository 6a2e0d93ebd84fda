"""axe-core over pages: WCAG 2.2 A and AA, and its best practices."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

LOOKS = {
    "light": (1280, "default"),
    "phone": (360, "default"),
    "dark": (1280, "slate"),
}

# A page in dark is the page in light but for its colors: what else is wrong is found there. And on a
# phone what a desktop shows too has its colors: those of the rest alone are judged there, since these
# rules take longer than all others.
COLOR_RULES = ("color-contrast", "link-in-text-block")
# Rows of one template have one fault: of elements in one place that are built alike, a few stay.
# Paragraphs with the same kinds of marks are built alike, however many marks they have.
THIN_OUT = """() => {
  const sign = (element) =>
    [element.tagName, ...["class", "role", "type"].map((name) => element.getAttribute(name)),
     ...new Set([...element.children].map(sign).sort())].join("(") + ")";
  const named = [...document.querySelectorAll("body *")].flatMap((element) =>
    ["for", "aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns"].flatMap(
      (name) => (element.getAttribute(name) ?? "").split(" ")));
  const kept = new Set(named.filter(Boolean));
  for (const parent of document.querySelectorAll("body *")) {
    const counts = {};
    for (const child of [...parent.children]) {
      if (/^H[1-6]$/.test(child.tagName)) continue; // else levels would be skipped
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
# Nothing fades; and what is drawn behind words by a gradient, of which axe-core says only that it can't tell
# their contrast, leaves the color below: a line above an order, a shade at a wide table's edge.
STILL = """() => {
  const still = new CSSStyleSheet();
  still.replaceSync(`*, ::before, ::after {
    animation: none !important; transition: none !important; background-image: none !important }`);
  document.adoptedStyleSheets.push(still);
}"""


# All that axe-core returns takes longer to hand on than to find.
RUN = """async (options) => {
  const found = await axe.run(%s, options);
  const tell = ({ id, tags, nodes: [first, ...others] }) => ({ id, tags, html: first.html.slice(0, 120),
    whys: [...new Set([first, ...others].map((one) => one.any[0]?.data?.messageKey ?? ""))] });
  return { engine: found.testEngine.name, violations: found.violations.map(tell),
    incomplete: found.incomplete.map(tell) };
}"""


def judge(
    page: Page,
    checkers: Path,
    *rules: str,
    without: Sequence[str] = (),
    within: str = "document",
) -> list[str]:
    """What axe-core finds wrong by all rules, by these, or by those `without` some: a line a kind of
    fault. Selectors of all elements would take as long as the rules.
    """
    options: dict[str, Any] = {}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    options["rules"] = {rule: {"enabled": False} for rule in without}
    result = run_axe(page, checkers, within, **options)
    return [f"{fault['id']}: {fault['html']}" for fault in result["violations"]]


def run_axe(page: Page, checkers: Path, within: str = "document", **options: Any) -> dict[str, Any]:
    """What axe-core finds wrong, and what it can't decide, each with its first element; nothing is
    judged while it fades. `options` are those of `axe.run`.
    """
    if not page.evaluate("'axe' in self"):
        page.evaluate(STILL)
        page.evaluate((checkers / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    kinds = {"resultTypes": ["violations", "incomplete"], "selectors": False}
    result: dict[str, Any] = page.evaluate(RUN % within, kinds | options)
    assert result["engine"] == "axe-core"
    return result


def judge_look(page: Page, checkers: Path, look: str) -> list[str]:
    """What is wrong with an open page in one of LOOKS, its rows that are alike thinned out."""
    page.evaluate(THIN_OUT)
    if look == "dark":
        return judge(page, checkers, *COLOR_RULES)
    if look == "light":
        found = judge(page, checkers)
        page.evaluate(REMEMBER_SHOWN)
        return found
    found = judge(page, checkers, without=COLOR_RULES)
    if page.evaluate(LIST_NEWLY_SHOWN):
        found += judge(page, checkers, *COLOR_RULES, within="self.newlyShown")
    return found
