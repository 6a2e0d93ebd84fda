"""Prints of what pages are made from: a page whose prints are the same would say the same.

A print stands for all that a page could show of an order, a group or an authority, so that nobody
has to keep in mind which words of it a page does show: more is made anew than changed, never less.
"""

from collections.abc import Iterable
from hashlib import sha256

from build_scripts.model.archive import ArchivedOrder, Authority, Facet, Group, Link


def print_order(archived: ArchivedOrder, groups: Iterable[tuple[Facet, Group]]) -> str:
    """Return the print of all that other pages may show of an order: its head, its words, its
    address, and by what names its groups go.
    """
    facets = [(facet.value, group.slug, group.label) for facet, group in groups]
    places = archived.address, archived.case_slugs, archived.judge_slugs
    return join_prints(archived.order.digest, places, facets)


def print_links(archived: ArchivedOrder) -> str:
    """Return the print of where an order's citations lead, and who here cites it."""
    cited_by = [(one.address, [at.citation for at in one.mentions]) for one in archived.cited_by]
    listed = [place is not None for place in archived.authorities]
    return join_prints([_name_link(link) for link in archived.links], cited_by, listed)


def print_authority(authority: Authority) -> str:
    """Return the print of an authority by itself: who cites it counts only as one or several."""
    return join_prints(
        authority.path,
        authority.forms,
        authority.case_name,
        authority.court,
        authority.year,
        _name_link(authority.link),
        min(authority.orders, 2),
    )


def join_prints(*parts: object) -> str:
    """Return one print of several, or of strings, numbers and sequences of these."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _name_link(link: Link | None) -> tuple[object, ...] | None:
    return (link.target.value, link.url, link.anchor, link.alternatives) if link else None
