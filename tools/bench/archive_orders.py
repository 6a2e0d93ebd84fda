"""Made-up raw orders: what `search_orders` draws, printed as a court's word processor would.

The whole program reads, cleans, describes, cites and publishes them; each holds 1,000 to 2,500 words.
Each cites 31 authorities, as real decisions do, and the n-th is cited as often as by Zipf's law.
"""

import math
import random
from collections.abc import Iterator, Sequence
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
    for order, record in zip(made.orders, made.iter_records(), strict=True):
        paragraphs = [text for _, text in record.blocks[1:]]
        cited = _cite(random.Random(order.number), AUTHORITIES_AN_ORDER * len(made.orders))  # noqa: S311
        yield _print_order(made, order, _place_citations(paragraphs, cited))


def _cite(draw: random.Random, authorities: int) -> list[str]:
    """Return citations of made-up cases, whose numbers follow Zipf's law."""
    numbers = {int(math.exp(draw.random() * math.log(authorities))) for _ in range(2 * CITED)}
    return [_name_case(number) for number in sorted(numbers, key=lambda _: draw.random())[:CITED]]


def _name_case(number: int) -> str:
    own = random.Random(number)  # noqa: S311 (nothing is secret)
    one, other = own.choice(NAMES), own.choice(NAMES)
    reporter, volumes = own.choice(REPORTERS)
    volume, page = own.randint(1, volumes), own.randint(1, 1400)
    place = "" if reporter == "U.S." else own.choice(("9th Cir. ", "2d Cir. ", "D.C. Cir. "))
    year = own.randint(1960, 2023)
    return f"See {one} v. {other}, {volume} {reporter} {page}, {page + 3} ({place}{year})."


def _place_citations(paragraphs: Sequence[str], cited: Sequence[str]) -> list[str]:
    each = -(-len(cited) // max(len(paragraphs), 1))
    return [
        " ".join((text, *cited[place * each : (place + 1) * each]))
        for place, text in enumerate(paragraphs)
    ]


CITED = 31
"""Distinct authorities of an order: what 641 real decisions cite on average."""
AUTHORITIES_AN_ORDER = 40
NAMES = (
    "Alder Birch Cedar Dogwood Elm Fir Gum Hazel Iris Juniper Larch Maple Oak Pine Rowan".split()
)
REPORTERS = (("F.3d", 999), ("F.2d", 999), ("U.S.", 570), ("F. Supp. 2d", 999), ("F.4th", 80))


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
