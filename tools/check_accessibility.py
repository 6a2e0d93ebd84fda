"""Judge every page of a built site for access: `python -m tools.check_accessibility SITE`.

Each page is opened in Chromium once, and looked at in the looks that are asked for:

- `narrow`: 320 pixels (400% zoom, WCAG 1.4.10) with the spacing of 1.4.12: nothing may need scrolling
  in two directions, and no words may be cut off. All of the page is measured, and that no name
  (`id`) stands twice.
- `keyboard`: Tab leads through the page and out of it, and each thing that it reaches is seen.
- `light`, `dark`, `phone`, `dark-phone`, `forced` (forced colors), `still` (reduced motion): axe-core
  judges WCAG 2.1 and 2.2, A and AA, and its best practices; of elements that are built alike, next to each other,
  four. In `still` nothing may move by itself.

`--sample` takes pages of each kind at random for the looks of `--sample-looks`. `--build` builds the site first, of the
orders in the folder SITE. Exits with 1 where a page has a fault; what axe-core can't decide is counted beside it.
"""

import argparse
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.browsers import launch_chromium
from tests.site.axe import THIN_OUT, run_axe
from tests.site.conftest import fetch_checkers
from tests.site.policy_server import serve_strictly

NARROW = 320
LOOKS = {
    "light": (1280, {}),
    "dark": (1280, {"color_scheme": "dark"}),
    "phone": (360, {}),
    "dark-phone": (360, {"color_scheme": "dark"}),
    "forced": (1280, {"forced_colors": "active"}),
    "still": (1280, {"reduced_motion": "reduce"}),
}
PLAIN = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
# What is cut off on purpose (words for screen readers alone) is a pixel wide, and a line that ends
# with an ellipsis has its words elsewhere too.
MEASURE = """() => {
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(spaced);
  const faults = [];
  if (document.documentElement.scrollWidth > 320) faults.push("wider than 320 pixels");
  const cut = [...document.querySelectorAll("body *")].find((one) => {
    const style = getComputedStyle(one);
    return one.clientWidth > 1 && one.textContent.trim() && one.checkVisibility()
      && one.getBoundingClientRect().right > 0
      && style.textOverflow !== "ellipsis"
      && ((["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
        || (["hidden", "clip"].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1));
  });
  if (cut) faults.push(`words cut off: ${cut.tagName}.${cut.className}`);
  document.adoptedStyleSheets.pop();
  const names = [...document.querySelectorAll("[id]")].map((one) => one.id);
  if (names.length !== new Set(names).size) faults.push("a name stands twice");
  return faults;
}"""
REACHED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  self.reached ??= [];
  const place = self.reached.includes(one) ? self.reached.indexOf(one) : self.reached.push(one) - 1;
  const shown = one.matches(".md-option") ? one.nextElementSibling : one;
  const [box, style] = [shown.getBoundingClientRect(), getComputedStyle(shown)];
  const isSeen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { place, isSeen, ring, name: `${one.tagName}.${one.className}` };
}"""
WEAR = (
    "scheme => { document.body.dataset.mdColorScheme = scheme }"  # what the palette's switch does
)
MOVING = """() => document.getAnimations().filter(
  (one) => one.playState === "running" && one.effect.getComputedTiming().activeDuration > 10).length"""
MOST_STOPS = 120  # of a page: what follows is built alike


@dataclass(frozen=True, slots=True)
class Task:
    """Pages that one process opens, each with its looks, and where the site and axe-core are."""

    pages: tuple[tuple[str, tuple[str, ...]], ...]
    site: Path
    checkers: Path


def main() -> None:
    """Judge the pages, and print what is wrong by its kind, with the first addresses."""
    parser = argparse.ArgumentParser(prog="python -m tools.check_accessibility")
    parser.add_argument("site", type=Path, help="a built site, or a part: site/orders/cand")
    parser.add_argument("--build", action="store_true", help="SITE is a folder of orders")
    parser.add_argument("--root", type=Path, help="the site, if SITE is a part of it")
    parser.add_argument("--looks", default="narrow,light,dark-phone", help="of every page, or all")
    parser.add_argument("--sample", type=int, default=0, help="pages of each kind, at random")
    parser.add_argument("--sample-looks", default="keyboard,phone,dark,forced,still")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        if chosen.build:
            chosen.site = build_site(chosen.site, Path(folder, "archive"))
        sys.exit(judge_site(chosen))


def build_site(orders: Path, home: Path) -> Path:
    """Build an archive of the orders in a folder; return its site."""
    begin_archive(home, "Orders", "https://orders.example/archive/")  # as it is served here
    shutil.copytree(orders, home / "orders", dirs_exist_ok=True)
    ended = subprocess.run(
        [sys.executable, "-m", "build_scripts", "build", "-q"], cwd=home, check=False
    )
    if ended.returncode not in (ExitCode.OK, ExitCode.HELD_BACK):
        sys.exit(ended.returncode)
    return home / "site"


def judge_site(chosen: argparse.Namespace) -> bool:
    """Judge the pages that were chosen; print what is wrong, and return whether anything is."""
    site = (chosen.root or chosen.site).resolve()
    pages = [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(chosen.site.resolve().rglob("*.html"))
    ]
    drawn = set(draw_pages(pages, chosen.sample))
    every = ",".join(("narrow", "keyboard", *LOOKS))
    looks, more = (
        tuple(filter(None, one.replace("all", every).split(",")))
        for one in (chosen.looks, chosen.sample_looks)
    )
    wanted = [(page, (*looks, *(more if page in drawn else ()))) for page in pages]
    wanted = [one for one in wanted if one[1]]
    found: dict[str, list[str]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        if any(look in LOOKS for _, asked in wanted for look in asked):  # axe-core judges these
            fetch_checkers(Path(folder))
        tasks = [
            Task(tuple(wanted[start : start + 50]), site, Path(folder, "node_modules"))
            for start in range(0, len(wanted), 50)
        ]
        with ProcessPoolExecutor(chosen.jobs) as pool:
            for number, results in enumerate(pool.map(judge_pages, tasks), start=1):
                for page, said in results:
                    found[said].append(page)
                print(
                    f"{min(50 * number, len(wanted)):,} of {len(wanted):,} pages", file=sys.stderr
                )
    for said, where in sorted(found.items(), key=lambda one: -len(one[1])):
        print(f"{len(where):>6} pages  {said}  ({', '.join(where[:3])})")
    faults = sum("can't decide" not in said for said in found)
    print(
        f"{len(wanted):,} pages, {len(drawn):,} in {','.join(more)} too: {faults} kinds of faults"
    )
    return bool(faults)


def draw_pages(pages: Sequence[str], count: int) -> Iterator[str]:
    """Yield `count` pages of each kind, the same in every run."""
    kinds: dict[tuple[str, int, bool], list[str]] = defaultdict(list)
    for page in pages:
        kinds[page.partition("/")[0], page.count("/"), page.endswith("/source/")].append(page)
    for kind in kinds.values():
        yield from random.Random(32).sample(kind, min(count, len(kind)))  # noqa: S311


def judge_pages(task: Task) -> list[tuple[str, str]]:
    """Return pages with what is wrong in a look, without the words that tell pages apart."""
    found = []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        Path(folder, "archive").symlink_to(task.site)
        browser = launch_chromium(playwright)
        with serve_strictly(Path(folder)) as address:
            page = browser.new_page(bypass_csp=True)
            for name, looks in task.pages:
                page.set_viewport_size({"width": NARROW, "height": 900})
                page.emulate_media(**PLAIN)
                page.goto(address + name)
                # All of the page is needed, and moves, until axe-core judges a part of it at rest.
                for look in sorted(looks, key=lambda one: (one in LOOKS, one != "still")):
                    judge = partial(judge_look, look=look, checkers=task.checkers)
                    found += [(name, f"{look}: {said}") for said in dict.fromkeys(judge(page))]
        browser.close()
    return found


def judge_look(page: Page, look: str, checkers: Path) -> Iterator[str]:
    """Yield what is wrong with an open page in a look."""
    if look == "narrow":
        yield from page.evaluate(MEASURE)
    elif look == "keyboard":
        page.set_viewport_size({"width": 1280, "height": 900})
        yield from follow_tabs(page)
    else:
        width, media = LOOKS[look]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(**PLAIN | media)
        page.evaluate(WEAR, "slate" if look.startswith("dark") else "default")
        if look == "still" and page.evaluate(MOVING):
            yield "something moves"
        page.evaluate(THIN_OUT)
        result = run_axe(page, checkers)
        for one in result["violations"]:
            level = "" if any(tag.startswith("wcag") for tag in one["tags"]) else " (best practice)"
            yield f"{one['id']}{level}"
        for one in result["incomplete"]:
            yield from (f"axe-core can't decide {one['id']} {why}".rstrip() for why in one["whys"])


def follow_tabs(page: Page) -> Iterator[str]:
    """Yield what is wrong with what Tab reaches: it is not seen, has no ring, or is not left."""
    last = -1
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        reached = page.evaluate(REACHED)
        if reached is None:  # the page was left
            return
        if reached["place"] == last:
            yield f"Tab does not leave {reached['name']}"
            return
        last = reached["place"]
        if not reached["isSeen"]:
            yield f"Tab reaches what is not seen: {reached['name']}"
        elif not reached["ring"]:
            yield f"no ring around {reached['name']}"


if __name__ == "__main__":
    main()
