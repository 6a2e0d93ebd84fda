"""Whole builds of made-up archives, against plain MkDocs with Material over the same Markdown.

Every build is a process of its own, so that its processor time (its children's too) and the most
memory that one of its processes took are the system's own figures. Each is run once: it takes long
enough to be disturbed little, and what is compared runs in the same minutes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.archive_orders import write_archive
from tests.shared import ROOT, copy_hand_written_docs

COUNTS = (100, 1_000)
LARGE = 10_000  # with BENCH_LARGE=1: an hour and more

PLAIN = """\
site_name: Plain
docs_dir: docs
site_dir: plain
use_directory_urls: true
theme: {name: material, font: false, features: [navigation.tabs]}
plugins: []
markdown_extensions:
  - attr_list
  - def_list
  - footnotes
  - toc: {toc_depth: 4}
nav: [{Home: index.md}]
not_in_nav: "/"
exclude_docs: |
  search.md
  templates/
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took; seconds of processors, seconds on the clock, bytes at the most."""

    processor: float
    clock: float
    memory: int


def report() -> Iterator[str]:
    """Yield the lines of the table, one archive after the other."""
    yield "builds: processor seconds, ratio to plain MkDocs, seconds on the clock, peak MB"
    said = os.environ.get("BENCH_ORDERS")  # other sizes: "60 200"
    large = (LARGE,) if os.environ.get("BENCH_LARGE") else ()
    counts = map(int, said.split()) if said else (*COUNTS, *large)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="bench-builds-") as folder:
            yield from _measure(Path(folder), count)


def _measure(home: Path, count: int) -> Iterator[str]:
    shutil.copy(ROOT / "mkdocs.yml", home)
    copy_hand_written_docs(home / "docs")
    write_archive(home / "orders", count)
    (home / "plain.yml").write_text(PLAIN, encoding="utf-8")
    orders = [sys.executable, "-m", "build_scripts", "build", "-q"]
    two = _run([*orders, "-j2"], home)
    shutil.rmtree(home / "site")
    rendered = _run([*orders, "-j1"], home)  # from the cache of conversions: publishing, MkDocs
    shutil.rmtree(home / ".cache")
    shutil.rmtree(home / "site")
    one = _run([*orders, "-j1"], home)
    plain = _run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml"], home)
    same = _run([*orders, "-j1"], home)
    _add_order(home / "orders", count)
    added = _run([*orders, "-j1"], home)
    pages = len(list((home / "docs").rglob("*.md")))
    yield f"{count:,} orders, {pages:,} pages"
    for name, cost in (
        ("plain MkDocs", plain),
        ("from nothing, one process", one),
        ("from nothing, two processes", two),
        ("all converted, no page rendered", rendered),
        ("one order more", added),
        ("nothing changed", same),
    ):
        ratio = cost.processor / plain.processor
        figures = f"{cost.processor:>9.1f} s{ratio:>9.3f} ×{cost.clock:>9.1f} s"
        yield f"  {name:<34}{figures}{cost.memory / 1e6:>9.0f} MB"


def _add_order(folder: Path, count: int) -> None:
    one = sorted(folder.rglob("*.txt"))[count // 2]
    text = one.read_text(encoding="utf-8").replace("Plaintiff", "Petitioner", 1)
    one.with_name("added.txt").write_text(text, encoding="utf-8")


def _run(command: list[str], home: Path) -> Cost:
    started = time.monotonic()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SITE_URL": "https://example.org/a/",
        "NO_MKDOCS_2_WARNING": "1",
    }
    process = subprocess.Popen(command, cwd=home, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed: {status}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(processor, time.monotonic() - started, usage.ru_maxrss * 1024)
