"""Check an order's JSON, and its original, against a site's log of publications.

    python3 check_order.py order.json publication_log.csv roots.csv TILE [ORIGINAL]

The last two files before the original are of the site's folder publication_tree: TILE is the one
with the order's leaf, as 0.bin.

Needs Python alone. Prints "proved" with the line of the log, or why not, and exits with 1 then.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any


def digest(data: str | bytes) -> str:
    """Return the SHA-256 of text, in UTF-8, or of bytes."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def write(value: Any) -> str:
    """Return a value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def drop_confidence(members: dict[str, Any]) -> dict[str, Any]:
    """Return an object of the JSON without members of this name."""
    return {name: value for name, value in members.items() if name != "confidence"}


def join(digests: list[bytes]) -> bytes:
    """Return the root of the tree over these digests: RFC 9162, section 2.1."""
    while len(digests) > 1:
        pairs = [digests[start : start + 2] for start in range(0, len(digests), 2)]
        digests = [
            hashlib.sha256(b"\1" + b"".join(pair)).digest() if len(pair) > 1 else pair[0]
            for pair in pairs
        ]
    return digests[0]


def main(order_file: str, log_file: str, roots_file: str, tile_file: str, *original: str) -> str:
    """Return what is wrong, or "" if nothing is."""
    before = ""
    for row in Path(log_file).read_bytes().splitlines(keepends=True)[1:]:
        line = row.decode().rstrip("\n").split(",")
        if line[5] != before:
            return f"line {line[0]} of the log does not follow from the line before"
        before = digest(row)
    order = json.loads(Path(order_file).read_bytes(), object_hook=drop_confidence)
    proof, names = order["publication"], list(order)
    facts = names[names.index("url") + 1 : names.index("correction") + 1]
    leaf = {
        "address": order["address"],
        "original": proof["original"],
        "words": digest(order["text"]),
        "facts": digest(write({name: order[name] for name in facts})),
        "salt": proof["salt"],
    }
    tile = Path(tile_file).read_bytes()
    leaves = [tile[start : start + 32] for start in range(0, len(tile), 32)]
    rows = Path(roots_file).read_text(encoding="utf-8").splitlines()[1:]
    roots = [bytes.fromhex(row.split(",")[1]) for row in rows]
    is_there = hashlib.sha256(b"\0" + write(leaf).encode()).digest() in leaves
    if not is_there or join(leaves) not in roots or join(roots).hex() != line[4]:
        return f"this is not the order of line {line[0]} of the log"
    for name in original:
        if digest(Path(name).read_bytes()) != proof["original"]:
            return f"{name} is not the original of line {line[0]} of the log"
    sys.stdout.write(f"proved: {order['address']}, by line {line[0]} of the log, {line[1]}\n")
    return ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) or 0)
