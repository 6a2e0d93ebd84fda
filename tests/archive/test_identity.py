import datetime

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.description import DocketNumber
from build_scripts.model.order import Order
from build_scripts.problems import FindingCode
from tests.archive.conftest import make_order

DOCKET = DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC")


def test_the_parts_of_an_address() -> None:
    archive = catalogue_orders([make_order("a", dockets=(DOCKET,), title="Order Denying Motion")])
    assert archive.orders[0].address == (
        "orders/cand/5-31-cv-01234/2031-03-04-order-denying-motion"
    )


def test_unknown_parts_have_stand_ins() -> None:
    archive = catalogue_orders([make_order("a", court=None, date=None, title=None)])
    assert archive.orders[0].address == "orders/unknown-court/no-docket/undated-order"


def test_a_reassigned_judge_does_not_move_the_case() -> None:
    later = DocketNumber("5:31-cv-01234-XYZ", "5", 2031, "cv", 1234, "XYZ")
    archive = catalogue_orders(
        [
            make_order("a", dockets=(DOCKET,)),
            make_order("b", dockets=(later,), date=datetime.date(2032, 1, 1)),
        ]
    )
    assert len({one.address.rsplit("/", 1)[0] for one in archive.orders}) == 1


def test_namesakes_get_their_document_number_and_the_first_stays() -> None:
    orders = [make_order(n, dockets=(DOCKET,), document=n) for n in ("12", "9", "10")]
    archive = catalogue_orders(orders)
    base = "orders/cand/5-31-cv-01234/2031-03-04-order"
    addresses = {one.order.source.path: one.address for one in archive.orders}
    assert addresses == {"9.txt": base, "10.txt": f"{base}-10", "12.txt": f"{base}-12"}
    assert archive.findings == ()


def test_namesakes_without_a_difference_are_reported() -> None:
    archive = catalogue_orders([make_order(n, dockets=(DOCKET,)) for n in ("b", "a")])
    assert [finding.code for finding in archive.findings] == [FindingCode.SAME_ADDRESS]
    assert [one.address[-9:] for one in archive.orders] == ["-04-order", "-62000000"]


def test_the_same_bytes_have_one_page() -> None:
    first = make_order("a", dockets=(DOCKET,))
    copy = Order(
        type(first.source)("copy.txt", first.source.format, first.source.sha256),
        first.clean, first.description, (),
    )  # fmt: skip
    archive = catalogue_orders([copy, first])
    assert [one.order.source.path for one in archive.orders] == ["a.txt"]
    (finding,) = archive.findings
    assert (finding.path, finding.code) == ("copy.txt", FindingCode.DUPLICATE_ORDER)
    assert "a.txt" in finding.message
