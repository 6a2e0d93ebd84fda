"""Lists of a site's data with hashes, for programs that keep copies: ResourceSync.

`.well-known/resourcesync` leads to the capability list, and this to the resource list: sitemaps
whose entries have hash and size (ANSI/NISO Z39.99-2017, http://www.openarchives.org/rs/1.1/).
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from build_scripts.model.page import SiteChoices

DESCRIPTION = ".well-known/resourcesync"
CAPABILITIES = "resourcesync/capabilitylist.xml"
RESOURCES = "resourcesync/resourcelist.xml"
MOST = 50_000  # entries of a sitemap
_ENDINGS = (".json", ".jsonl", ".csv", ".gz", "/order.md")
_NOT_DATA = ("assets/", "search/")
_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:rs="http://www.openarchives.org/rs/terms/"'
)


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
        (path, f' hash="sha-256:{digest}" length="{(site / path).stat().st_size}"')
        for path, digest in digests.items()
        if path.endswith(_ENDINGS) and not path.startswith(_NOT_DATA)
    ]
    up = f'<rs:ln rel="up" href="{escape(root + CAPABILITIES)}"/>'
    about = f'{up}<rs:md capability="resourcelist" at="{at}"/>'
    parts = [data[start : start + MOST] for start in range(0, len(data), MOST)] or [[]]
    names = [RESOURCES.replace(".xml", f"-{number + 1}.xml") for number in range(len(parts))]
    if len(parts) == 1:
        names = [RESOURCES]
    else:
        listed = [(name, f' capability="resourcelist" at="{at}"') for name in names]
        yield RESOURCES, _write_list(root, "sitemapindex", "sitemap", about, listed)
    for name, part in zip(names, parts, strict=True):
        yield name, _write_list(root, "urlset", "url", about, part)
    source = f'<rs:ln rel="up" href="{escape(root + DESCRIPTION)}"/>'
    for path, said, leads_to in (
        (CAPABILITIES, f'{source}<rs:md capability="capabilitylist"/>', RESOURCES),
        (DESCRIPTION, '<rs:md capability="description"/>', CAPABILITIES),
    ):
        kind = Path(leads_to).stem
        yield path, _write_list(root, "urlset", "url", said, [(leads_to, f' capability="{kind}"')])


def _write_list(
    root: str, whole: str, part: str, about: str, entries: Sequence[tuple[str, str]]
) -> str:
    """Return a sitemap; each entry is a path and the attributes of its `rs:md`."""
    lines = (
        f"<{part}><loc>{escape(root + quote(path))}</loc><rs:md{said}/></{part}>"
        for path, said in entries
    )
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{whole} {_SPACES}>\n{about}'
    return "\n".join((head, *lines, f"</{whole}>\n"))
