"""Orders by two facets together: a judge's orders on one kind of motion, a court's of one year.

Every two facets have an address that needs no script, and stay linear in the orders:

- two groups that share two or more orders, and of which neither holds the other, have a page
  ("judges/dolores-e-finch/motions/compel");
- where one holds the other, the smaller group's page is that page already, and a single order is
  its own: lists link there, and no page is made;
- a motion and a disposition meet at an anchor of the motion's page ("motions/compel#denied"),
  where each ruling stands under its own outcome, not under that of the whole order.

A case's page is short and runs as its docket does: it is divided no further.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from build_scripts.model.archive import Facet, Group

RANKED = (Facet.JUDGE, Facet.COURT, Facet.MOTION, Facet.DISPOSITION, Facet.YEAR)
"""Of two facets the one that comes first here begins the address."""
UNSTATED = frozenset({"not-stated", "undated", "unknown-court"})
"""Groups of what orders do not say; nobody looks for two of these together."""
_LEAST = 2


@dataclass(frozen=True, slots=True, order=True)
class PairKey:
    """Two groups of two facets, the facets as in `RANKED`."""

    first: Facet
    first_slug: str
    second: Facet
    second_slug: str

    @property
    def page(self) -> str:
        """The page's path without ".md"."""
        return f"{self.first.value}/{self.first_slug}/{self.second.value}/{self.second_slug}"


def key_of(one: tuple[Facet, str], other: tuple[Facet, str]) -> PairKey:
    """Return the key of two groups, given as facet and slug in either sequence."""
    first, second = sorted((one, other), key=lambda each: RANKED.index(each[0]))
    return PairKey(*first, *second)


def pair_groups(
    groups_of: Mapping[Facet, Mapping[int, tuple[Group, ...]]],
) -> dict[PairKey, tuple[int, ...]]:
    """Return the orders, ascending, of every two groups that meet in one.

    Groups in `UNSTATED` are left out, and so are motions with dispositions.
    """
    met: dict[PairKey, list[int]] = defaultdict(list)
    for first, second in combinations(RANKED, 2):
        if (first, second) == (Facet.MOTION, Facet.DISPOSITION):
            continue
        for index, groups in sorted(groups_of[first].items()):
            for one in groups:
                for other in groups_of[second].get(index, ()):
                    if not UNSTATED & {one.slug, other.slug}:
                        met[PairKey(first, one.slug, second, other.slug)].append(index)
    return {key: tuple(members) for key, members in met.items()}


def has_page(shared: int, first: int, second: int) -> bool:
    """Whether two groups of `first` and `second` orders that share `shared` have a page."""
    return _LEAST <= shared < min(first, second)
