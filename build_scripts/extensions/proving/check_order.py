"""Check an order's JSON, and its original, against a site's log of publications.

    python3 check_order.py order.json publication_log.csv [ORIGINAL]

Needs Python alone. Prints "proved" with the line of the log, or why not, and exits with 1 then.
"""

import base64
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


def main(order_file: str, log_file: str, *original: str) -> str:
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
    node, hashes = hashlib.sha256(b"\0" + write(leaf).encode()), base64.b64decode(proof["proof"])
    place, last = proof["place"], int(line[2]) + int(line[3]) - 1
    for start in range(0, len(hashes), 32):
        other = hashes[start : start + 32]
        while place == last and place and not place & 1:
            place, last = place >> 1, last >> 1
        pair = other + node.digest() if place & 1 else node.digest() + other
        node, place, last = hashlib.sha256(b"\1" + pair), place >> 1, last >> 1
    if last or node.hexdigest() != line[4]:
        return f"this is not the order of line {line[0]} of the log"
    for name in original:
        if digest(Path(name).read_bytes()) != proof["original"]:
            return f"{name} is not the original of line {line[0]} of the log"
    sys.stdout.write(f"proved: {order['address']}, by line {line[0]} of the log, {line[1]}\n")
    return ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) or 0)
