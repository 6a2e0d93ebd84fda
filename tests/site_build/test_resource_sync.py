"""Lists of data with hashes: each entry is a file of the site, and a program finds all of them."""

from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_scripts.model.page import SiteChoices
from build_scripts.site import resource_sync
from build_scripts.site.manifest import hash_site
from build_scripts.site.resource_sync import DESCRIPTION, write_resource_lists

SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RS = "{http://www.openarchives.org/rs/terms/}"
ROOT = "https://example.org/archive/"
OPEN = SiteChoices(site_url=ROOT, indexable=True)
FILES = {
    "orders.csv": b"address\n",
    "orders/cand/1/2031-03-03-order/order.json": b"{}",
    "orders/cand/1/2031-03-03-order/order.md": b"# Order\n",
    "orders/cand/1/2031-03-03-order/index.html": b"<p>",
    "search/manifest.json": b"{}",
    "caf\u00e9 & co.csv": b"x",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, data in FILES.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return tmp_path


def read(site: Path, path: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The capability of a list, and its entries: address, and attributes of their metadata."""
    tree = ElementTree.parse(site / path).getroot()  # noqa: S314 (our own bytes)
    own = tree.find(f"{RS}md")
    assert own is not None
    entries = []
    for one in tree:
        if one.tag in (f"{SITE}url", f"{SITE}sitemap"):
            said = one.find(f"{RS}md")
            assert said is not None
            entries.append((one.findtext(f"{SITE}loc", ""), said.attrib))
    return own.attrib["capability"], entries


def follow(site: Path) -> list[tuple[str, dict[str, str]]]:
    """The resources that a program finds from the description on."""
    capability, ((address, said),) = read(site, DESCRIPTION)
    assert (capability, said) == ("description", {"capability": "capabilitylist"})
    capability, ((address, said),) = read(site, address.removeprefix(ROOT))
    assert (capability, said) == ("capabilitylist", {"capability": "resourcelist"})
    capability, entries = read(site, address.removeprefix(ROOT))
    assert capability == "resourcelist"
    if all("hash" in said for _, said in entries):
        return entries
    return [one for address, _ in entries for one in read(site, address.removeprefix(ROOT))[1]]


@pytest.mark.parametrize("most", [50_000, 2])
def test_all_data_is_listed_with_hash_and_size(
    site: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource_sync, "MOST", most)
    written = write_resource_lists(site, OPEN, hash_site(site), "2031-03-04")
    found = {address.removeprefix(ROOT): said for address, said in follow(site)}
    names = {name.replace("caf%C3%A9%20%26%20co", "caf\u00e9 & co"): name for name in found}
    assert set(names) == {
        path for path in FILES if not path.endswith(".html") and not path.startswith("search/")
    }
    for path, name in names.items():
        digest, size = sha256(FILES[path]).hexdigest(), len(FILES[path])
        assert found[name] == {"hash": f"sha-256:{digest}", "length": str(size)}
    assert written == {path: one for path, one in hash_site(site).items() if path not in FILES}
    assert len(written) == 3 + (2 if most == 2 else 0)


@pytest.mark.parametrize("choices", [SiteChoices(site_url=ROOT), SiteChoices(indexable=True)])
def test_an_archive_that_is_not_to_be_listed_has_none(site: Path, choices: SiteChoices) -> None:
    assert write_resource_lists(site, choices, hash_site(site), "2031-03-04") == {}
    assert not (site / DESCRIPTION).exists()
