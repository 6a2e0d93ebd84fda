"""The orders of a built site, according to its data files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class PublishedOrder(NamedTuple):
    """An order that a site publishes: its raw file's sha256, and the data file that lists it."""

    address: str
    sha256: str  # "" if the order's data can't be read
    file: str


def read_published(site: Path) -> Iterator[PublishedOrder]:
    """Yield each order that a site publishes, from a file each or, in a compact archive, from those
    of courts and years; a file of these that can't be read counts as one order.
    """
    orders = site / "orders"
    for data in sorted(orders.glob("*/*/*/order.json")):
        address = data.parent.relative_to(site).as_posix()
        yield PublishedOrder(address, _name_digest(_read(data)), f"{address}/order.json")
    for data in sorted(orders.glob("*/*.json")):
        file = data.relative_to(site).as_posix()
        found = _read(data)
        for value in found if isinstance(found, list) else [None]:
            named = value.get("address") if isinstance(value, dict) else None
            yield PublishedOrder(str(named or file), _name_digest(value), file)


def _read(data: Path) -> Any:
    try:
        return json.loads(data.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def _name_digest(value: Any) -> str:
    try:
        digest = value["source"]["sha256"]
    except (LookupError, TypeError):
        return ""
    return digest if isinstance(digest, str) else ""
