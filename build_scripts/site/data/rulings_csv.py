"""Every ruling of the archive's orders as one table."""

from collections.abc import Iterator

from build_scripts.site.data.csv_rows import list_cells
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
    """Yield an order's rows, one per ruling."""
    judges = [judge.name or judge.initials for judge in record.fields["judges"]]
    for number, ruling in enumerate(record.fields["rulings"], start=1):
        evidence = record.address_words(ruling.anchor)
        own = {**record.head, "judges": judges, "number": number, "evidence": evidence}
        yield list_cells(COLUMNS, own, ruling)
