"""The files that hold all orders, orders.csv and orders.jsonl, and the line that is also an order's
own order.json.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from build_scripts.model.description import Judge, Party
from build_scripts.pages.published_fields import PUBLISHED, RulingRecord
from build_scripts.site.data.csv_rows import list_cells
from build_scripts.site.data.record import OrderRecord

CSV, JSON_LINES = "orders.csv", "orders.jsonl.gz"

CSV_COLUMNS = (
    *("address", "url", *PUBLISHED),
    *("citations", "confidence", "unconfirmed", "specimen"),
)
"""Columns are fields of `order.json`: the members of lists, the number of `citations`."""

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


def list_order_row(record: OrderRecord) -> Iterator[tuple[str, ...]]:
    """Yield an order's row of orders.csv."""
    own: dict[str, Any] = {
        name: tuple(map(_write_member, value)) if isinstance(value, tuple) else value
        for name, value in record.fields.items()
    }
    own["citations"] = len(record.citations)
    own["confidence"] = [f"{field} {sure}" for field, sure in record.confidence.items()]
    yield list_cells(CSV_COLUMNS, own, record)


def _write_member(member: object) -> str:
    if isinstance(member, Judge):
        return member.name or member.initials or ""
    if isinstance(member, Party):
        return member.name
    if isinstance(member, RulingRecord):
        outcome = ", ".join([member.outcome, *member.qualifiers])
        entries = f" ({', '.join(member.entries)})" if member.entries else ""
        return f"{member.motion}: {outcome}{entries}"
    return str(member)
