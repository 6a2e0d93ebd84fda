"""What takes the bytes, files and pages of a built site, an order, by kind.

`python -m tools.bench --size SITE` prints it, of a site in any folder: what hosts limit is measured
where it is made.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OF_ORDERS = {
    "index.html": "orders' pages",
    "order.json": "orders' JSON",
    "order.md": "orders' Markdown",
}
_APART = frozenset({"originals", "the theme's files"})
"""Kinds that do not count: what came, and what is the same for one order and for a million."""


@dataclass(slots=True)
class Share:
    """What one kind takes."""

    files: int = 0
    pages: int = 0
    size: int = 0

    def add(self, other: "Share") -> None:
        """Add what another takes."""
        self.files += other.files
        self.pages += other.pages
        self.size += other.size


def report(site: Path) -> Iterator[str]:
    """Yield the table: a line a kind, the largest first, and the sum of those that count."""
    shares, whole = measure_kinds(site), Share()
    orders = max(count_orders(shares), 1)
    yield f"{orders:,} orders"
    yield f"{'an order':<24}{'bytes':>10}{'files':>8}{'pages':>8}"
    for kind, share in sorted(shares.items(), key=lambda one: -one[1].size):
        yield f"{kind:<24}{_format(share, orders)}{'  (apart)' if kind in _APART else ''}"
        if kind not in _APART:
            whole.add(share)
    yield f"{'in all':<24}{_format(whole, orders)}"


def count_orders(shares: dict[str, Share]) -> int:
    """Return how many orders have a page."""
    return shares["orders' pages"].pages if "orders' pages" in shares else 0


def measure_kinds(site: Path) -> dict[str, Share]:
    """Return what each kind of file takes of a site."""
    shares: dict[str, Share] = defaultdict(Share)
    for path in site.rglob("*"):
        if path.is_file():
            is_page = path.name == "index.html"
            share = Share(1, int(is_page), path.stat().st_size)
            shares[_name_kind(path.relative_to(site).parts)].add(share)
    return dict(shares)


def _name_kind(parts: tuple[str, ...]) -> str:
    folder, name = parts[0], parts[-1]
    if folder == "assets":
        return "the theme's files"
    if len(parts) == 1:
        return name
    if folder == "orders":
        if name.startswith("original."):
            return "originals"
        if "source" in parts[4:]:
            return "source views"
        if len(parts) == 5 or name == "order.json":
            return _OF_ORDERS.get(name, "orders' other files")
        return "orders' other files"
    return folder


def _format(share: Share, orders: int) -> str:
    return f"{share.size / orders:>10,.0f}{share.files / orders:>8.2f}{share.pages / orders:>8.2f}"
