"""Made-up raw orders: what `search_orders` draws, printed as a court's word processor would.

The whole program reads, cleans, describes, cites and publishes them; each holds 1,000 to 2,500 words.
"""

from collections.abc import Iterator
from pathlib import Path

from tools.bench.search_orders import COURTS, DISPOSITIONS, MOTIONS, MadeOrder, MadeOrders

NOTICE = "SPECIMEN: a fictional order, written for the Orders Archive.\n\n"


def write_archive(folder: Path, count: int, first: int = 0) -> None:
    """Write the orders `first` to `count`, of an archive of at least `count`, below `folder`."""
    made = MadeOrders(count)
    for rank, (order, text) in enumerate(zip(made.orders, write_orders(made), strict=True)):
        if rank < first:
            continue
        place = folder / COURTS[order.case.court][0] / f"{order.number // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{order.number:06d}.txt").write_text(text, encoding="utf-8")


def write_orders(made: MadeOrders) -> Iterator[str]:
    """Yield the text of each order as it would lie in the orders folder."""
    for order, record in zip(made.orders, made.list_records(), strict=True):
        paragraphs = [text for _, text in record.blocks[1:]]
        yield _print_order(made, order, paragraphs)


def _print_order(made: MadeOrders, order: MadeOrder, paragraphs: list[str]) -> str:
    court = COURTS[order.case.court][1].upper()
    one, other = order.case.name.split(" v. ")
    motion = MOTIONS[order.motion].upper()
    disposition = DISPOSITIONS[order.disposition].lower()
    day = f"Dated: {order.day:%B} {order.day.day}, {order.day.year}\n\n" if order.day else ""
    judge = made.judges[order.case.judges[0]]
    return (
        f"{NOTICE}{court}\n\n{one.upper()},\n\n    Plaintiff,\n\n  v.\n\n{other.upper()},\n\n"
        f"    Defendant.\n\nCase No. {order.case.docket.text}\n\nORDER ON {motion}\n\n"
        + "\n\n".join(paragraphs)
        + f"\n\nThe {MOTIONS[order.motion].lower()} is {disposition}.\n\nIT IS SO ORDERED.\n\n"
        f"{day}{judge}\n\nUnited States District Judge\n"
    )
