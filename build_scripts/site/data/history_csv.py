"""What became of the archive's orders as one table."""

from collections.abc import Iterator

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
        yield (
            record.address,
            record.fields["case_name"] or "",
            next(iter(record.fields["docket_numbers"]), ""),
            record.fields["court"] or "",
            record.fields["date"] or record.fields["date_filed"] or "",
            one["kind"],
            one["later"],
            one["known_by"],
            one["said_by"],
            " … ".join(one["words"]),
            one["page"] or "",
            str(one["sheet"] or ""),
            str(one["line"] or ""),
            one["anchor"],
        )
