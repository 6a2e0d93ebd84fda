"""Medium-neutral numbers: year, mark of the court or archive, and a count within the year."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Dated(NamedTuple):
    """An order: its year, its file, and where it is reported already."""

    year: int
    path: str
    reported: tuple[str, ...]


def number_orders(orders: Sequence[Dated], mark: str) -> Iterator[tuple[Dated, str]]:
    """Yield each order that has no number with this mark, with its next number, in the sequence of
    `orders`. A number is never given twice, and one that is not used any more only if it was a
    year's last.
    """
    form = re.compile(rf"(\d{{4}}) {re.escape(mark)} (\d{{1,6}})", re.ASCII)
    last: Counter[int] = Counter()
    new = []
    for order in orders:
        given = [found for each in order.reported if (found := form.fullmatch(each))]
        for found in given:
            last[int(found[1])] = max(last[int(found[1])], int(found[2]))
        if not given:
            new.append(order)
    for order in new:
        last[order.year] += 1
        yield order, f"{order.year} {mark} {last[order.year]}"
