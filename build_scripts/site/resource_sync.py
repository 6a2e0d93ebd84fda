"""Lists of a site's data with hashes, for programs that keep copies: ResourceSync.

`.well-known/resourcesync` leads to the capability list, and this to the resource list: sitemaps
whose entries have hash and size (ANSI/NISO Z39.99-2017, http://www.openarchives.org/rs/1.1/).
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from build_scripts.model.page import SiteChoices
from build_scripts.site.package_templates import open_templates

DESCRIPTION = ".well-known/resourcesync"
CAPABILITIES = "resourcesync/capabilitylist.xml"
RESOURCES = "resourcesync/resourcelist.xml"
MOST = 50_000  # entries of a sitemap
_ENDINGS = (".json", ".jsonl", ".csv", ".gz", "/order.md")
_NOT_DATA = ("assets/", "search/")
_Facts = Mapping[str, object]
"""Attributes of an element `rs:md`."""


def write_resource_lists(
    site: Path, choices: SiteChoices, digests: Mapping[str, str], day: str
) -> dict[str, str]:
    """Write the lists into a finished site and return their digests by path.

    `digests` are those of its files, `day` is that of the newest change. There are no lists of a
    site whose orders are not to be listed elsewhere, or that does not know its address.
    """
    if not (choices.indexable and choices.site_url):
        return {}
    written = {}
    root = f"{choices.site_url.rstrip('/')}/"
    for path, text in _write_lists(site, root, digests, f"{day}T00:00:00Z"):
        data = text.encode()
        place = site / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
        written[path] = sha256(data).hexdigest()
    return written


def _write_lists(
    site: Path, root: str, digests: Mapping[str, str], at: str
) -> Iterator[tuple[str, str]]:
    data = [
        (path, {"hash": f"sha-256:{digest}", "length": (site / path).stat().st_size})
        for path, digest in digests.items()
        if path.endswith(_ENDINGS) and not path.startswith(_NOT_DATA)
    ]
    own = {"capability": "resourcelist", "at": at}
    parts = [data[start : start + MOST] for start in range(0, len(data), MOST)] or [[]]
    names = [RESOURCES.replace(".xml", f"-{number + 1}.xml") for number in range(len(parts))]
    if len(parts) == 1:
        names = [RESOURCES]
    else:
        listed = [(name, own) for name in names]
        yield RESOURCES, _write_list(root, "sitemapindex", CAPABILITIES, own, listed)
    for name, part in zip(names, parts, strict=True):
        yield name, _write_list(root, "urlset", CAPABILITIES, own, part)
    for path, up, capability, leads_to in (
        (CAPABILITIES, DESCRIPTION, "capabilitylist", RESOURCES),
        (DESCRIPTION, "", "description", CAPABILITIES),
    ):
        entry = leads_to, {"capability": Path(leads_to).stem}
        yield path, _write_list(root, "urlset", up, {"capability": capability}, [entry])


def _write_list(
    root: str, whole: str, up: str, own: _Facts, entries: Sequence[tuple[str, _Facts]]
) -> str:
    """Return a sitemap that `up` leads to, with facts about it and each of its entries."""
    template = open_templates(f"{__package__}.data").get_template("sitemap.xml")
    text = template.render(
        whole=whole,
        part={"urlset": "url", "sitemapindex": "sitemap"}[whole],
        up=root + up if up else "",
        own=own,
        entries=[(root + quote(path), facts) for path, facts in entries],
    )
    return f"{text}\n"
