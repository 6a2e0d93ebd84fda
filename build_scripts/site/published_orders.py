"""The orders of a built site, as its data files tell of them."""

import json
from collections.abc import Iterator
from pathlib import Path


def read_published(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the address of each order that a site publishes, with the sha256 of its raw file.

    Sorted by address. The digest is "" where the order's data can't be read.
    """
    for data in sorted((site / "orders").glob("*/*/*/order.json")):
        address = data.parent.relative_to(site).as_posix()
        try:
            value = json.loads(data.read_bytes())
            digest = value["source"]["sha256"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            digest = ""
        yield address, digest if isinstance(digest, str) else ""
