"""Links from a group's page to its orders by every other facet."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import MotionKind
from build_scripts.pages.archive_index import NARROWED, ArchiveIndex
from build_scripts.pages.formatting import UNSTATED, format_facet, join_with_or, name_outcome
from build_scripts.pages.i18n import t, term
from build_scripts.pages.views import PageLink, shorten


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A folded list: its title in words, and by facet the groups of the orders."""

    summary: str
    lines: tuple[tuple[str, tuple[PageLink, ...]], ...]


def offer_narrowing(
    index: ArchiveIndex, facet: Facet, group: Group, *, search: bool
) -> Narrowing | None:
    """Return this group's orders by every other facet, or None if that would add nothing.

    Each name leads to the orders of both groups. A motion and a disposition meet at an anchor of
    the motion's page ("motions/compel/#denied"): each ruling is under its own outcome.
    """
    if group.slug in UNSTATED or len(group.members) < 2:
        return None
    lines = []
    for other in NARROWED:
        if other is facet:
            continue
        links = tuple(
            _link_rulings(index, facet, group)
            if {facet, other} == {Facet.MOTION, Facet.DISPOSITION}
            else _link_both(index, facet, group, other, search=search)
        )
        if links:
            lines.append((format_facet(other), links))
    if not lines:
        return None
    names = [term("facet", each.value) for each in NARROWED if each is not facet]
    return Narrowing(t("lists.narrow", facets=join_with_or(names)), tuple(lines))


def _link_both(
    index: ArchiveIndex, facet: Facet, group: Group, other: Facet, *, search: bool
) -> Iterator[PageLink]:
    shared = index.meet(group.members, other)
    groups = [index.by_slug[other, slug] for slug in shared]
    if other is Facet.YEAR:
        groups.sort(key=lambda one: one.slug, reverse=True)
    else:
        groups.sort(key=lambda one: (-len(shared[one.slug]), one.label.casefold(), one.slug))
    for each in groups:
        members = shared[each.slug]
        address = index.address_of_both((facet, group), (other, each), members, search=search)
        yield PageLink(shorten(each.label), address, len(members))


def _link_rulings(index: ArchiveIndex, facet: Facet, group: Group) -> Iterator[PageLink]:
    """Yield links to the anchors of a motion's rulings of one outcome."""
    if facet is Facet.MOTION:
        return  # its page is arranged so
    counts: dict[MotionKind, int] = {}
    for member in group.members:
        for claim in index.describe(member).rulings:
            if name_outcome(claim.value.outcome) == group.slug:
                kind = claim.value.kind
                counts[kind] = counts.get(kind, 0) + 1
    motions = [(index.motions[kind], count) for kind, count in counts.items()]
    for motion, count in sorted(motions, key=lambda one: (-one[1], one[0].label)):
        yield PageLink(motion.label, f"{Facet.MOTION.value}/{motion.slug}/#{group.slug}", count)
