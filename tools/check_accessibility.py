"""Judge every page of a built site for access: `python -m tools.check_accessibility SITE`.

Each page is opened in Chromium at a desktop's width in light and in dark, at a phone's width, and at
320 pixels (400% zoom, WCAG 1.4.10) with the spacing of 1.4.12; axe-core judges the first three by
WCAG 2.2 A and AA, and at 320 pixels nothing may need scrolling in two directions. The test suite
judges a page of each kind; this takes seconds a page. Exits with 1 where a page has a fault.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsers import launch_chromium
from tests.site.axe import LOOKS, judge_look
from tests.site.conftest import fetch_checkers
from tests.site.policy_server import serve_strictly

NARROW = 320
SPACED = """() => {
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(spaced);
  return document.documentElement.scrollWidth;
}"""


def main() -> None:
    """Judge the pages, and print what is wrong by its kind, with the first addresses."""
    parser = argparse.ArgumentParser(prog="python -m tools.check_accessibility")
    parser.add_argument("site", type=Path, help="a built site, or a part: site/orders/cand")
    parser.add_argument("--root", type=Path, help="the site, if SITE is a part of it")
    parser.add_argument("--looks", default="light,dark,phone,narrow", help="of these, by commas")
    chosen = parser.parse_args()
    site = (chosen.root or chosen.site).resolve()
    pages = [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(chosen.site.resolve().rglob("*.html"))
    ]
    faults: dict[str, list[str]] = defaultdict(list)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        fetch_checkers(Path(folder))
        Path(folder, "archive").symlink_to(site)
        browser = launch_chromium(playwright)
        with serve_strictly(Path(folder)) as address:
            for look in chosen.looks.split(","):
                for count, page in enumerate(pages, start=1):
                    for fault in judge_page(browser, address + page, look, Path(folder)):
                        faults[f"{look}: {fault}"].append(page)
                    if count % 100 == 0:
                        print(f"{look}: {count:,} of {len(pages):,} pages", file=sys.stderr)
        browser.close()
    for fault, where in sorted(faults.items(), key=lambda one: -len(one[1])):
        print(f"{len(where):>6} pages  {fault}  ({', '.join(where[:3])})")
    print(f"{len(pages):,} pages, looks {chosen.looks}: {len(faults)} kinds of faults")
    sys.exit(bool(faults))


def judge_page(browser: Browser, address: str, look: str, checkers: Path) -> list[str]:
    """Return what is wrong with a page in a look, without the words that tell pages apart."""
    width, palette = LOOKS.get(look, (NARROW, "default"))
    page = browser.new_page(
        bypass_csp=True,
        color_scheme="dark" if palette == "slate" else "light",
        viewport={"width": width, "height": 900},
    )
    try:
        page.goto(address)
        if look == "narrow":
            return find_overflow(page)
        found = judge_look(page, checkers / "node_modules", look)
        return [fault.partition(":")[0] for fault in found]
    finally:
        page.close()


def find_overflow(page: Page) -> list[str]:
    """Return a fault if the page is wider than the window when its text is spaced."""
    width = page.evaluate(SPACED)
    return ["wider than 320 pixels"] if width > NARROW else []


if __name__ == "__main__":
    main()
