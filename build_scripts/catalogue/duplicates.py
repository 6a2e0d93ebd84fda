"""The same bytes twice are one order with one page."""

from collections.abc import Iterable

from build_scripts.model.order import Order
from build_scripts.problems import Finding, FindingCode


def set_duplicates_aside(orders: Iterable[Order]) -> tuple[tuple[Order, ...], tuple[Finding, ...]]:
    """Return one order for each sha256, sorted by path, and a finding for each copy left out.

    The copy whose path comes first in the alphabet is kept.
    """
    kept: dict[str, Order] = {}
    findings = []
    for order in sorted(orders, key=lambda order: order.source.path):
        first = kept.setdefault(order.source.sha256, order)
        if first is not order:
            findings.append(
                Finding(
                    path=order.source.path,
                    code=FindingCode.DUPLICATE_ORDER,
                    message=f"The same bytes as {first.source.path}.",
                    advice="Remove one of the two files; the site shows the order once.",
                )
            )
    return tuple(kept.values()), tuple(findings)
