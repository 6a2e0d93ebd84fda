"""The archive as pages look things up in it."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from build_scripts.model.archive import Archive, ArchivedOrder, Facet, Group
from build_scripts.model.description import MotionKind
from build_scripts.pages.pairs import PairKey, has_page, key_of, pair_groups
from build_scripts.pages.wording import day_of, word_groups


@dataclass(frozen=True, slots=True)
class ArchiveIndex:
    """An archive with its reverse look-ups, made once for all pages; its groups are worded."""

    archive: Archive
    groups_of: Mapping[Facet, Mapping[int, tuple[Group, ...]]]
    by_address: Mapping[str, int]
    by_slug: Mapping[tuple[Facet, str], Group]
    motions: Mapping[MotionKind, Group]
    pairs: Mapping[PairKey, tuple[int, ...]]  # newest first
    dockets: Mapping[str, tuple[int, ...]]  # of each case, as `sort_by_docket`
    days: tuple[tuple[int, str], ...]  # the place of each order, newest first

    def find_pair_page(self, one: tuple[Facet, Group], other: tuple[Facet, Group]) -> str:
        """Return the page of just the orders that two groups share.

        It is the smaller group's where the other holds all of it, an order's where they share
        one alone, "" where they share none.
        """
        key = key_of((one[0], one[1].slug), (other[0], other[1].slug))
        members = self.pairs.get(key, ())
        if has_page(len(members), len(one[1].members), len(other[1].members)):
            return key.page
        for facet, group in (one, other):
            if len(members) == len(group.members) > 1:
                return f"{facet.value}/{group.slug}"
        return self.order(members[0]).address if members else ""

    def address_of(self, facet: Facet, group: Group) -> str:
        """Return where a group's orders are listed, below the site's root."""
        return f"{facet.value}/{group.slug}/"

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
        return sorted(members, key=self.days.__getitem__)

    def find_newest(self, members: Iterable[int]) -> int:
        """Return the first of `sort_newest_first`."""
        return min(members, key=self.days.__getitem__)


def build_index(archive: Archive, *, pairs: bool = True) -> ArchiveIndex:
    """Return the archive's look-ups: each order's groups, each address's order, who meets whom.

    Without `pairs` nobody meets: no two facets have a page together.
    """
    kinds = {
        MotionKind(group.label.lower()): group.slug
        for group in archive.groups.get(Facet.MOTION, ())
    }
    archive = replace(archive, groups=word_groups(archive.groups))
    groups_of: dict[Facet, dict[int, tuple[Group, ...]]] = {}
    for facet in Facet:
        found: dict[int, tuple[Group, ...]] = {}
        for group in archive.groups.get(facet, ()):
            for member in group.members:
                found[member] = (*found.get(member, ()), group)
        groups_of[facet] = found
    days = tuple(_place_by_day(archived) for archived in archive.orders)
    by_slug = {
        (facet, group.slug): group for facet in Facet for group in archive.groups.get(facet, ())
    }
    return ArchiveIndex(
        archive,
        groups_of,
        {archived.address: index for index, archived in enumerate(archive.orders)},
        by_slug,
        {kind: by_slug[Facet.MOTION, slug] for kind, slug in kinds.items()},
        {
            key: tuple(sorted(members, key=days.__getitem__))
            for key, members in (pair_groups(groups_of).items() if pairs else ())
        },
        {
            group.slug: sort_by_docket(archive, group.members)
            for group in archive.groups.get(Facet.CASE, ())
        },
        days,
    )


def sort_by_docket(archive: Archive, members: Iterable[int]) -> tuple[int, ...]:
    """Return `members` as a docket runs: by day, then document number; undated last."""

    def place(index: int) -> tuple[int, int, str]:
        archived = archive.orders[index]
        day = day_of(archived.order.description)
        number = archived.order.description.document_number
        entry = number.value.partition("-")[0] if number else ""
        return (
            day.toordinal() if day else sys.maxsize,
            int(entry) if entry.isdecimal() else 0,
            archived.address,
        )

    return tuple(sorted(members, key=place))


def _place_by_day(archived: ArchivedOrder) -> tuple[int, str]:
    day = day_of(archived.order.description)
    return (-day.toordinal() if day else 1, archived.address)


def sort_years(groups: Iterable[Group]) -> list[Group]:
    """Return groups of years, newest first, orders without a date last."""
    return sorted(groups, key=lambda group: -int(group.slug) if group.slug.isdecimal() else 0)
