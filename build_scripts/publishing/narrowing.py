"""Ways on from a group's page: the other facets of its orders, each with an address."""

from collections.abc import Iterator

from build_scripts.model.archive import Facet, Group
from build_scripts.publishing.markdown_text import escape_html
from build_scripts.publishing.page_links import address_on_site
from build_scripts.publishing.pairs import RANKED, UNSTATED
from build_scripts.publishing.rulings_count import name_outcome
from build_scripts.publishing.shelves import Shelves

FACET_WORDS = {
    Facet.JUDGE: ("Judges", "Judge"),
    Facet.COURT: ("Courts", "Court"),
    Facet.CASE: ("Cases", "Case"),
    Facet.MOTION: ("Motions", "Motion"),
    Facet.DISPOSITION: ("Dispositions", "Disposition"),
    Facet.YEAR: ("Years", "Year"),
}
"""A facet in the plural and in the singular."""
_LINKS = 60
"""Links of a line; what is left out is reached from its own page, where this group stands."""


def offer_narrowing(shelves: Shelves, facet: Facet, group: Group, path: str) -> str:
    """Return a folded list of this group's orders by every other facet, as one line of HTML.

    Each name leads to the orders of both groups, see `pairs`. A facet in which all the orders are
    alike is left out, unless it is another way to name them (a judge's court).
    """
    if group.slug in UNSTATED or len(group.members) < 2:
        return ""
    lines = []
    for other in RANKED:
        if other is facet:
            continue
        links = list(
            _link_rulings(shelves, facet, group, path)
            if {facet, other} == {Facet.MOTION, Facet.DISPOSITION}
            else _link_pairs(shelves, facet, group, other, path)
        )
        if links:
            rest = f" and {len(links) - _LINKS} more" if len(links) > _LINKS else ""
            shown = "".join(links[:_LINKS])
            lines.append(f"<dt>{FACET_WORDS[other][1]}</dt><dd><ul>{shown}</ul>{rest}</dd>")
    if not lines:
        return ""
    names = [FACET_WORDS[each][1].lower() for each in RANKED if each is not facet]
    summary = f"Narrow by {', '.join(names[:-1])} or {names[-1]}"
    return (
        '<details class="narrow" data-search-exclude>'
        f"<summary>{summary}</summary><dl>{''.join(lines)}</dl></details>"
    )


def _link_pairs(
    shelves: Shelves, facet: Facet, group: Group, other: Facet, path: str
) -> Iterator[str]:
    shared: dict[str, int] = {}
    for index in group.members:
        for each in shelves.groups(other, index):
            if each.slug not in UNSTATED:
                shared[each.slug] = shared.get(each.slug, 0) + 1
    groups = [shelves.by_slug[other, slug] for slug in shared]
    if other is Facet.YEAR:
        groups.sort(key=lambda one: one.slug, reverse=True)
    else:
        groups.sort(key=lambda one: (-shared[one.slug], one.label.casefold(), one.slug))
    for each in groups:
        page = shelves.find_pair_page((facet, group), (other, each))
        if page == f"{facet.value}/{group.slug}":
            page = f"{other.value}/{each.slug}"  # holds all of this group, and perhaps more
        yield _write_link(address_on_site(path, page), each.label, shared[each.slug])


def _link_rulings(shelves: Shelves, facet: Facet, group: Group, path: str) -> Iterator[str]:
    """Yield the anchors where a motion's rulings of one outcome stand."""
    if facet is Facet.MOTION:
        return  # its page is arranged so
    counts: dict[str, int] = {}
    for index in group.members:
        for claim in shelves.order(index).order.description.rulings:
            if name_outcome(claim.value.outcome) == group.slug:
                kind = claim.value.kind.value.casefold()
                counts[kind] = counts.get(kind, 0) + 1
    motions = [
        one for one in shelves.archive.groups[Facet.MOTION] if one.label.casefold() in counts
    ]
    for motion in sorted(motions, key=lambda one: (-counts[one.label.casefold()], one.label)):
        page = f"{Facet.MOTION.value}/{motion.slug}#{group.slug}"
        yield _write_link(
            address_on_site(path, page), motion.label, counts[motion.label.casefold()]
        )


def _write_link(address: str, label: str, count: int) -> str:
    return f'<li><a href="{escape_html(address)}">{escape_html(label)}</a> ({count:,})</li>'
