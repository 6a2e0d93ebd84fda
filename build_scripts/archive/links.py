"""Targets of citations: an order here first, then a public site, else none; the orders here that
cite an order, and where.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts.archive.cases import CasePlace, court_of
from build_scripts.archive.checked_cases import link_case
from build_scripts.archive.cited_orders import find_cited_order
from build_scripts.archive.finding_aids import NO_OTHERS, index_orders
from build_scripts.archive.outward_links import search_for_docket
from build_scripts.model.archive import Archive, CitedBy, Link, LinkTarget, Mention, OtherFile
from build_scripts.model.citation import BACK_REFERENCES, Citation, CitationKind
from build_scripts.model.citation_form import CaseForm
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.link_ledger import LinkLedger
from build_scripts.model.order import Order
from build_scripts.model.order_extracts import Landmarks
from build_scripts.model.text.pattern_table import read_patterns

_SAFE_SCHEMES = ("https://", "http://")
_HERE = frozenset({LinkTarget.ARCHIVE, LinkTarget.CHOICE, LinkTarget.HERE})


def link_citations(
    orders: Sequence[Order],
    cases: Sequence[tuple[CasePlace, ...]],
    addresses: Sequence[str],
    ledger: LinkLedger,
    others: Mapping[str, Sequence[OtherFile]] = NO_OTHERS,
) -> tuple[tuple[Link | None, ...], ...]:
    """Return a link or None for every citation of every order, in their order.

    A citation that fits several orders of the archive, or one doubtfully, is linked to none of
    them: they are its link's alternatives. Members of a parallel group lead to the same order if
    one of them is here. Short forms, `Id.`, `supra` and names lead to the target of their
    antecedent, each to its own pin cite. A search is offered if nothing better is known.
    """
    aids = index_orders(orders, cases, others)
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
        linked.append(_link_order(order, here, at_address, ledger))
    return tuple(linked)


def _link_order(
    order: Order, here: Mapping[int, Link], at_address: Mapping[str, Order], ledger: LinkLedger
) -> tuple[Link | None, ...]:
    outward = [_find_outward(citation, order, ledger) for citation in order.citations]
    groups = _link_authorities(order.citations, here, outward)
    kinds: dict[str, CitationKind] = {}
    for citation in order.citations:
        if citation.kind not in BACK_REFERENCES:
            kinds.setdefault(citation.authority, citation.kind)
            kinds.setdefault(citation.normal_form, citation.kind)
    links: list[Link | None] = []
    for position, citation in enumerate(order.citations):
        if citation.kind is CitationKind.INTERNAL:
            place = find_own_place(citation, order.extracts.landmarks)
            links.append(Link(LinkTarget.HERE, "", place) if place else None)
            continue
        link = _link_citation(citation, here.get(position), outward[position], groups)
        if citation.pin_cite and link is not None and link.target is LinkTarget.ARCHIVE:
            kind = kinds.get(citation.antecedent or citation.normal_form, citation.kind)
            link = replace(link, anchor=find_anchor(citation, kind, at_address[link.url]))
        links.append(link)
    return tuple(links)


def _link_authorities(
    citations: Sequence[Citation], here: Mapping[int, Link], outward: Sequence[Link | None]
) -> Mapping[str, Link]:
    """Return one link for each authority: an order here, else a page, else a search, whichever form
    of the case leads there; with the orders that it may be, unless one is sure.
    """
    archive: dict[str, Link] = {}
    choices: dict[str, Link] = {}
    pages: dict[str, Link] = {}
    searches: dict[str, Link] = {}
    for position, citation in enumerate(citations):
        if citation.kind in BACK_REFERENCES:
            continue
        if position in here:
            sure = here[position].target is LinkTarget.ARCHIVE
            (archive if sure else choices).setdefault(citation.authority, here[position])
        link = outward[position]
        if link is not None:
            outside = searches if link.target is LinkTarget.SEARCH else pages
            outside.setdefault(citation.authority, link)
            outside.setdefault(citation.normal_form, link)
    chosen = {
        authority: replace(pages.get(authority, link), alternatives=link.alternatives)
        for authority, link in choices.items()
    }
    return searches | pages | chosen | archive


def _link_citation(
    citation: Citation, here: Link | None, own: Link | None, group_links: Mapping[str, Link]
) -> Link | None:
    if citation.kind in BACK_REFERENCES:
        return group_links.get(citation.antecedent, own) if citation.antecedent else None
    if citation.kind is CitationKind.RECORD:
        return here
    group = group_links.get(citation.authority)
    if own is None or (group is not None and group.target is LinkTarget.ARCHIVE):
        return group
    if group is None or group is own:
        return own
    if own.target is LinkTarget.SEARCH and group.target is not LinkTarget.SEARCH:
        return group
    return replace(own, alternatives=group.alternatives)


def _find_outward(citation: Citation, order: Order, ledger: LinkLedger) -> Link | None:
    """Return the link of a citation by itself, outside of the archive, or None."""
    if citation.kind is CitationKind.RECORD:
        return None
    if citation.kind in BACK_REFERENCES:
        return link_case(citation.antecedent or "", citation.case_name, ledger)
    if citation.kind is CitationKind.CASE:
        case = link_case(citation.normal_form, citation.case_name, ledger)
        if case is not None:
            return case
    if citation.outward_url and citation.outward_url.startswith(_SAFE_SCHEMES):
        return Link(LinkTarget.OUTWARD, citation.outward_url)
    return _find_docket(citation, order)


def _find_docket(citation: Citation, order: Order) -> Link | None:
    """Return a search for the docket that a citation prints; a bare one is the citing court's."""
    printed = citation.docket_number
    if citation.kind is CitationKind.DOCKET:
        printed = printed or citation.normal_form
    if not printed:
        return None
    address = search_for_docket(printed, citation.court or court_of(order))
    return Link(LinkTarget.SEARCH, address) if address else None


def find_citing_orders(
    orders: Sequence[Order], addresses: Sequence[str], links: Sequence[Sequence[Link | None]]
) -> Mapping[str, tuple[CitedBy, ...]]:
    """Return for each cited address the citing orders, sorted by address, with their mentions. A
    parallel citation counts with its main one; no order cites itself.
    """
    found: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for index, (order, citing, order_links) in enumerate(
        zip(orders, addresses, links, strict=True)
    ):
        for position, (citation, link) in enumerate(zip(order.citations, order_links, strict=True)):
            if link is None or link.target is not LinkTarget.ARCHIVE or link.url == citing:
                continue
            if citation.kind is CitationKind.CASE and citation.normal_form != citation.authority:
                continue
            found[link.url].setdefault(citing, []).append(Mention(index, position))
    return {
        cited: tuple(CitedBy(citing, tuple(mentions)) for citing, mentions in sorted(by.items()))
        for cited, by in found.items()
    }


def keep_links_here(archive: Archive) -> Archive:
    """Return the archive with only those links that lead to pages of its own."""
    orders = tuple(
        replace(archived, links=tuple(map(_keep_here, archived.links)))
        for archived in archive.orders
    )
    authorities = tuple(
        replace(authority, link=_keep_here(authority.link)) for authority in archive.authorities
    )
    return replace(archive, orders=orders, authorities=authorities, docket_searches={})


def _keep_here(link: Link | None) -> Link | None:
    """Return a link to a page here, or the orders here that it may mean, or None."""
    if link is None or link.target in _HERE:
        return link
    if link.alternatives:
        return Link(LinkTarget.CHOICE, "", alternatives=link.alternatives)
    return None


_PATTERNS = read_patterns(__package__, "links.toml")
_FRONT_PAGES = 3
_OWN_PAGES = frozenset({CitationKind.DOCKET, CitationKind.RECORD})


def find_anchor(citation: Citation, authority_kind: CitationKind, order: Order) -> str:
    """Return the fragment that `citation`'s pin cite names on the page of `order`, or "".

    A docket or record citation counts the order's own pages ("slip op. at 4"), a reporter's pin its
    pages, if the order has them marked: page 4 of a slip opinion is not page 4 of a reporter. A
    footnote has the same number in both.
    """
    pin, places = citation.pin_cite or "", order.extracts.landmarks
    if paragraph := _find_paragraph(pin, places):
        return paragraph
    if authority_kind in _OWN_PAGES:
        if (line := _PATTERNS.LINE.match(pin)) and (
            place := _find_line(order.clean, line["page"], line["line"])
        ):
            return place
        page = _PATTERNS.PAGE.match(pin)
        return _find_note(pin, places) or (_find_page(page["page"], places) if page else "")
    return _find_note(pin, places) or _find_reporter_page(citation, pin, places)


def find_own_place(citation: Citation, places: Landmarks) -> str:
    """Return the fragment for an internal reference ("note 6", "page 4") to an order's `places`, or
    "", as for parts: headings are numbered in too many ways.
    """
    what, _, number = citation.normal_form.partition(" ")
    if what == "note":
        return _find_note(f"n.{number}", places)
    if what == "¶":
        return _find_paragraph(f"¶ {number}", places)
    return _find_page(number, places) if what == "page" else ""


def _find_reporter_page(citation: Citation, pin: str, places: Landmarks) -> str:
    """Return the fragment of a reporter's page if the order's marks count that reporter's pages.

    They do if the first mark is the case's first page or soon after it (an opinion at 617 F.3d 14
    is marked from 16 on, after headnotes and counsel), and is no page that a slip opinion begins
    with. A pin of a parallel reporter falls outside of the marked pages.
    """
    page = _PATTERNS.PAGE.match(pin)
    case = citation.form
    if page is None or not isinstance(case, CaseForm) or case.is_database:
        return ""
    if not (places.pages and places.pages[0].isdigit() and case.page.isdigit()):
        return ""
    begins = int(places.pages[0])
    begins_alike = 0 <= begins - int(case.page) <= _FRONT_PAGES < begins
    return _find_page(page["page"], places) if begins_alike else ""


def _find_paragraph(pin: str, places: Landmarks) -> str:
    """Return the fragment of a paragraph that the court numbered itself, or ""."""
    match = _PATTERNS.PARAGRAPH.match(pin)
    number = int(match["number"]) if match else 0
    return f"#para-{number}" if 0 < number <= places.paragraphs else ""


def _find_note(pin: str, places: Landmarks) -> str:
    """Return a note's fragment, or "" if two parts of the order number a note alike."""
    note = _PATTERNS.NOTE.search(pin)
    return f"#fn:{note['note']}" if note and note["note"] in places.notes else ""


def _find_page(page: str, places: Landmarks) -> str:
    return f"#at-{page}" if page in places.pages else ""


def _find_line(clean: CleanOrder, page: str, line: str) -> str:
    """Return a line's fragment, or "": it counts sheets, as it always did."""
    for _, block in clean.map.located:
        for place in block.places:
            if place.printed_line == int(line) and clean.label_page(place.page) == page:
                return f"#L{place.page}-{place.printed_line}"
    return ""
