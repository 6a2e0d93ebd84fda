from build_scripts.archive.links import keep_links_here
from build_scripts.model.archive import (
    Archive,
    ArchivedOrder,
    Authority,
    AuthorityKind,
    Facet,
    Link,
    LinkTarget,
)
from tests.pages.conftest import first_order

OUT = "https://www.courtlistener.com/c/f3d/433/1199/"


def test_only_links_to_pages_of_the_archive_stay() -> None:
    here = Link(LinkTarget.ARCHIVE, "orders/cand/x/y", "#page-2")
    choice = Link(LinkTarget.CHOICE, "", alternatives=("orders/cand/x/y", "orders/cand/x/z"))
    own = Link(LinkTarget.HERE, "", "#fn:1")
    either = Link(LinkTarget.COURTLISTENER, OUT, alternatives=("orders/cand/x/y",))
    links = (
        None,
        here,
        choice,
        own,
        either,
        Link(LinkTarget.COURTLISTENER, OUT),
        Link(LinkTarget.OUTWARD, "https://www.law.cornell.edu/uscode/text/28/1331"),
        Link(LinkTarget.SEARCH, "https://www.courtlistener.com/?q=x"),
    )
    order = ArchivedOrder("orders/cand/x/w", first_order(), links, ())
    authority = Authority(
        AuthorityKind.CASE, "x", ("433 F.3d 1199",), None, None, None, links[5], ()
    )
    archive = Archive((order,), dict.fromkeys(Facet, ()), authorities=(authority,))
    kept = keep_links_here(archive)
    alone = Link(LinkTarget.CHOICE, "", alternatives=("orders/cand/x/y",))
    assert kept.orders[0].links == (None, here, choice, own, alone, None, None, None)
    assert kept.authorities[0].link is None
