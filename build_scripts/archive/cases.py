"""Cases of orders: the same court and the same docket."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.archive.docket_key import DocketKey, key_of_docket_number, slug_of_docket_number
from build_scripts.archive.slugs import slugify
from build_scripts.model.order import Order

UNKNOWN_COURT = "unknown-court"
NO_DOCKET = "no-docket"


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A case as a part of addresses: the court's id and the docket."""

    court: str
    docket: str

    @property
    def slug(self) -> str:
        """Return one name for the case's own page: "cand-5-17-cv-02540"."""
        return f"{self.court}-{self.docket}"


def court_of(order: Order) -> str:
    """Return the court's id, or the placeholder that addresses use if it is unknown."""
    court = order.description.court
    return slugify(court.value.court_id) if court and court.value.court_id else UNKNOWN_COURT


def collect_docket_keys(orders: Sequence[Order]) -> dict[str, frozenset[DocketKey]]:
    """Return every docket of every court, as its orders print it."""
    keys: dict[str, set[DocketKey]] = defaultdict(set)
    for order in orders:
        for claim in order.description.docket_numbers:
            key = key_of_docket_number(claim.value)
            if key is not None:
                keys[court_of(order)].add(key)
    return {court: frozenset(found) for court, found in keys.items()}


def find_cases(orders: Sequence[Order]) -> tuple[tuple[CasePlace, ...], ...]:
    """Return the case of each docket number of each order; it is filed under the first. An order
    without a number has none: two such are not known to be one case.
    """
    known = collect_docket_keys(orders)
    return tuple(_cases_of(order, known.get(court_of(order), frozenset())) for order in orders)


def _cases_of(order: Order, known: frozenset[DocketKey]) -> tuple[CasePlace, ...]:
    court = court_of(order)
    return tuple(
        CasePlace(court, slug_of_docket_number(claim.value, known) or NO_DOCKET)
        for claim in order.description.docket_numbers
    )
