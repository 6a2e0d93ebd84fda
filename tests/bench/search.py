"""The search at scale: `make bench` prints it, `python -m tests.bench --search` it alone.

Made-up orders go straight into the search; what is measured begins there. A line of 10 Mbit/s with
40 ms a round trip is between the browser and the files. BENCH_LARGE=1 measures 100,000 too, some
minutes.
"""

import json
import os
import pickle
import platform
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from build_scripts.search_files import publish_records
from build_scripts.searching.records import SearchRecord
from tests.bench import search_known, search_pagefind
from tests.bench.search_orders import MadeOrders
from tests.bench.search_reads import measure_reads, say_reads

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
    keep_records(made, folder / "records")
    yield from _report_build(folder, count)
    if peer:
        yield from search_pagefind.report(list_kept(folder / "records"), folder / "peer")
    yield from say_reads(*measure_reads(folder / "site", made, slow=True))
    if count <= MOST_RANKED_HERE:
        yield from search_known.report(made)


def keep_records(made: MadeOrders, path: Path) -> None:
    """Draw all orders once: the drawing is no part of what is measured."""
    with path.open("wb") as file:
        for record in made.list_records():
            pickle.dump(record, file, pickle.HIGHEST_PROTOCOL)


def list_kept(path: Path) -> Iterator[SearchRecord]:
    """Yield the orders that were kept."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301 (written by the lines above)


def _report_build(folder: Path, count: int) -> Iterator[str]:
    vocabulary = folder / "vocabulary"
    vocabulary.write_bytes(pickle.dumps(MadeOrders(count).list_vocabulary()))
    command = [sys.executable, "-m", "tests.bench.search", str(folder)]
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
            known = {"chunk": "database", "search": "texts", "results": "results"}
            sizes[known.get(name, "beside")] += path.stat().st_size
    return sizes


def build(folder: Path) -> None:
    """Publish kept records, in a process of its own, and say what it took as JSON."""
    vocabulary = pickle.loads((folder / "vocabulary").read_bytes())  # noqa: S301
    began = time.process_time()
    for file in publish_records(partial(list_kept, folder / "records"), vocabulary, "made up"):
        path = folder / "site" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.load())
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak}))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
