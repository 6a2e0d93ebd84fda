"""Ways on from a group's page: the other facets of its orders, each with an address."""

from collections.abc import Iterator

from build_scripts.i18n import format_number, t, term
from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import MotionKind
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.markdown_text import escape_html
from build_scripts.pages.page_links import address_on_site
from build_scripts.pages.pairs import RANKED, UNSTATED
from build_scripts.pages.wording import join_with_or, name_outcome, word_facet

_LINKS = 60
"""Links of a line; what is left out is reached from its own page, where this group stands."""


def offer_narrowing(archive_index: ArchiveIndex, facet: Facet, group: Group, path: str) -> str:
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
            _link_rulings(archive_index, facet, group, path)
            if {facet, other} == {Facet.MOTION, Facet.DISPOSITION}
            else _link_pairs(archive_index, facet, group, other, path)
        )
        if links:
            left = len(links) - _LINKS
            rest = f" {t('counts.and_more', count=left)}" if left > 0 else ""
            shown = "".join(links[:_LINKS])
            lines.append(f"<dt>{word_facet(other)}</dt><dd><ul>{shown}</ul>{rest}</dd>")
    if not lines:
        return ""
    names = [term("facet", each.value) for each in RANKED if each is not facet]
    summary = t("lists.narrow", facets=join_with_or(names))
    return (
        '<details class="narrow" data-search-exclude>'
        f"<summary>{summary}</summary><dl>{''.join(lines)}</dl></details>"
    )


def _link_pairs(
    archive_index: ArchiveIndex, facet: Facet, group: Group, other: Facet, path: str
) -> Iterator[str]:
    shared: dict[str, int] = {}
    for index in group.members:
        for each in archive_index.groups(other, index):
            if each.slug not in UNSTATED:
                shared[each.slug] = shared.get(each.slug, 0) + 1
    groups = [archive_index.by_slug[other, slug] for slug in shared]
    if other is Facet.YEAR:
        groups.sort(key=lambda one: one.slug, reverse=True)
    else:
        groups.sort(key=lambda one: (-shared[one.slug], one.label.casefold(), one.slug))
    for each in groups:
        page = archive_index.find_pair_page((facet, group), (other, each))
        if page == f"{facet.value}/{group.slug}":
            page = f"{other.value}/{each.slug}"  # holds all of this group, and perhaps more
        yield _write_link(address_on_site(path, page), each.label, shared[each.slug])


def _link_rulings(
    archive_index: ArchiveIndex, facet: Facet, group: Group, path: str
) -> Iterator[str]:
    """Yield the anchors where a motion's rulings of one outcome stand."""
    if facet is Facet.MOTION:
        return  # its page is arranged so
    counts: dict[MotionKind, int] = {}
    for index in group.members:
        for claim in archive_index.order(index).order.description.rulings:
            if name_outcome(claim.value.outcome) == group.slug:
                kind = claim.value.kind
                counts[kind] = counts.get(kind, 0) + 1
    motions = [(archive_index.motions[kind], count) for kind, count in counts.items()]
    for motion, count in sorted(motions, key=lambda one: (-one[1], one[0].label)):
        page = f"{Facet.MOTION.value}/{motion.slug}#{group.slug}"
        yield _write_link(address_on_site(path, page), motion.label, count)


def _write_link(address: str, label: str, count: int) -> str:
    number = format_number(count)
    return f'<li><a href="{escape_html(address)}">{escape_html(label)}</a> ({number})</li>'
