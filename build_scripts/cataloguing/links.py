"""Where each citation leads: an order here first, then a public site, else nowhere."""

from collections.abc import Mapping, Sequence

from build_scripts.cataloguing.cases import CasePlace
from build_scripts.cataloguing.cited_orders import find_cited_order
from build_scripts.cataloguing.finding_aids import index_orders
from build_scripts.cataloguing.outward_links import find_case_address
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order

_BACK_REFERENCES = frozenset(
    {CitationKind.ID, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.REFERENCE}
)
_SAFE_SCHEMES = ("https://", "http://")


def link_citations(
    orders: Sequence[Order], cases: Sequence[tuple[CasePlace, ...]], addresses: Sequence[str]
) -> tuple[tuple[Link | None, ...], ...]:
    """Return a link or None for every citation of every order, in their order.

    A citation that fits two orders of the archive is not linked to either. Members of a parallel
    group lead to the same order where one of them is here. Short forms, `Id.`, `supra` and names
    lead where the authority they go back to leads.
    """
    aids = index_orders(orders, cases)
    linked = []
    for citing, order in enumerate(orders):
        here = {
            position: Link(LinkTarget.ARCHIVE, addresses[found])
            for position, citation in enumerate(order.citations)
            if (found := find_cited_order(citing, citation, orders, cases, aids)) is not None
        }
        linked.append(_link_order(order, here))
    return tuple(linked)


def _link_order(order: Order, here: Mapping[int, Link]) -> tuple[Link | None, ...]:
    group_links = _link_authorities(order.citations, here)
    return tuple(
        _link_citation(citation, here.get(position), group_links)
        for position, citation in enumerate(order.citations)
    )


def _link_authorities(
    citations: Sequence[Citation], here: Mapping[int, Link]
) -> Mapping[str, Link]:
    """Return one link an authority: an order here before any public site."""
    archive: dict[str, Link] = {}
    outward: dict[str, Link] = {}
    for position, citation in enumerate(citations):
        if citation.kind in _BACK_REFERENCES:
            continue
        if position in here:
            archive.setdefault(citation.authority, here[position])
        link = _find_outward(citation)
        if link is not None:
            outward.setdefault(citation.authority, link)
            outward.setdefault(citation.normal_form, link)
    return outward | archive


def _link_citation(
    citation: Citation, here: Link | None, group_links: Mapping[str, Link]
) -> Link | None:
    if citation.kind in _BACK_REFERENCES:
        if citation.antecedent is None:
            return None
        return group_links.get(citation.antecedent) or _link_case(citation.antecedent)
    if here is not None or citation.kind is CitationKind.RECORD:
        return here
    group = group_links.get(citation.authority)
    if group is not None and group.target is LinkTarget.ARCHIVE:
        return group
    return _find_outward(citation) or group


def _find_outward(citation: Citation) -> Link | None:
    if citation.kind is CitationKind.RECORD:
        return None
    if citation.kind is CitationKind.CASE:
        case = _link_case(citation.normal_form)
        if case is not None:
            return case
    if citation.outward_url and citation.outward_url.startswith(_SAFE_SCHEMES):
        return Link(LinkTarget.OUTWARD, citation.outward_url)
    return None


def _link_case(normal_form: str) -> Link | None:
    address = find_case_address(normal_form)
    return Link(LinkTarget.COURTLISTENER, address) if address else None
