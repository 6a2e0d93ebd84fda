"""An order as a line of JSON: its own order.json, and a line of orders.jsonl."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

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
