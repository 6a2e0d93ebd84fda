"""Rulings counted: by what was asked and how it came out, by judge and how it came out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import Outcome
from build_scripts.pages.archive_index import ArchiveIndex


@dataclass(frozen=True, slots=True)
class RulingsCount:
    """Rulings in rows and columns: `rows` with the most rulings first, `outcomes` likewise."""

    outcomes: tuple[Outcome, ...]
    rows: tuple[tuple[Group, Mapping[Outcome, int]], ...]

    @property
    def total(self) -> int:
        """All rulings of all rows."""
        return sum(sum(counts.values()) for _, counts in self.rows)


def count_by_motion(
    archive_index: ArchiveIndex, members: Iterable[int], only: Group | None = None
) -> RulingsCount:
    """Return the rulings of `members` by kind of motion; `only` leaves one kind."""

    def sort_ruling(index: int) -> Iterable[tuple[Group, Outcome]]:
        for claim in archive_index.order(index).order.description.rulings:
            group = archive_index.motions.get(claim.value.kind)
            if group is not None and (only is None or group.slug == only.slug):
                yield group, claim.value.outcome

    return _count(members, sort_ruling)


def count_by_judge(archive_index: ArchiveIndex, motion: Group) -> RulingsCount:
    """Return the rulings on one kind of motion by judge; a panel's count for each of its judges."""

    def sort_ruling(index: int) -> Iterable[tuple[Group, Outcome]]:
        for claim in archive_index.order(index).order.description.rulings:
            if archive_index.motions.get(claim.value.kind) == motion:
                for judge in archive_index.groups(Facet.JUDGE, index):
                    yield judge, claim.value.outcome

    return _count(motion.members, sort_ruling)


def _count(
    members: Iterable[int], sort_ruling: Callable[[int], Iterable[tuple[Group, Outcome]]]
) -> RulingsCount:
    counts: dict[str, Counter[Outcome]] = {}
    groups: dict[str, Group] = {}
    for index in members:
        for group, outcome in sort_ruling(index):
            groups[group.slug] = group
            counts.setdefault(group.slug, Counter())[outcome] += 1
    total: Counter[Outcome] = sum(counts.values(), Counter())
    largest = sorted(
        groups, key=lambda slug: (-counts[slug].total(), groups[slug].label.casefold())
    )
    return RulingsCount(
        tuple(sorted(total, key=lambda outcome: (-total[outcome], outcome.value))),
        tuple((groups[slug], counts[slug]) for slug in largest),
    )
