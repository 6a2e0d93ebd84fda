"""Pagefind on the same orders, where it is at hand: the peer among searches of static sites.

It is no part of what this project installs: `pip install 'pagefind[extended]'`, anywhere, and
PAGEFIND=/path/to/python -m pagefind (or `pagefind` on the PATH).
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from build_scripts.search.records import SearchRecord

RUN = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def report(records: Iterable[SearchRecord], folder: Path) -> Iterator[str]:
    """What Pagefind takes to index the orders as pages."""
    command = shlex.split(os.environ.get("PAGEFIND", "")) or [shutil.which("pagefind") or ""]
    if not command[0]:
        yield "Pagefind is not at hand (PAGEFIND names it)"
        return
    count = 0
    for record in records:
        count += 1
        path = folder / record.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_page(record))
    command += ["--site", str(folder)]
    run = subprocess.run(
        [sys.executable, "-c", RUN, *command], capture_output=True, text=True, check=True
    )
    code, seconds, megabytes = json.loads(run.stdout)
    if code:
        yield "Pagefind failed"
        return
    made = folder / "pagefind"
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
    yield (
        f"Pagefind: index built in {seconds:.1f} s of a core, {megabytes:.0f} MB at most, "
        f"{size / count / 1000:.2f} KB an order"
    )
    shutil.rmtree(folder)


def write_page(record: SearchRecord) -> str:
    """An order as a page with its facets as filters."""
    filters = {
        "court": record.court_short,
        "year": record.date[:4],
        "disposition": record.disposition,
        "judge": "; ".join(record.judges),
    }
    said = "".join(
        f'<span data-pagefind-filter="{name}">{escape(value)}</span>'
        for name, value in filters.items()
    )
    text = "".join(f"<p>{escape(block)}</p>" for _, block in record.blocks)
    return (
        f'<!DOCTYPE html><html lang="en"><title>{escape(record.title)}</title><body>'
        f"<main data-pagefind-body><h1>{escape(record.title)}</h1>{said}{text}</main></body></html>"
    )
