"""Medium-neutral numbers: year, mark of the court or archive, and a count within the year."""

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
    last: Counter[int] = Counter()
    new = []
    for order in orders:
        given = [found for each in order.reported if (found := _read_number(each, mark))]
        for year, number in given:
            last[year] = max(last[year], number)
        if not given:
            new.append(order)
    for order in new:
        last[order.year] += 1
        yield order, f"{order.year} {mark} {last[order.year]}"


def _read_number(text: str, mark: str) -> tuple[int, int] | None:
    year, _, number = text.partition(f" {mark} ")
    is_one = text.isascii() and year.isdecimal() and number.isdecimal() and len(number) < 7
    return (int(year), int(number)) if is_one else None
