"""The archive's lookups for pages."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from build_scripts.model.archive import Archive, ArchivedOrder, Facet, Group, has_own_page
from build_scripts.model.description import Description, MotionKind, Outcome
from build_scripts.pages.formatting import UNSTATED, format_groups

_SEARCHED = {
    Facet.JUDGE: "judge",
    Facet.COURT: "court",
    Facet.MOTION: "motion",
    Facet.DISPOSITION: "disposition",
    Facet.YEAR: "year",
}
"""The facets that the search knows, by its names; see assets/javascripts/search/page/address.js."""
NARROWED = tuple(_SEARCHED)


@dataclass(frozen=True, slots=True)
class ArchiveIndex:
    """An archive with its reverse lookups, built once for all pages; its groups have labels."""

    archive: Archive
    groups_of: Mapping[Facet, Mapping[int, tuple[Group, ...]]]
    by_address: Mapping[str, int]
    by_slug: Mapping[tuple[Facet, str], Group]
    motions: Mapping[MotionKind, Group]
    ruled: Mapping[tuple[str, Outcome], Set[int]]  # by motion and outcome
    dockets: Mapping[str, tuple[int, ...]]  # of each case, as `sort_by_docket`
    days: tuple[tuple[int, str], ...]  # the place of each order, newest first
    lines: dict[int, Any] = field(default_factory=dict, compare=False)  # made by `line_order`

    def address_of(self, facet: Facet, group: Group) -> str:
        """Return the address of a group's page; the order's own for a case or judge of one."""
        if not has_own_page(facet, group):
            return f"{self.order(group.members[0]).address}/"
        return f"{facet.value}/{group.slug}/"

    def meet(self, members: Iterable[int], facet: Facet) -> dict[str, list[int]]:
        """Return the `members` in each group of `facet` that has a value, by slug."""
        met: dict[str, list[int]] = defaultdict(list)
        for index in members:
            for group in self.groups(facet, index):
                if group.slug not in UNSTATED:
                    met[group.slug].append(index)
        return met

    def address_of_both(
        self,
        one: tuple[Facet, Group],
        other: tuple[Facet, Group],
        shared: Iterable[int],
        *,
        search: bool,
    ) -> str:
        """Return the address of the list of orders that two groups share: the order's own page if
        it is one, the page of `other` if one group includes the other, else a search for both (""
        without one).
        """
        members = tuple(shared)
        if len(members) == 1:
            return f"{self.order(members[0]).address}/"
        if len(members) in {len(one[1].members), len(other[1].members)}:
            return self.address_of(*other)
        if not search:
            return ""
        return self.search_for((one, other))

    @staticmethod
    def search_for(chosen: Iterable[tuple[Facet, Group]]) -> str:
        """Return the address of a search for the orders in all these groups."""
        groups = sorted(chosen, key=lambda each: NARROWED.index(each[0]))
        return "search/?" + "&".join(f"{_SEARCHED[facet]}={group.slug}" for facet, group in groups)

    def groups(self, facet: Facet, index: int) -> tuple[Group, ...]:
        """Return an order's groups of `facet`; judges as it names them, its author first."""
        groups = self.groups_of[facet].get(index, ())
        if facet is not Facet.JUDGE:
            return groups
        named = {slug: place for place, slug in enumerate(self.order(index).judge_slugs)}
        return tuple(sorted(groups, key=lambda group: named.get(group.slug, len(named))))

    def order(self, index: int) -> ArchivedOrder:
        """Return the order at `index`."""
        return self.archive.orders[index]

    def describe(self, index: int) -> Description:
        """Return the confirmed part of the description of the order at `index`."""
        return self.order(index).stated

    def list_orders(self) -> list[int]:
        """Return the indices of the listed orders: papers that are no orders are left out."""
        orders = self.archive.orders
        return [i for i, one in enumerate(orders) if one.order.description.is_listed]

    def docket_number(self, index: int, case_slug: str) -> str:
        """Return the number by which the order at `index` prints that case, "" if none."""
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


def build_index(archive: Archive) -> ArchiveIndex:
    """Return the archive's lookups: each order's groups, each address's order."""
    kinds = {
        MotionKind(group.label.lower()): group.slug
        for group in archive.groups.get(Facet.MOTION, ())
    }
    archive = replace(archive, groups=format_groups(archive.groups))
    groups_of: dict[Facet, dict[int, tuple[Group, ...]]] = {}
    for facet in Facet:
        found: dict[int, tuple[Group, ...]] = {}
        for group in archive.groups.get(facet, ()):
            for member in group.members:
                found[member] = (*found.get(member, ()), group)
        groups_of[facet] = found
    days = tuple(
        (-day.toordinal() if (day := archived.stated.day) else 1, archived.address)
        for archived in archive.orders
    )
    by_slug = {
        (facet, group.slug): group for facet in Facet for group in archive.groups.get(facet, ())
    }
    motions = {kind: by_slug[Facet.MOTION, slug] for kind, slug in kinds.items()}
    ruled: dict[tuple[str, Outcome], set[int]] = defaultdict(set)
    for index in groups_of[Facet.MOTION]:
        for claim in archive.orders[index].stated.own_rulings:
            if asked := motions.get(claim.value.kind):
                ruled[asked.slug, claim.value.outcome].add(index)
    return ArchiveIndex(
        archive,
        groups_of,
        {archived.address: index for index, archived in enumerate(archive.orders)},
        by_slug,
        motions,
        ruled,
        {
            group.slug: sort_by_docket(archive, group.members)
            for group in archive.groups.get(Facet.CASE, ())
        },
        days,
    )


def sort_by_docket(archive: Archive, members: Iterable[int]) -> tuple[int, ...]:
    """Return `members` in docket order: by day, then document number; undated last."""

    def place(index: int) -> tuple[int, int, str]:
        archived = archive.orders[index]
        day = archived.stated.day
        number = archived.stated.document_number
        entry = number.value.partition("-")[0] if number else ""
        return (
            day.toordinal() if day else sys.maxsize,
            int(entry) if entry.isdecimal() else 0,
            archived.address,
        )

    return tuple(sorted(members, key=place))


def sort_years(groups: Iterable[Group]) -> list[Group]:
    """Return groups of years, newest first, orders without a date last."""
    return sorted(groups, key=lambda group: -int(group.slug) if group.slug.isdecimal() else 0)
