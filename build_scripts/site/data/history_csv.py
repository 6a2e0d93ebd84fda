"""What became of the archive's orders as one table."""

from collections.abc import Iterator

from build_scripts.site.data.csv_rows import list_cells
from build_scripts.site.data.record import OrderRecord

HISTORIES = "subsequent_history.csv"

COLUMNS = (
    "order",
    "case_name",
    "docket_number",
    "court",
    "date",
    "kind",
    "later",
    "known_by",
    "said_by",
    "words",
    "page",
    "sheet",
    "line",
    "anchor",
)
"""Names are a promise: those of `subsequent_history` in `order.json`, and of its order. `order` is
the address of the earlier order; " … " separates quoted words from two places."""


def list_histories(record: OrderRecord) -> Iterator[tuple[str, ...]]:
    """Yield an order's rows, one for each thing that a later order did to it."""
    for one in record.subsequent_history:
        yield list_cells(COLUMNS, {**record.head, **one, "words": " … ".join(one["words"])})
