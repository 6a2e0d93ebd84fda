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


def find_cases(orders: Sequence[Order]) -> tuple[tuple[CasePlace, ...], ...]:
    """Return the case of each docket number of each order; it is filed under the first. An order
    without a number has none: two such are not known to be one case.
    """
    known: dict[str, set[DocketKey]] = defaultdict(set)  # every docket of a court, as printed
    for order in orders:
        keys = (key_of_docket_number(claim.value) for claim in order.description.docket_numbers)
        known[court_of(order)].update(filter(None, keys))
    cases = []
    for order in orders:
        court, numbers = court_of(order), order.description.docket_numbers
        slugs = (slug_of_docket_number(claim.value, known[court]) for claim in numbers)
        cases.append(tuple(CasePlace(court, slug or NO_DOCKET) for slug in slugs))
    return tuple(cases)
