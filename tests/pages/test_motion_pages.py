"""What was asked and how it came out, counted over the archive."""

from dataclasses import replace

from build_scripts.model.archive import Archive
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.motion_pages import publish_motion_pages
from build_scripts.pages.summaries import tell_coverage


def test_each_ruling_is_counted_under_its_motion_and_outcome(archive: Archive) -> None:
    index, kind = publish_motion_pages(build_index(archive))
    assert index.path == "motions/index.md"
    assert "| Motion | Rulings | Denied |" in index.text
    row = "| [Expedited discovery](../motions/expedited-discovery.md) | 1 | "
    assert f"{row}[1](../motions/expedited-discovery.md#denied) |" in index.text
    assert kind.path == "motions/expedited-discovery.md"
    assert "## Denied (1) {#denied}" in kind.text
    assert "Motion · 1 ruling recognized in 1 of 3 orders, newest first." in kind.text
    assert "| Motion for Expedited Discovery | without prejudice | 7 |" in kind.text


def test_a_count_of_rulings_says_of_how_many_orders(archive: Archive) -> None:
    index, _ = publish_motion_pages(build_index(archive))
    told = "1 ruling recognized in 1 of 3 orders; [2 orders have none](../quality.md#no-rulings)."
    assert index.text.index(told) < index.text.index("| Motion | Rulings |")
    (ruling,) = next(
        one.order.description.rulings for one in archive.orders if one.order.description.rulings
    )
    orders = tuple(
        replace(one, order=replace(one.order, description=described))
        for one in archive.orders
        for described in [replace(one.order.description, rulings=(ruling, ruling))]
    )
    everywhere = build_index(replace(archive, orders=orders))
    assert tell_coverage(everywhere, [0, 1, 2]) == "6 rulings recognized in 3 of 3 orders."
