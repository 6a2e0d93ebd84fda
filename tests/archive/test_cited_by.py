"""Which orders here cite an order, and at which of their citations."""

from build_scripts.archive.links import find_citing_orders
from build_scripts.model.archive import CitedBy, Link, LinkTarget, Mention
from build_scripts.model.citation import CitationKind
from tests.archive.conftest import make_citation, make_order

K = CitationKind
A, B, C = "orders/a", "orders/b", "orders/c"


def to(address: str) -> Link:
    return Link(LinkTarget.ARCHIVE, address)


def test_each_mention_counts_and_a_parallel_counts_with_the_one_beside_it() -> None:
    citations = (
        make_citation(K.CASE, "700 F.4th 12"),
        make_citation(K.CASE, "104 S. Ct. 1482", authority="700 F.4th 12"),
        make_citation(K.ID, "Id.", antecedent="700 F.4th 12"),
        make_citation(K.RULE, "Fed. R. Civ. P. 12"),
        make_citation(K.RECORD, "Dkt. No. 3"),
    )
    orders = [make_order(name, citations=citations) for name in ("a", "b", "c")]
    outward = Link(LinkTarget.OUTWARD, "https://example.org/")
    choice = Link(LinkTarget.CHOICE, "", alternatives=(A, C))
    links = (
        (to(A), to(A), to(A), outward, None),  # of itself
        (to(A), to(A), to(A), outward, choice),
        (to(B), to(B), to(B), None, to(A)),
    )
    assert find_citing_orders(orders, (A, B, C), links) == {
        A: (CitedBy(B, (Mention(1, 0), Mention(1, 2))), CitedBy(C, (Mention(2, 4),))),
        B: (CitedBy(C, (Mention(2, 0), Mention(2, 2))),),
    }
