"""The search at scale: `make bench` prints it, `python -m tools.bench --search` it alone.

Made-up orders go straight into the search; what is measured begins there. A line of 10 Mbit/s with
40 ms a round trip is between the browser and the files. BENCH_LARGE=1 measures 100,000 too, some
minutes.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.bench import search_known, search_pagefind
from tools.bench.search_build import keep_records, list_kept
from tools.bench.search_orders import MadeOrders
from tools.bench.search_reads import measure_reads, say_reads

SIZES = (1_000, 10_000)
PEER_SIZES = (1_000, 10_000)
MOST_RANKED_HERE = 10_000  # the index for it lies in memory


def report() -> Iterator[str]:
    """Every line of the search's part of the bench."""
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    large = bool(os.environ.get("BENCH_LARGE"))
    for count in (*SIZES, 100_000) if large else SIZES:
        with tempfile.TemporaryDirectory(prefix="orders-bench-") as folder:
            yield from report_size(count, Path(folder), peer=count in PEER_SIZES)


def report_size(count: int, folder: Path, peer: bool = False) -> Iterator[str]:
    """The lines for `count` orders; files are written below `folder`."""
    yield f"\n{count:,} orders"
    made = MadeOrders(count)
    keep_records(made, folder)
    yield from _report_build(folder, count)
    if peer:
        yield from search_pagefind.report(list_kept(folder), folder / "peer")
    yield from say_reads(*measure_reads(folder / "site", made, slow=True))
    if count <= MOST_RANKED_HERE:
        yield from search_known.report(made)


def _report_build(folder: Path, count: int) -> Iterator[str]:
    command = [sys.executable, "-m", "tools.bench.search_build", str(folder)]
    built = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    yield f"index built in {built['seconds']:.1f} s of a core, {built['megabytes']:.0f} MB at most"
    sizes = _measure_files(folder / "site")
    index = sum(sizes.values()) - sizes["texts"]
    yield f"published index: {index / count / 1000:.2f} KB an order (goal 5.5), " + ", ".join(
        f"{name} {size / count / 1000:.2f}" for name, size in sizes.most_common()
    )


def _measure_files(site: Path) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            name = path.name.split("-0")[0].split(".")[0]
            known = {"chunk": "database", "texts": "texts", "results": "results"}
            sizes[known.get(name, "beside")] += path.stat().st_size
    return sizes
