"""Whole builds of made-up archives, against plain MkDocs with Material over the same Markdown.

Every build is a process of its own, so that its processor time (its children's too) and the most
memory that one of its processes took are the system's own figures. Each is run once: it takes long
enough to be disturbed little, and what is compared runs in the same minutes.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    stages: dict[str, float] = field(default_factory=dict)  # seconds on the clock, by stage


MKDOCS = ("rendering pages", "putting the site together", "MkDocs and the rest")
"""Stages that do what plain MkDocs does."""

_ROW = re.compile(
    r"""^(?P<stage>[A-Za-z][A-Za-z ]+?)[ ]{2,}(?P<clock>\d+\.\d\d)[ ]+\d+%[ ]+[\d.]+$""",
    re.MULTILINE | re.VERBOSE,
)


def report() -> Iterator[str]:
    """Yield the lines of the table, one archive after the other."""
    yield "builds: seconds on the clock and of processors, ratios to plain MkDocs, peak MB"
    said = os.environ.get("BENCH_ORDERS")  # other sizes: "60 200"
    large = (LARGE,) if os.environ.get("BENCH_LARGE") else ()
    counts = map(int, said.split()) if said else (*COUNTS, *large)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="bench-builds-") as folder:
            yield from _measure(Path(folder), count)


def _measure(home: Path, count: int) -> Iterator[str]:
    shutil.copy(ROOT / "mkdocs.yml", home)
    write_archive(home / "orders", count)
    (home / "plain.yml").write_text(PLAIN, encoding="utf-8")
    _begin_anew(home)
    one = _run([*ORDERS, "-j1"], home)
    _begin_anew(home)
    parts = [_start([*ORDERS, "-j1", "--shard", f"part={place}/2"], home) for place in (1, 2)]
    shards = max((_wait(part) for part in parts), key=lambda cost: cost.clock)
    joined = _run([*ORDERS, "--join", "-j2"], home)
    _begin_anew(home)
    two = _run([*ORDERS, "-j2"], home)
    pages = len(list((home / "docs").rglob("*.md")))
    plain = _run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml"], home)
    same = _run([*ORDERS, "-j2"], home)
    _add_order(home / "orders", count, "one")
    added = _run([*ORDERS, "-j1"], home)
    _add_order(home / "orders", count, "other")
    added_two = _run([*ORDERS, "-j2"], home)
    yield f"{count:,} orders, {pages:,} pages"
    for name, cost in (
        ("plain MkDocs", plain),
        ("from nothing, one process", one),
        ("from nothing, two processes", two),
        ("two shards at one time", shards),
        ("joining them", joined),
        ("one order more, one process", added),
        ("one order more, two processes", added_two),
        ("nothing changed", same),
    ):
        clock, processor = cost.clock / plain.clock, cost.processor / plain.processor
        yield (
            f"  {name:<32}{cost.clock:>8.1f} s{clock:>8.3f} ×{cost.processor:>10.1f} s"
            f"{processor:>8.3f} ×{cost.memory / 1e6:>8.0f} MB"
        )
    for name, cost in (("one process", one), ("two processes", two)):
        part = sum(cost.stages.get(stage, 0.0) for stage in MKDOCS)
        yield f"  of it what MkDocs does, {name:<13}{part:>5.1f} s{part / plain.clock:>8.3f} ×"
    yield f"  two processes against one: {one.clock / two.clock:.2f} ×"
    for name, cost in (("from nothing, two processes", two), ("one order more", added_two)):
        longest = sorted(cost.stages.items(), key=lambda row: -row[1])
        told = "; ".join(f"{stage} {clock:.1f}" for stage, clock in longest if clock >= 0.05)
        yield f"  {name}: {told}"


ORDERS = (sys.executable, "-m", "build_scripts", "build", "-q", "--profile")


def _begin_anew(home: Path) -> None:
    """Leave the raw orders alone: no cache, no site, no generated page."""
    for name in (".cache", "site", "docs"):
        shutil.rmtree(home / name, ignore_errors=True)
    for name in ("address_ledger.csv", "history.csv"):
        (home / name).unlink(missing_ok=True)
    copy_hand_written_docs(home / "docs")


def _add_order(folder: Path, count: int, name: str) -> None:
    one = sorted(folder.rglob("*.txt"))[count // 2]
    text = one.read_text(encoding="utf-8").replace("Plaintiff", f"Petitioner {name}", 1)
    one.with_name(f"{name}.txt").write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Running:
    process: subprocess.Popen[str]
    started: float
    said: Path


def _run(command: Sequence[str], home: Path) -> Cost:
    return _wait(_start(command, home))


def _start(command: Sequence[str], home: Path) -> _Running:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SITE_URL": "https://example.org/a/",
        "NO_MKDOCS_2_WARNING": "1",
    }
    said = Path(tempfile.mkstemp(prefix="said-", dir=home)[1])
    started = time.monotonic()
    with said.open("w") as errors:
        process = subprocess.Popen(command, cwd=home, env=environment, stderr=errors, text=True)
    return _Running(process, started, said)


def _wait(running: _Running) -> Cost:
    _, status, usage = os.wait4(running.process.pid, 0)
    clock = time.monotonic() - running.started
    said = running.said.read_text()
    running.said.unlink()
    if status:
        raise SystemExit(f"{running.process.args!r} failed: {status}\n{said}")
    stages = {row["stage"]: float(row["clock"]) for row in _ROW.finditer(said)}
    processor = usage.ru_utime + usage.ru_stime
    return Cost(processor, clock, usage.ru_maxrss * 1024, stages)
