"""Indexes of the orders of this archive: by docket, own citation, document number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from build_scripts.archive.cases import CasePlace, court_of
from build_scripts.archive.docket_key import DocketKey, key_of_docket_number
from build_scripts.model.archive import OtherFile
from build_scripts.model.order import Order

NO_OTHERS: Mapping[str, Sequence[OtherFile]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FindingAids:
    """Indexes into the sorted orders. All values ascend."""

    by_docket: Mapping[tuple[str, int, int], tuple[tuple[DocketKey, int], ...]]
    by_own_citation: Mapping[str, tuple[int, ...]]  # by letters and digits alone
    by_entry: Mapping[tuple[CasePlace, str], tuple[int, ...]]
    by_year: Mapping[tuple[str, int], tuple[int, ...]]  # by court and year of decision

    def find_by_report(self, citation: str) -> tuple[int, ...]:
        """Return the orders reported at a citation, however it is spaced and punctuated."""
        return self.by_own_citation.get(fold_citation(citation), ())

    def find_by_docket(self, court: str, key: DocketKey) -> tuple[int, ...]:
        """Return the orders of one docket; nothing if the number fits two dockets."""
        candidates = self.by_docket.get((court, key.year, key.serial), ())
        fitting = [(other, index) for other, index in candidates if key.agrees_with(other)]
        if len({other.office for other, _ in fitting} - {None}) > 1:
            return ()
        return tuple(sorted({index for _, index in fitting}))


def index_orders(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    others: Mapping[str, Sequence[OtherFile]] = NO_OTHERS,
) -> FindingAids:
    """Index the orders by everything that a citation can name them by.

    `others` are further files of an order's decision, by the order's sha256.
    """
    by_docket: dict[tuple[str, int, int], list[tuple[DocketKey, int]]] = defaultdict(list)
    by_own_citation: dict[str, list[int]] = defaultdict(list)
    by_entry: dict[tuple[CasePlace, str], list[int]] = defaultdict(list)
    by_year: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, order in enumerate(orders):
        description = order.description
        for number in description.docket_numbers:
            key = key_of_docket_number(number.value)
            if key is not None:
                by_docket[court_of(order), key.year, key.serial].append((key, index))
        own = (claim.value for claim in description.own_citations)
        elsewhere = (
            cited for one in others.get(order.source.sha256, ()) for cited in one.citations
        )
        for citation in (*own, *elsewhere):
            by_own_citation[fold_citation(citation)].append(index)
        if description.date:
            by_year[court_of(order), description.date.value.year].append(index)
        if description.document_number:
            for case in cases[index]:
                by_entry[case, description.document_number.value.strip()].append(index)
    return FindingAids(
        {place: tuple(found) for place, found in by_docket.items()},
        {citation: _distinct(found) for citation, found in by_own_citation.items()},
        {place: _distinct(found) for place, found in by_entry.items()},
        {place: _distinct(found) for place, found in by_year.items()},
    )


@lru_cache(maxsize=65536)  # cases that are cited often
def fold_citation(citation: str) -> str:
    """Return a citation by its letters and digits; volume, reporter and page stay separate."""
    words = re.sub(r"[^\w ]", "", citation.lower()).split()
    numbers = (words[0], words[-1]) if words else ("", "")
    return f"{numbers[0]} {''.join(words[1:-1])} {numbers[1]}"


def _distinct(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(indices)))
