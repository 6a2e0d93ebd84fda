"""A decision that two sources give is in the archive once, by the citations of both."""

import json
from functools import cache

from build_scripts.archive import catalogue_orders
from build_scripts.archive.moved_addresses import trace_addresses
from build_scripts.convert.order import convert_order
from build_scripts.model.archive import Facet, LinkTarget
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.order_page import publish_order
from build_scripts.problems import FindingCode
from build_scripts.site.search_engine import open_archive_search
from tests.tables import each_row

TEXT = (
    "This is an appeal from a judgment of the United States Customs Court. The importer protested the"
    " classification of its lamps, and the collector reliquidated the entries within the year.\n\nThe"
    " statute names no lamps of glass. The judgment is reversed.\n\nReversed."
)
OTHER = (
    "This is an appeal from another judgment. The broker did not pay the duties upon forty barrels of"
    " oil, and the bond was put in suit.\n\nThe judgment is affirmed.\n\nAffirmed."
)


def convert(
    file: str, cite: str, text: str = TEXT, name: str = "Lampwick v. United States", **more: str
) -> Order:
    case = {
        "name_abbreviation": name,
        "decision_date": "1944-05-22",
        "citations": [{"cite": cite}] if cite else [],
        "court": {"name": "United States Court of Customs and Patent Appeals"},
        "casebody": {"opinions": [{"type": "majority", "text": text}]},
        **more,
    }
    return convert_order(RawOrder.from_bytes(file, json.dumps(case).encode()))


@cache
def convert_one() -> Order:
    return convert("a.json", "32 C.C.P.A. 16")


@each_row()
def test_what_is_one_decision(
    cite: str, words: str | None, case: dict[str, str] | None, folded: bool
) -> None:
    text = (words or "{TEXT}").format(TEXT=TEXT, OTHER=OTHER)
    other = convert("b.json", cite, text, **(case or {}))
    archive = catalogue_orders([other, convert_one()])
    told = [one.path for one in archive.findings if one.code is FindingCode.DUPLICATE_ORDER]
    assert told == (["b.json"] if folded else [])
    assert len(archive.orders) == (1 if folded else 2)
    assert sum(len(group.members) for group in archive.groups[Facet.YEAR]) == len(archive.orders)


def test_it_is_found_and_cited_by_both_reports_and_the_page_says_so() -> None:
    other = convert("b.json", "145 F.2d 1001")
    citing = convert(
        "c.json",
        "150 F.2d 7",
        "We follow Lampwick v. United States, 145 F.2d 1001 (C.C.P.A. 1944), and Lampwick v. United"
        " States, 32 C.C.P.A. 16 (1944).\n\nAffirmed.",
        "Ferry v. United States",
    )
    archive = catalogue_orders([other, convert_one(), citing])
    lampwick, ferry = sorted(archive.orders, key=lambda one: one.order.source.path)
    links = [link for link in ferry.links if link]
    assert [link.target for link in links] == [LinkTarget.ARCHIVE] * len(links) != []
    assert {link.url for link in links} == {lampwick.address}
    found = open_archive_search(archive).search("145 F.2d 1001")
    assert lampwick.address in {hit.result["address"] for hit in found.hits}
    index = build_index(archive)
    page = publish_order(index, archive.orders.index(lampwick))
    banners = [banner.words for banner in page.make().head.banners]
    assert "Another file of it, in which it is cited as 145 F.2d 1001, is not shown." in banners


def test_the_address_of_a_folded_file_leads_to_the_decision() -> None:
    other = convert("b.json", "145 F.2d 1001")
    alone = trace_addresses(catalogue_orders([other]), {})
    archive = catalogue_orders([convert_one(), other], published=alone.ledger)
    report = trace_addresses(archive, alone.ledger)
    assert report.lost == ()
    (kept,) = archive.orders
    old = next(iter(alone.ledger))
    assert old == kept.address or [one.leads_to for one in report.former if one.address == old]
