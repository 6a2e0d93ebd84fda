"""What was asked and how it came out, counted over the archive."""

from build_scripts.model.archive import Archive
from build_scripts.publishing.motion_pages import publish_motion_pages
from build_scripts.publishing.shelves import arrange_shelves


def test_each_ruling_is_counted_under_its_motion_and_outcome(archive: Archive) -> None:
    index, kind = publish_motion_pages(arrange_shelves(archive))
    assert index.path == "motions/index.md"
    assert "| Motion | Rulings | Denied |" in index.text
    row = "| [Expedited discovery](../motions/expedited-discovery.md) | 1 | "
    assert f"{row}[1](../motions/expedited-discovery.md#denied) |" in index.text
    assert kind.path == "motions/expedited-discovery.md"
    assert "## Denied (1) {#denied}" in kind.text
    assert "| Motion for Expedited Discovery | without prejudice | 7 |" in kind.text
