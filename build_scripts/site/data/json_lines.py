"""Lines of JSON: an order's own order.json, a line of orders.jsonl; and every authority."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from build_scripts.model.archive import Archive, Authority, LinkTarget

JSON_LINES = "orders.jsonl.gz"

_LINE_ENDS = {sign.encode(): b"\\u%04x" % ord(sign) for sign in "\x85\u2028\u2029"}
"""Line ends to some readers of JSON lines, though not in JSON, and their escapes."""


def write_json_line(published: Mapping[str, Any]) -> bytes:
    """Return a published order as a line of JSON."""
    try:
        line = msgspec.json.encode(published)
    except UnicodeEncodeError:  # half of a surrogate pair
        text = json.dumps(published, ensure_ascii=False, separators=(",", ":"))
        line = text.encode(errors="replace")
    for sign, escaped in _LINE_ENDS.items():
        line = line.replace(sign, escaped)
    return line + b"\n"


def add_members(line: bytes, members: Mapping[str, Any]) -> bytes:
    """Return a line of `write_json_line` with further members at its end."""
    if not members:
        return line
    return line.removesuffix(b"}\n") + b"," + write_json_line(members)[1:]


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
