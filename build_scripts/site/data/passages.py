"""Each passage of an order as a line of JSON: its words, its place, and its citation."""

from collections.abc import Iterator
from hashlib import sha256

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.bluebook import cite_in_stretches
from build_scripts.search.pins import Pins
from build_scripts.site.data.json_lines import write_json_line
from build_scripts.site.data.record import OrderRecord

UNKNOWN_COURT, UNDATED = "unknown", "undated"


def name_passages(record: OrderRecord) -> str:
    """Return the name of the file for an order's passages: one per court and year."""
    day = record.fields["date"] or record.fields["date_filed"]
    return f"{record.fields['court'] or UNKNOWN_COURT}-{day[:4] if day else UNDATED}.jsonl.gz"


def write_passages(archived: ArchivedOrder, record: OrderRecord) -> Iterator[bytes]:
    """Yield a line for each block of an order and its notes, in reading order.

    The table in docs/data.md lists the fields; `record` is the order's published record.
    """
    clean = archived.order.clean
    pins = Pins(cite_in_stretches(archived))
    of_order = {
        "case_name": record.fields["case_name"],
        "docket_number": next(iter(record.fields["docket_numbers"]), None),
        "court": record.fields["court"],
        "judges": [judge.name or judge.initials for judge in record.fields["judges"]],
        "date": record.fields["date"] or record.fields["date_filed"],
        "disposition": record.fields["disposition"],
    }
    anchor = ""
    for number, (_, block) in enumerate(clean.map.located):
        first = clean.map.place_in(number, 0)
        last = clean.map.place_in(number, len(block.text) - 1)
        # A caption's lines have no anchor, parts of a paragraph that of its first.
        anchor = first.anchor or anchor
        place = f"#{anchor}" if anchor else ""
        passage = {
            "address": f"{record.address}/{place}",
            "url": f"{record.url}{place}" if record.url else None,
            "order": record.address,
            "number": number,
            "kind": block.kind.value,
            "note": first.note or None,
            "page": first.page or None,
            "last_page": last.page or None,
            "sheet": first.sheet or None,
            "line": first.printed_line or first.line or None,
            "line_printed": bool(first.printed_line),
            **of_order,
            "citation": pins.write_citation(first, last),
            "text": block.text,
            "sha256": sha256(block.text.encode(errors="replace")).hexdigest(),
            "source_sha256": archived.order.public_sha256,
            "specimen": record.specimen,
        }
        yield write_json_line(passage)
