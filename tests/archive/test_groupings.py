import datetime
from dataclasses import replace
from itertools import permutations

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.description import Claim, DocketNumber, MotionKind, Outcome, Ruling
from tests.archive.conftest import make_order

WITH_OFFICE = DocketNumber("3:22-cv-01985-AB", "3", 2022, "cv", 1985, "AB")
WITHOUT_OFFICE = DocketNumber("22-cv-1985", None, 2022, "cv", 1985)


def labels(archive: Archive, facet: Facet) -> list[tuple[str, str, int]]:
    return [(g.slug, g.label, len(g.members)) for g in archive.groups[facet]]


def test_spellings_of_a_docket_number_are_one_case() -> None:
    archive = catalogue_orders(
        [
            make_order("a", dockets=(WITH_OFFICE,)),
            make_order("b", dockets=(WITHOUT_OFFICE,), title="Second Order"),
        ]
    )
    assert labels(archive, Facet.CASE) == [("cand-3-22-cv-01985", "Quill v. Ostrich", 2)]


def test_a_consolidated_order_stands_in_each_of_its_cases() -> None:
    other = DocketNumber("3:22-cv-02000", "3", 2022, "cv", 2000)
    archive = catalogue_orders([make_order("a", dockets=(WITH_OFFICE, other), case=None)])
    assert labels(archive, Facet.CASE) == [
        ("cand-3-22-cv-01985", "3:22-cv-01985-AB", 1),  # without a name, each by its own number
        ("cand-3-22-cv-02000", "3:22-cv-02000", 1),
    ]
    assert archive.orders[0].case_slugs == ("cand-3-22-cv-01985", "cand-3-22-cv-02000")


def test_what_is_not_stated_can_be_browsed() -> None:
    archive = catalogue_orders([make_order("a", court=None, date=None, case=None)])
    assert labels(archive, Facet.CASE) == []
    assert labels(archive, Facet.COURT) == [("unknown-court", "Court not identified", 1)]
    assert labels(archive, Facet.JUDGE) == [("not-stated", "Judge not identified", 1)]
    assert labels(archive, Facet.YEAR) == [("undated", "Date not identified", 1)]
    assert labels(archive, Facet.DISPOSITION) == [("not-stated", "Disposition not identified", 1)]


def test_years_and_dispositions() -> None:
    archive = catalogue_orders(
        [
            make_order("a", disposition=Outcome.GRANTED_IN_PART),
            make_order("b", disposition=Outcome.NONE, date=datetime.date(2030, 1, 1)),
        ]
    )
    assert labels(archive, Facet.YEAR) == [("2030", "2030", 1), ("2031", "2031", 1)]
    assert labels(archive, Facet.DISPOSITION) == [
        ("granted-in-part", "Granted in part", 1),
        ("procedural", "No ruling on a motion", 1),
    ]


def test_the_archive_does_not_depend_on_the_order_of_its_orders() -> None:
    orders = [
        make_order("a", dockets=(WITH_OFFICE,)),
        make_order("b", dockets=(WITHOUT_OFFICE,)),
        make_order("c", court="ca9", dockets=(DocketNumber("96-7169", year=1996, serial=7169),)),
        make_order("d", dockets=(WITH_OFFICE,), case="Quill, Inc. v. Ostrich"),
    ]
    first, *others = (catalogue_orders(order) for order in permutations(orders))
    assert all(archive == first for archive in others)


def test_an_order_stands_once_under_each_kind_of_motion_it_rules_on() -> None:
    def rule(kind: MotionKind) -> Claim[Ruling]:
        return Claim(Ruling("Motion", Outcome.DENIED, (), (), kind), None, "by hand")

    order = make_order("a")
    kinds = (MotionKind.SEAL, MotionKind.SEAL, MotionKind.DISMISS)
    description = replace(order.description, rulings=tuple(map(rule, kinds)))
    archive = catalogue_orders(
        [replace(order, description=description), make_order("b", title="B")]
    )
    assert labels(archive, Facet.MOTION) == [("dismiss", "Dismiss", 1), ("seal", "Seal", 1)]


def test_a_paper_that_is_no_order_has_a_page_and_stands_in_no_list() -> None:
    order = make_order("a")
    no_order = replace(order.description, is_order=Claim(False, None, "titled as a motion"))
    archive = catalogue_orders([replace(order, description=no_order)])
    assert len(archive.orders) == 1
    assert [archive.groups[facet] for facet in Facet] == [()] * len(Facet)
