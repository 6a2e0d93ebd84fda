"""Where each citation leads: an order here first, then a public site, else nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts.cataloguing.cases import CasePlace
from build_scripts.cataloguing.cited_orders import find_cited_order
from build_scripts.cataloguing.finding_aids import index_orders
from build_scripts.cataloguing.outward_links import find_case_address
from build_scripts.cataloguing.pin_anchors import find_anchor
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

    A citation that fits several orders of the archive, or one doubtfully, is linked to none of
    them: they are its link's alternatives. Members of a parallel group lead to the same order
    where one of them is here. Short forms, `Id.`, `supra` and names lead where the authority they
    go back to leads, each to its own pin cite.
    """
    aids = index_orders(orders, cases)
    at_address = dict(zip(addresses, orders, strict=True))
    linked = []
    for citing, order in enumerate(orders):
        here: dict[int, Link] = {}
        for position, citation in enumerate(order.citations):
            found = find_cited_order(citing, citation, orders, cases, aids)
            places = tuple(addresses[index] for index in found.candidates)
            if found.sure:
                here[position] = Link(LinkTarget.ARCHIVE, places[0])
            elif places:
                here[position] = Link(LinkTarget.CHOICE, "", alternatives=places)
        linked.append(_link_order(order, here, at_address))
    return tuple(linked)


def _link_order(
    order: Order, here: Mapping[int, Link], at_address: Mapping[str, Order]
) -> tuple[Link | None, ...]:
    groups = _link_authorities(order.citations, here)
    kinds: dict[str, CitationKind] = {}
    for citation in order.citations:
        if citation.kind not in _BACK_REFERENCES:
            kinds.setdefault(citation.authority, citation.kind)
            kinds.setdefault(citation.normal_form, citation.kind)
    links = []
    for position, citation in enumerate(order.citations):
        link = _link_citation(citation, here.get(position), groups)
        if link is not None and link.target is LinkTarget.ARCHIVE:
            kind = kinds.get(citation.antecedent or citation.normal_form, citation.kind)
            link = replace(link, anchor=find_anchor(citation, kind, at_address[link.url].clean))
        links.append(link)
    return tuple(links)


def _link_authorities(
    citations: Sequence[Citation], here: Mapping[int, Link]
) -> Mapping[str, Link]:
    """Return one link an authority: an order here, else a public site, with the orders it may be.

    Where one form of a case is surely here, what another form of it might be counts no more.
    """
    archive: dict[str, Link] = {}
    choices: dict[str, Link] = {}
    outward: dict[str, Link] = {}
    for position, citation in enumerate(citations):
        if citation.kind in _BACK_REFERENCES:
            continue
        if position in here:
            sure = here[position].target is LinkTarget.ARCHIVE
            (archive if sure else choices).setdefault(citation.authority, here[position])
        link = _find_outward(citation)
        if link is not None:
            outward.setdefault(citation.authority, link)
            outward.setdefault(citation.normal_form, link)
    chosen = {
        authority: replace(outward.get(authority, link), alternatives=link.alternatives)
        for authority, link in choices.items()
    }
    return outward | chosen | archive


def _link_citation(
    citation: Citation, here: Link | None, group_links: Mapping[str, Link]
) -> Link | None:
    if citation.kind in _BACK_REFERENCES:
        if citation.antecedent is None:
            return None
        return group_links.get(citation.antecedent) or _link_case(citation.antecedent)
    if citation.kind is CitationKind.RECORD:
        return here
    group = group_links.get(citation.authority)
    if group is not None and group.target is LinkTarget.ARCHIVE:
        return group
    own = _find_outward(citation)
    if own and group:
        return replace(own, alternatives=group.alternatives)
    return own or group


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
