"""Whole builds, against plain MkDocs with Material over the same pages; what a site takes.

The real archive is every decision of the two services in ../shared, where that folder is; made
archives cite as much as it does. Every build is a process of its own, so that its processor time
and the most memory that one of its processes took are the system's own figures; processes that
convert beside it are in neither. Each is run once: it takes long enough to be disturbed little,
and what is compared runs in the same minutes.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.shared import LACKS_SHARED, ROOT, SHARED
from tools.bench.archive_orders import write_archive

COUNTS = (100, 1_000)
LARGE = 10_000  # with BENCH_LARGE=1
REAL = ("cap-json", "courtlistener-json")

SETTINGS = """\
site_name: Orders Archive
theme: {name: orders}
plugins:
  - orders-archive: {}
"""
PLAIN = """\
site_name: Plain pages
docs_dir: plain-docs
site_dir: plain
theme: {name: material, font: false}
plugins: []
markdown_extensions: [footnotes, tables]
nav: [index.md]
validation:
  nav: {omitted_files: ignore}
  links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}
"""
_ARTICLE = re.compile(r"<article[^>]*>(.*?)</article>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took; seconds of processors, seconds on the clock, bytes at the most."""

    processor: float
    clock: float
    memory: int


def report() -> Iterator[str]:
    """Yield the lines of the table, one archive after the other."""
    said = os.environ.get("BENCH_ORDERS")  # other sizes: "60 200"
    large = (LARGE,) if os.environ.get("BENCH_LARGE") else ()
    yield "builds: seconds of processors and on the clock, ratio to plain MkDocs, peak memory"
    if not LACKS_SHARED and not said:
        with tempfile.TemporaryDirectory(prefix="bench-builds-") as folder:
            home = Path(folder)
            for name in REAL:
                shutil.copytree(SHARED / "corpus" / name, home / "orders" / name)
            yield from _measure(home, "real decisions")
    for count in map(int, said.split()) if said else (*COUNTS, *large):
        with tempfile.TemporaryDirectory(prefix="bench-builds-") as folder:
            write_archive(Path(folder) / "orders", count)
            yield from _measure(Path(folder), "made orders")


def _measure(home: Path, kind: str) -> Iterator[str]:
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    late = _hold_back_order(home / "orders")
    costs = {"from nothing": _run(ORDERS, home)}
    shutil.rmtree(home / ".cache/orders/results")
    (home / ".cache/orders/search-site").unlink(missing_ok=True)  # there is none without secrets
    costs["converted before"] = _run(ORDERS, home)
    costs["nothing changed"] = _run(ORDERS, home)
    orders = len(list((home / "site/orders").glob("*/*/*/order.json")))
    pages = _write_plain(home)
    costs["plain MkDocs, the same pages"] = plain = _run(MKDOCS, home)
    yield f"{orders:,} {kind}: {_format_size(home / 'site', orders, pages)}"
    late.add()
    costs["one order more"] = _run(ORDERS, home)
    late.correct()
    costs["one correction"] = _run(ORDERS, home)
    for name, cost in costs.items():
        ratio = cost.processor / plain.processor
        yield (
            f"  {name:<30}{cost.processor:>8.1f} s{ratio:>8.2f} ×{cost.clock:>9.1f} s on the clock"
            f"{cost.memory / 1e6:>8.0f} MB"
        )


def _format_size(site: Path, orders: int, pages: int) -> str:
    """Return pages, files and bytes of an order; the original files and the theme's are apart."""
    files = [path for path in site.rglob("*") if path.is_file() and "assets" not in path.parts]
    size = sum(path.stat().st_size for path in files if not path.name.startswith("original."))
    return (
        f"{pages / orders:.2f} pages, {len(files) / orders:.2f} files, "
        f"{size / orders / 1e6:.3f} MB an order without originals"
    )


def _write_plain(home: Path) -> int:
    """Write what plain MkDocs renders: orders' Markdown, of other pages what stands in them."""
    site, docs = home / "site", home / "plain-docs"
    pages = 0
    for page in site.rglob("index.html"):
        name = page.parent.relative_to(site).as_posix()
        markdown = home / "docs" / f"{name}.md"
        target = docs / ("index.md" if name == "." else f"{name}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        if markdown.is_file():
            shutil.copy(markdown, target)
        else:
            article = _ARTICLE.search(page.read_text("utf-8"))
            target.write_text(f"<div>{article[1] if article else ''}</div>\n", encoding="utf-8")
        pages += 1
    (home / "plain.yml").write_text(PLAIN, encoding="utf-8")
    return pages


ORDERS = (sys.executable, "-m", "build_scripts", "build", "-q")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml")


@dataclass(frozen=True, slots=True)
class LateOrder:
    """An order that is not there at first: a copy of one that is would be a file of its decision."""

    place: Path
    data: bytes

    def add(self) -> None:
        self.place.write_bytes(self.data)

    def correct(self) -> None:
        correction = self.place.with_name(f"{self.place.name}.yml")
        correction.write_text("fields: {title: Order}\n", encoding="utf-8")


def _hold_back_order(folder: Path) -> LateOrder:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    place = paths[len(paths) // 2]
    late = LateOrder(place, place.read_bytes())
    place.unlink()
    return late


def _run(command: Sequence[str], home: Path) -> Cost:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
    }
    said = home / "said.txt"
    started = time.monotonic()
    with said.open("w") as errors:
        process = subprocess.Popen(command, cwd=home, env=environment, stderr=errors, text=True)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 9}:  # 9: built, without what is held back
        raise SystemExit(f"{command!r} failed: {status}\n{said.read_text()}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(processor, time.monotonic() - started, usage.ru_maxrss * 1024)
