"""Publishing made-up orders in a process of its own, so that what it takes can be told.

`python -m tools.bench.search_build FOLDER`: `records` and `vocabulary` in, `site` out.
"""

import json
import pickle
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from build_scripts.search.records import SearchRecord
from build_scripts.site.search_files import publish_records
from tools.bench.search_orders import MadeOrders


def keep_records(made: MadeOrders, folder: Path) -> None:
    """Draw all orders once: the drawing is no part of what is measured."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary").write_bytes(pickle.dumps(made.list_vocabulary()))
    with (folder / "records").open("wb") as file:
        for record in made.iter_records():
            pickle.dump(record, file, pickle.HIGHEST_PROTOCOL)


def list_kept(folder: Path) -> Iterator[SearchRecord]:
    """Yield the orders that were kept."""
    with (folder / "records").open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301 (written by the lines above)


def build(folder: Path) -> dict[str, float]:
    """Publish what was kept: seconds of a core, and megabytes at most."""
    vocabulary = pickle.loads((folder / "vocabulary").read_bytes())  # noqa: S301
    began = time.process_time()
    for file in publish_records(list_kept(folder), vocabulary, "made up"):
        path = folder / "site" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.load())
    return {"seconds": time.process_time() - began, "megabytes": _read_peak()}


def _read_peak() -> float:
    """The most memory of this process; getrusage would count its parent's with it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1]))))
