"""The archive as pages look things up in it."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.archive import Archive, ArchivedOrder, Facet, Group
from build_scripts.publishing.wording import day_of


@dataclass(frozen=True, slots=True)
class Shelves:
    """An archive with its reverse look-ups, made once for all pages."""

    archive: Archive
    groups_of: Mapping[Facet, Mapping[int, tuple[Group, ...]]]
    by_address: Mapping[str, int]

    def groups(self, facet: Facet, index: int) -> tuple[Group, ...]:
        """Return the groups of `facet` that the order at `index` stands in."""
        return self.groups_of[facet].get(index, ())

    def order(self, index: int) -> ArchivedOrder:
        """Return the order at `index`."""
        return self.archive.orders[index]

    def list_orders(self) -> list[int]:
        """Return the indices of what is listed: papers that are no orders are left out."""
        orders = self.archive.orders
        return [i for i, one in enumerate(orders) if one.order.description.is_order.value]

    def docket_number(self, index: int, case_slug: str) -> str:
        """Return the number by which the order at `index` prints that case; "" where it has none.

        Of a consolidated order's numbers it is the one of this case.
        """
        archived = self.order(index)
        numbers = archived.order.description.docket_numbers
        for claim, slug in zip(numbers, archived.case_slugs, strict=True):
            if slug == case_slug:
                return claim.value.text
        return ""

    def sort_newest_first(self, members: Iterable[int]) -> list[int]:
        """Return `members` by day, newest first, undated last; of one day by address."""

        def newest_first(index: int) -> tuple[int, str]:
            day = day_of(self.order(index).order.description)
            return (-day.toordinal() if day else 1, self.order(index).address)

        return sorted(members, key=newest_first)

    def sort_by_docket(self, members: Iterable[int]) -> list[int]:
        """Return `members` as a docket runs: by day, then document number; undated last."""

        def place(index: int) -> tuple[int, int, str]:
            description = self.order(index).order.description
            day = day_of(description)
            number = description.document_number
            entry = number.value.partition("-")[0] if number else ""
            return (
                day.toordinal() if day else sys.maxsize,
                int(entry) if entry.isdecimal() else 0,
                self.order(index).address,
            )

        return sorted(members, key=place)


def arrange_shelves(archive: Archive) -> Shelves:
    """Return the archive's look-ups: each order's groups, each address's order."""
    groups_of: dict[Facet, dict[int, tuple[Group, ...]]] = {}
    for facet in Facet:
        found: dict[int, tuple[Group, ...]] = {}
        for group in archive.groups.get(facet, ()):
            for member in group.members:
                found[member] = (*found.get(member, ()), group)
        groups_of[facet] = found
    return Shelves(
        archive,
        groups_of,
        {archived.address: index for index, archived in enumerate(archive.orders)},
    )


def sort_years(groups: Iterable[Group]) -> list[Group]:
    """Return groups of years, newest first, orders without a date last."""
    return sorted(groups, key=lambda group: -int(group.slug) if group.slug.isdecimal() else 0)
