"""The other direction: which orders here cite an order."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from build_scripts.model.archive import CitedBy, Link, LinkTarget


def count_citing_orders(
    addresses: Sequence[str], links: Sequence[Sequence[Link | None]]
) -> Mapping[str, tuple[CitedBy, ...]]:
    """Return for each cited address the citing orders, sorted by address, with their mentions."""
    mentions: dict[str, Counter[str]] = defaultdict(Counter)
    for citing, order_links in zip(addresses, links, strict=True):
        for link in order_links:
            if link is not None and link.target is LinkTarget.ARCHIVE and link.url != citing:
                mentions[link.url][citing] += 1
    return {
        cited: tuple(CitedBy(citing, count) for citing, count in sorted(counts.items()))
        for cited, counts in mentions.items()
    }
