"""How often an authority is cited: orders, mentions, years."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Authority
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.formatting import day_of


@dataclass(frozen=True, slots=True)
class YearCount:
    """What one year's orders make of an authority; `year` is None for undated orders."""

    year: int | None
    orders: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Tally:
    """An authority with the orders that cite it: newest first, each with its citations."""

    authority: Authority
    citing: Mapping[int, tuple[int, ...]]  # order → places in its citations, ascending
    years: tuple[YearCount, ...]  # newest first, undated last
    latest: datetime.date | None

    @property
    def orders(self) -> int:
        """How many orders cite it."""
        return len(self.citing)

    @property
    def mentions(self) -> int:
        """How often it is cited in all."""
        return len(self.authority.mentions)


def tally_authority(archive_index: ArchiveIndex, authority: Authority) -> Tally:
    """Return who cites `authority`, how often and when."""
    by_order: dict[int, list[int]] = {}
    for mention in authority.mentions:
        by_order.setdefault(mention.order, []).append(mention.citation)
    newest = archive_index.sort_newest_first(by_order)
    days = {index: day_of(archive_index.order(index).order.description) for index in newest}
    orders: Counter[int | None] = Counter()
    mentions: Counter[int | None] = Counter()
    for index, day in days.items():
        year = day.year if day else None
        orders[year] += 1
        mentions[year] += len(by_order[index])
    years = sorted(orders, key=lambda year: -(year or 0))
    return Tally(
        authority,
        {index: tuple(by_order[index]) for index in newest},
        tuple(YearCount(year, orders[year], mentions[year]) for year in years),
        max((day for day in days.values() if day), default=None),
    )


def count_subdivisions(archive_index: ArchiveIndex, tally: Tally) -> Sequence[tuple[str, int]]:
    """Return the subdivisions that are cited, as a code has them, each with its mentions."""
    wanted = tally.authority.forms[1:]
    counts = dict.fromkeys(wanted, 0)
    for index, places in tally.citing.items():
        citations = archive_index.order(index).order.citations
        for place in places:
            form = citations[place].normal_form.strip()
            if form in counts:
                counts[form] += 1
    return [(form, number) for form, number in counts.items() if number]
