"""The step that needs all orders at once: together they become the archive."""

from collections.abc import Iterable

from build_scripts.archive.authorities import gather_authorities
from build_scripts.archive.cases import find_cases
from build_scripts.archive.checked_cases import report_doubtful_citations
from build_scripts.archive.groupings import group_orders
from build_scripts.archive.identity import assign_addresses
from build_scripts.archive.judges import identify_judges, list_judge_joins
from build_scripts.archive.links import find_citing_orders, link_citations
from build_scripts.archive.moved_addresses import find_settled
from build_scripts.archive.outward_links import search_for_docket
from build_scripts.archive.same_decision import fold_decisions
from build_scripts.archive.similar_orders import find_similar, group_kin
from build_scripts.archive.subsequent_history import trace_history
from build_scripts.model.address_ledger import NOTHING_PUBLISHED, AddressLedger
from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.model.link_ledger import NOTHING_CHECKED, LinkLedger
from build_scripts.model.order import Order
from build_scripts.model.page import Keep, make_anew

OWN_PAGE_FROM = 10
"""How many orders must cite an authority with its own page, if the settings give no number."""


def catalogue_orders(
    orders: Iterable[Order],
    ledger: LinkLedger = NOTHING_CHECKED,
    published: AddressLedger = NOTHING_PUBLISHED,
    own_page_from: int = OWN_PAGE_FROM,
    keep: Keep = make_anew,
) -> Archive:
    """Return the archive of `orders`: addresses, links, citing orders, groupings, findings.

    `ledger` has CourtListener's answers about the cases that are not here, `published` the
    addresses that orders had before. An authority that `own_page_from` orders cite has its own
    page; 0: none has. The result does not depend on the order of the orders.
    """
    distinct, others, copies = fold_decisions(orders, published)
    settled = find_settled([order.source for order in distinct], published)
    addresses, namesakes = assign_addresses(distinct, find_cases(distinct), settled)
    by_address = sorted(zip(addresses, distinct, strict=True), key=lambda placed: placed[0])
    sorted_addresses = tuple(address for address, _ in by_address)
    sorted_orders = tuple(order for _, order in by_address)

    cases = find_cases(sorted_orders)
    judges = identify_judges(sorted_orders)
    links = link_citations(sorted_orders, cases, sorted_addresses, ledger, others)
    authorities, cited = gather_authorities(sorted_orders, links, own_page_from)
    doubtful = report_doubtful_citations(sorted_orders, links, ledger)
    cited_by = find_citing_orders(sorted_orders, sorted_addresses, links)
    ties = trace_history(sorted_orders, cases, sorted_addresses, links)
    own_ties = [
        [tie for tie in ties.get(address, ()) if address in {tie.earlier, tie.later}]
        for address in sorted_addresses
    ]
    kin = tuple(group_kin(sorted_orders, cases, own_ties))
    similar = find_similar(sorted_orders, sorted_addresses, authorities, cited, kin, keep)
    archived = tuple(
        ArchivedOrder(
            address=address,
            order=order,
            links=order_links,
            cited_by=cited_by.get(address, ()),
            case_slugs=tuple(case.slug for case in order_cases),
            judge_slugs=tuple(judge.slug for judge in order_judges),
            authorities=order_cited,
            ties=ties.get(address, ()),
            similar=order_similar,
            other_files=others.get(order.source.sha256, ()),
        )
        for address, order, order_links, order_cases, order_judges, order_cited, order_similar in (
            zip(sorted_addresses, sorted_orders, links, cases, judges, cited, similar, strict=True)
        )
    )
    dockets: dict[str, str] = {}  # a search for each case's docket on a site that may have it
    for one in archived:
        said = one.order.description
        for claim, slug in zip(said.docket_numbers, one.case_slugs, strict=True):
            if slug and slug not in dockets and said.court:
                search = search_for_docket(claim.value.text, said.court.value.court_id)
                dockets |= {slug: search} if search else {}
    return Archive(
        orders=archived,
        groups=group_orders(sorted_orders, cases, judges),
        findings=tuple(sorted((*copies, *namesakes, *doubtful))),
        authorities=authorities,
        judge_joins=list_judge_joins(sorted_orders, judges),
        docket_searches=dockets,
    )
