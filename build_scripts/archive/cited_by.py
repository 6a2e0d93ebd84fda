"""The other direction: the orders here that cite an order, and where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_scripts.model.archive import CitedBy, Link, LinkTarget, Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.order import Order


def find_citing_orders(
    orders: Sequence[Order], addresses: Sequence[str], links: Sequence[Sequence[Link | None]]
) -> Mapping[str, tuple[CitedBy, ...]]:
    """Return for each cited address the citing orders, sorted by address, with their mentions. A
    parallel citation counts with its main one; no order cites itself.
    """
    found: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for index, (order, citing, order_links) in enumerate(
        zip(orders, addresses, links, strict=True)
    ):
        for position, (citation, link) in enumerate(zip(order.citations, order_links, strict=True)):
            if link is None or link.target is not LinkTarget.ARCHIVE or link.url == citing:
                continue
            if citation.kind is CitationKind.CASE and citation.normal_form != citation.authority:
                continue
            found[link.url].setdefault(citing, []).append(Mention(index, position))
    return {
        cited: tuple(CitedBy(citing, tuple(mentions)) for citing, mentions in sorted(by.items()))
        for cited, by in found.items()
    }
