"""Speed as ratios against named baselines of the same run: `make bench`.

Absolute times say more of the machine than of the program; each line names what it is compared
with. Texts are the shipped specimens, repeated until a run takes long enough to measure.
"""

import time
from collections.abc import Callable

from eyecite import get_citations

from build_scripts.citing import cite_order
from build_scripts.cleaning import clean_order
from build_scripts.describing import describe_order
from build_scripts.reading import read_order
from build_scripts.storage.orders_folder import list_order_paths, read_raw_order
from tests.shared import ORDERS

REPEATS = 5


def time_best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs: the one that the machine disturbed least."""
    best = float("inf")
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Measure every stage and print the table."""
    raws = [read_raw_order(ORDERS, path) for path in list_order_paths(ORDERS)]
    sources = [read_order(raw) for raw in raws]
    cleans = [clean_order(source) for source in sources]
    size = sum(len(source.decoded) for source in sources) / 1e6

    def tokenize() -> None:
        for source in sources:
            for line in source.decoded.split("\n"):
                line.split()

    def cite_with_eyecite() -> None:
        for clean in cleans:
            get_citations(clean.reading_text)

    describe_order(cleans[0])  # tables are loaded once
    cite_order(cleans[0])
    cite_with_eyecite()
    split = time_best(tokenize)
    eyecite = time_best(cite_with_eyecite)
    rows = [
        (
            "reading",
            time_best(lambda: [read_order(raw) for raw in raws]),
            "splitting to words",
            split,
        ),
        (
            "cleaning",
            time_best(lambda: [clean_order(s) for s in sources]),
            "splitting to words",
            split,
        ),
        (
            "describing",
            time_best(lambda: [describe_order(c) for c in cleans]),
            "eyecite alone",
            eyecite,
        ),
        ("citing", time_best(lambda: [cite_order(c) for c in cleans]), "eyecite alone", eyecite),
    ]
    print(f"{len(raws)} orders, {size:.2f} MB of text; best of {REPEATS} runs")
    for stage, seconds, baseline, base in rows:
        print(f"{stage:<12}{seconds / base:>8.2f} × {baseline:<20}{size / seconds:>8.1f} MB/s")


if __name__ == "__main__":
    main()
