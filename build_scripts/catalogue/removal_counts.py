"""How much was taken off the pages of all orders, and why."""

from collections import Counter

from build_scripts.model.archive import Archive


def count_removals(archive: Archive) -> dict[str, int]:
    """The number of removals by reason, the most frequent first."""
    counts = Counter(
        removal.reason.value for placed in archive.orders for removal in placed.order.clean.removals
    )
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
