"""Every authority of the archive as data."""

import json
from collections.abc import Iterator
from typing import Any

from build_scripts.model.archive import Archive, Authority, LinkTarget


def write_authorities_json(archive: Archive) -> Iterator[str]:
    """Yield the lines of a JSON array, one per authority, keys in a fixed order.

    Names are a promise. `path` is the address of its page, `court` CourtListener's id, `url` where
    it can be read elsewhere and `target` what that is; `in_archive` is the address of the order
    here that it is, `alternatives` are those that it may be; `orders` and `mentions` count the
    orders here that cite it and their citations.
    """
    yield "[\n"
    last = len(archive.authorities) - 1
    for place, one in enumerate(archive.authorities):
        entry = json.dumps(present_authority(one), ensure_ascii=False, separators=(",", ":"))
        yield f"{entry}{',' if place < last else ''}\n"
    yield "]\n"


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
        "orders": len({mention.order for mention in authority.mentions}),
        "mentions": len(authority.mentions),
    }
