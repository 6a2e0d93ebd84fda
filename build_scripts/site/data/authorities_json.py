"""Every authority of the archive as data."""

from collections.abc import Iterator
from typing import Any

from build_scripts.model.archive import Archive, Authority, LinkTarget
from build_scripts.site.data.json_lines import write_json_line


def write_authorities_json(archive: Archive) -> Iterator[bytes]:
    """Yield the lines of a JSON array, one per authority, keys in a fixed order.

    Names are a promise. `path` is the address of its page, `court` CourtListener's id, `url` where
    it can be read elsewhere and `target` what that is; `in_archive` is the address of the order
    here that it is, `alternatives` are those that it may be; `orders` and `mentions` count the
    orders here that cite it and their citations.
    """
    yield b"["
    for place, one in enumerate(archive.authorities):
        yield b",\n" if place else b"\n"
        yield write_json_line(present_authority(one)).removesuffix(b"\n")
    yield b"\n]\n"


def present_authority(authority: Authority) -> dict[str, Any]:
    """Return one entry of the array."""
    link = authority.link
    is_here = link is not None and link.target is LinkTarget.ARCHIVE
    return {
        "path": authority.address,
        "kind": authority.kind.value,
        "forms": list(authority.forms),
        "case_name": authority.case_name,
        "court": authority.court,
        "year": authority.year,
        "target": link.target.value if link else None,
        "url": link.url or None if link and not is_here else None,
        "in_archive": link.url if link and is_here else None,
        "alternatives": list(link.alternatives) if link else [],
        "orders": authority.orders,
        "mentions": len(authority.mentions),
    }
