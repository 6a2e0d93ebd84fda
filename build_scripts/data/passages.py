"""Each passage of an order as a line of JSON: its words, its place, and its citation."""

from collections.abc import Iterator
from hashlib import sha256

from build_scripts.data.record import OrderRecord
from build_scripts.data.whole_files import write_json_line
from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.body import list_anchors
from build_scripts.pages.cite.bluebook import cite_in_stretches
from build_scripts.search.pins import list_pins

UNKNOWN_COURT, UNDATED = "unknown", "undated"


def name_passages(record: OrderRecord) -> str:
    """Return the name of the file for an order's passages: one per court and year."""
    day = record.date or record.date_filed
    return f"{record.court or UNKNOWN_COURT}-{day[:4] if day else UNDATED}.jsonl.gz"


def write_passages(archived: ArchivedOrder, record: OrderRecord) -> Iterator[bytes]:
    """Yield a line for each block of an order and its notes, in reading order.

    The table in docs/data.md lists the fields; `record` is the order's published record.
    """
    clean = archived.order.clean
    pins = list_pins(clean, cite_in_stretches(archived))
    of_order = {
        "case_name": record.case_name,
        "docket_number": next(iter(record.docket_numbers), None),
        "court": record.court,
        "judges": [judge.name or judge.initials for judge in record.judges],
        "date": record.date or record.date_filed,
        "disposition": record.disposition,
    }
    anchor = ""
    for number, ((_, block), own) in enumerate(
        zip(clean.locate_blocks(), list_anchors(clean), strict=True)
    ):
        anchor = (
            own or anchor
        )  # a caption's lines have none, parts of a paragraph that of its first
        first, last = pins.locate(number, 0), pins.locate(number, len(block.text) - 1)
        place = f"#{anchor}" if anchor else ""
        passage = {
            "address": f"{record.address}/{place}",
            "url": f"{record.url}{place}" if record.url else None,
            "order": record.address,
            "number": number,
            "kind": block.kind.value,
            "note": (first.note if first else "") or None,
            "page": (first.page if first else "") or None,
            "last_page": (last.page if last else "") or None,
            "sheet": (first.sheet if first else 0) or None,
            "line": first.line if first else None,
            "line_printed": bool(first and first.printed),
            **of_order,
            "citation": pins.write_citation(first, last),
            "text": block.text,
            "sha256": sha256(block.text.encode(errors="replace")).hexdigest(),
            "source_sha256": archived.order.source.sha256,
            "specimen": record.specimen,
        }
        yield write_json_line(passage)
