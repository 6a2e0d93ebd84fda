"""The archive as data: all orders as CSV and JSON lines, each order as JSON, sums to check by."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import DataFile, SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.cite.reference import address_order
from build_scripts.pages.csv_rows import write_row
from build_scripts.pages.order_json import present_order
from build_scripts.text.pattern import Pattern

CSV, JSON_LINES, ORDER = "orders.csv", "orders.jsonl", "order.json"

CSV_COLUMNS = (
    "address",
    "url",
    "case_name",
    "docket_numbers",
    "court",
    "court_name",
    "division",
    "judges",
    "date",
    "date_filed",
    "document_number",
    "title",
    "order_type",
    "disposition",
    "disposition_qualifiers",
    "rulings",
    "nature",
    "statutes_at_issue",
    "own_citations",
    "page_count",
    "citations",
    "confidence",
    "specimen",
)
"""Columns are fields of `order.json`; of lists the members, of `citations` the number."""

# What `orders show --json` says besides: shown on the page that sets the source beside the text,
# where words that are not to be published are masked.
_KEPT_BACK = frozenset({"removals"})

# Line ends to some readers of JSON lines, though not to JSON.
_LINE_ENDS = Pattern(
    "[\x85\u2028\u2029]", accepts=["a\u2028b", "a\x85b"], refuses=["a\\nb", "a\nb"]
)


def list_whole_files(
    archive_index: ArchiveIndex, site_url: str = ""
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the path of each file that holds all orders, and its pieces: one an order, and a
    table's head. Papers that are no orders are in none.
    """
    yield CSV, _list_pieces(archive_index, site_url, _write_csv_row, _write_row(CSV_COLUMNS))
    yield JSON_LINES, _list_pieces(archive_index, site_url, _write_line)


def _list_pieces(
    archive_index: ArchiveIndex,
    site_url: str,
    write: Callable[[dict[str, Any]], bytes],
    head: bytes = b"",
) -> Iterator[bytes]:
    if head:
        yield head
    for index in archive_index.list_orders():
        yield write(publish_object(archive_index.order(index), site_url))


def name_data_file(archived: ArchivedOrder, choices: SiteChoices) -> str:
    """Return the path of the file that holds an order's JSON: `<address>/order.json`, or of a
    compact archive that of its court and year.
    """
    if not choices.compact:
        return f"{archived.address}/{ORDER}"
    said = archived.order.description
    dated = said.date or said.date_filed
    year = f"{dated.value.year}" if dated else "undated"
    return f"{archived.address.rsplit('/', 2)[0]}/{year}.json"


def offer_orders(orders: Iterable[ArchivedOrder], choices: SiteChoices) -> Iterator[DataFile]:
    """Yield the JSON of every order, papers that are no orders too: in a file each, or several."""
    files: dict[str, list[ArchivedOrder]] = {}
    for archived in orders:
        files.setdefault(name_data_file(archived, choices), []).append(archived)
    for path, some in files.items():
        write = partial(_write_list, some) if choices.compact else partial(write_order, some[0])
        yield DataFile(path, partial(write, choices.site_url))


def _write_list(orders: Sequence[ArchivedOrder], site_url: str) -> Iterator[bytes]:
    """Yield a JSON array in pieces, an order a line."""
    for place, archived in enumerate(orders):
        line = _write_line(publish_object(archived, site_url)).removesuffix(b"\n")
        yield (b",\n" if place else b"[\n") + line
    yield b"\n]\n"


def publish_object(archived: ArchivedOrder, site_url: str = "") -> dict[str, Any]:
    """Return the fields of `orders show --json` that are published, after the order's address.

    `url` is None where the site's own address is not known. `specimen` says of a fictional order
    that it is one.
    """
    presented = present_order(archived)
    return {
        "address": archived.address,
        "url": address_order(archived, site_url) or None,
        **{name: value for name, value in presented.items() if name not in _KEPT_BACK},
        "specimen": archived.order.specimen,
    }


def write_order(archived: ArchivedOrder, site_url: str = "") -> bytes:
    """Return one order's JSON, indented for people."""
    return _write_json(publish_object(archived, site_url))


def _write_csv_row(published: dict[str, Any]) -> bytes:
    """Return a row as RFC 4180 has it, in UTF-8; lists in a cell are parted by "; "."""
    return _write_row(_flatten(published))


def _write_json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _write_line(value: dict[str, Any]) -> bytes:
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        _LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", line).encode(errors="replace") + b"\n"
    )


def _flatten(published: dict[str, Any]) -> tuple[str, ...]:
    return tuple(_word_cell(column, published[column]) for column in CSV_COLUMNS)


def _word_cell(column: str, value: Any) -> str:
    if column == "citations":
        return str(len(value))
    if column == "judges":
        value = [judge["name"] or judge["initials"] for judge in value]
    elif column == "rulings":
        value = [_word_ruling(ruling) for ruling in value]
    elif isinstance(value, bool):
        return "true" if value else "false"
    elif column == "confidence":
        value = [f"{field} {sure}" for field, sure in value.items()]
    if isinstance(value, list):
        return "; ".join(filter(None, value))
    return "" if value is None else str(value)


def _word_ruling(ruling: dict[str, Any]) -> str:
    outcome = ", ".join([ruling["outcome"], *ruling["qualifiers"]])
    entries = f" ({', '.join(ruling['entries'])})" if ruling["entries"] else ""
    return f"{ruling['motion']}: {outcome}{entries}"


def _write_row(cells: tuple[str, ...]) -> bytes:
    return write_row(cells).encode(errors="replace")
