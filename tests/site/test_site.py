"""The built site as files: addresses, lists, links, and what must never be in it."""

import json
import re
from hashlib import sha256
from pathlib import Path

from tools.check_links import list_dead_links

LARKSPUR = "orders/cand/3-23-cv-01234/2024-03-04-order-denying-motion-for-expedited-discovery"


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_there_is_no_dead_link(site: Path) -> None:
    assert list_dead_links(site) == []


def test_no_mail_address_is_anywhere_and_no_furniture_in_an_order(site: Path) -> None:
    """Mailing notices name counsel: they come out in no file, nor in the source or the original.

    Stamps stand where the raw order is shown, and nowhere else.
    """
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".xml", ".txt"}:
            text = path.read_text(encoding="utf-8", errors="replace")  # originals in any encoding
            assert not re.search(r"[\w.+-]+@[\w-]+\.(?:com|org|net|gov)\b", text), path
            assert "electronically mailed to" not in text, path
            if path.parent.name == "source" or path.name.startswith("original."):
                continue
            assert not re.search(r"Document \d+ Filed \d\d/\d\d/\d\d", text), path


def test_the_source_of_every_order_is_shown_and_offered(site: Path) -> None:
    """The page has the file's digest, and the file offered is that file; or it is masked, and whoever
    knew the digest could try every number in place of the mask."""
    orders = list(site.glob("orders/*/*/*/index.html"))
    assert len(orders) > 15
    for page in orders:
        source = read(site, (page.parent / "source/index.html").relative_to(site).as_posix())
        digest = re.search(r"<code>([0-9a-f]{64})</code>", source)
        (original,) = page.parent.glob("original.*")
        masked = "with private words masked" in source
        told = json.loads((page.parent / "order.json").read_text("utf-8"))["source"]["sha256"]
        assert masked == (digest is None) == (not told), page
        assert not digest or digest[1] == told == sha256(original.read_bytes()).hexdigest(), page
