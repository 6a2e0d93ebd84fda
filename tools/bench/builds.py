"""Whole builds of made-up archives, against plain MkDocs with Material over the same Markdown.

Every build is a process of its own, so that its processor time and the most memory that one of its
processes took are the system's own figures; processes that convert beside it are in neither, so with
two the clock tells more. Each is run once: it takes long
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

from tests.shared import ROOT, copy_hand_written_docs
from tools.bench.archive_orders import write_archive

COUNTS = (100, 1_000)
VALIDATION = """\
exclude_docs: |
  search.md
  templates/
validation:
  nav: {omitted_files: ignore}
  links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}

"""
LARGE = 10_000  # with BENCH_LARGE=1: half an hour more

_OURS = {
    r"(?ms)^plugins:.*?^theme:": "plugins: []\n\ntheme:",
    r"(?m)^  custom_dir: .*\n": "",
    r"(?m)^site_dir: .*": "site_dir: plain",
    r"(?m)^  - build_scripts.*": "  - footnotes",
    r"(?ms)^validation:.*?^(?=\S|\Z)": VALIDATION,
}
"""What plain MkDocs does without, by where it stands in mkdocs.yml, and what stands there then."""


def write_plain(settings: str) -> str:
    """Return settings of the same site without this program: Material's own templates alone."""
    for ours, plain in _OURS.items():
        settings, found = re.subn(ours, plain, settings)
        assert found == 1, ours  # else mkdocs.yml changed, and the baseline must too
    return settings


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
    plain_settings = write_plain((ROOT / "mkdocs.yml").read_text("utf-8"))
    (home / PLAIN).write_text(plain_settings, encoding="utf-8")
    costs = dict(_measure_builds(home, count))
    plain = costs["plain MkDocs"]
    yield f"{count:,} orders, {len(list((home / 'docs').rglob('*.md'))):,} pages"
    for name, cost in costs.items():
        clock, processor = cost.clock / plain.clock, cost.processor / plain.processor
        yield (
            f"  {name:<32}{cost.clock:>8.1f} s{clock:>8.3f} ×{cost.processor:>10.1f} s"
            f"{processor:>8.3f} ×{cost.memory / 1e6:>8.0f} MB"
        )
    for name, cost in costs.items():
        part = sum(cost.stages.get(stage, 0.0) for stage in MKDOCS)
        if name.startswith("from nothing"):
            yield f"  of {name}, what MkDocs does: {part:.1f} s, {part / plain.clock:.3f} ×"
    for name, cost in costs.items():
        longest = sorted(cost.stages.items(), key=lambda row: -row[1])
        if told := [f"{stage} {clock:.1f}" for stage, clock in longest if clock >= 0.05]:
            yield f"  {name}: {'; '.join(told)}"


def _measure_builds(home: Path, count: int) -> Iterator[tuple[str, Cost]]:
    """Yield each build and what it took; of large archives those of one process are left out."""
    if count < LARGE:
        _begin_anew(home)
        yield "from nothing, one process", _run([*ORDERS, "-j1"], home)
        _begin_anew(home)
        parts = [_start([*ORDERS, "-j1", "--shard", f"part={place}/2"], home) for place in (1, 2)]
        yield "two shards at one time", max(map(_wait, parts), key=lambda cost: cost.clock)
        yield "joining them", _run([*ORDERS, "--join", "-j2"], home)
    _begin_anew(home)
    yield "from nothing, two processes", _run([*ORDERS, "-j2"], home)
    yield "plain MkDocs", _run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", PLAIN], home)
    yield "nothing changed", _run([*ORDERS, "-j2"], home)
    for number, name in enumerate(("one order more", "and one more", "and one more again")):
        _add_order(home / "orders", count * (number + 1) // 4, f"added{number}")
        yield name, _run([*ORDERS, "-j1" if count < LARGE else "-j2"], home)


PLAIN = "plain.yml"
ORDERS = (sys.executable, "-m", "build_scripts", "build", "-q", "--profile")


def _begin_anew(home: Path) -> None:
    """Leave the raw orders alone: no cache, no site, no generated page."""
    for name in (".cache", "site", "docs"):
        shutil.rmtree(home / name, ignore_errors=True)
    for name in ("address_ledger.csv", "history.csv"):
        (home / name).unlink(missing_ok=True)
    copy_hand_written_docs(home / "docs")


def _add_order(folder: Path, place: int, name: str) -> None:
    one = sorted(folder.rglob("*.txt"))[place]
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
    said = home / f"said-{time.monotonic_ns()}.txt"
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
