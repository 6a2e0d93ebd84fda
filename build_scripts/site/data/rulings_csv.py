"""Every ruling of the archive's orders as one table."""

from collections.abc import Iterator

from build_scripts.site.data.record import OrderRecord

RULINGS = "rulings.csv"

COLUMNS = (
    "order",
    "case_name",
    "docket_number",
    "court",
    "judges",
    "date",
    "number",
    "counted_as",
    "kind",
    "motion",
    "printed",
    "movant",
    "outcome",
    "qualifiers",
    "entries",
    "confidence",
    "confirmed",
    "evidence",
)
"""Names are a promise: those of `rulings` in `order.json`, and of its order. `order` is the order's
address, `number` counts its rulings, `evidence` is the address of the words that decide."""


def list_rulings(record: OrderRecord) -> Iterator[tuple[str, ...]]:
    """Yield an order's rows, one per ruling; lists in a cell are separated by "; "."""
    judges = (judge.name or judge.initials or "" for judge in record.fields["judges"])
    head = (
        record.address,
        record.fields["case_name"] or "",
        next(iter(record.fields["docket_numbers"]), ""),
        record.fields["court"] or "",
        "; ".join(filter(None, judges)),
        record.fields["date"] or record.fields["date_filed"] or "",
    )
    for number, ruling in enumerate(record.fields["rulings"], start=1):
        yield (
            *head,
            str(number),
            ruling.counted_as,
            ruling.kind,
            ruling.motion,
            ruling.printed or "",
            ruling.movant or "",
            ruling.outcome,
            "; ".join(ruling.qualifiers),
            "; ".join(ruling.entries),
            "" if ruling.confidence is None else str(ruling.confidence),
            "true" if ruling.confirmed else "false",
            record.address_words(ruling.anchor),
        )
