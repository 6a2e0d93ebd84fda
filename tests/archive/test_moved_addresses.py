"""Addresses over several builds: each build has the ledger that the one before it left."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.moved_addresses import (
    AddressReport,
    accept_removal,
    read_address,
    trace_addresses,
)
from build_scripts.model.address_ledger import AddressLedger, AddressStatus
from build_scripts.model.description import DocketNumber
from build_scripts.model.order import Order
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import FindingCode
from tests.archive.conftest import make_order
from tests.tables import each_row


def build(
    orders: Iterable[Order], ledger: AddressLedger | None = None, **more: Iterable[object]
) -> tuple[dict[str, str], AddressReport]:
    """Each order's address by its path, and where the other addresses lead."""
    archive = catalogue_orders(orders, published=ledger or {})
    report = trace_addresses(archive, ledger or {}, **more)  # type: ignore[arg-type]
    return {one.order.source.path: one.address for one in archive.orders}, report


def number(serial: int) -> tuple[DocketNumber, ...]:
    return (DocketNumber(f"3:31-cv-{serial:05}", "3", 2031, "cv", serial),)


def address(serial: int, name: str = "order") -> str:
    return f"orders/cand/3-31-cv-{serial:05}/2031-03-04-{name}"


def leads(report: AddressReport) -> dict[str, str]:
    """Of orders' addresses."""
    return {a: to for a, to in page_leads(report).items() if a.startswith("orders/")}


def page_leads(report: AddressReport) -> dict[str, str]:
    """Of all addresses."""
    return {one.address: one.leads_to for one in report.former}


def test_a_corrected_docket_number_leaves_a_way_and_a_chain_is_short() -> None:
    _, first = build([make_order("a", dockets=number(1))])
    assert leads(first) == {}
    _, second = build([make_order("a", dockets=number(2))], first.ledger)
    assert leads(second) == {address(1): address(2)}
    assert second.ledger[address(1)].status is AddressStatus.MOVED
    _, third = build([make_order("a", dockets=number(3))], second.ledger)
    assert leads(third) == {address(1): address(3), address(2): address(3)}
    assert third.ledger[address(1)].leads_to == address(3)
    _, back = build([make_order("a", dockets=number(1))], third.ledger)
    assert leads(back) == {address(2): address(1), address(3): address(1)}
    assert third.lost == back.lost == ()


def test_a_second_build_changes_nothing() -> None:
    orders = [make_order(name, dockets=number(1)) for name in "abc"]
    _, first = build(orders)
    _, second = build(reversed(orders), first.ledger)
    assert second.ledger == first.ledger


def test_orders_can_swap_addresses() -> None:
    _, first = build([make_order("a", dockets=number(1)), make_order("b", dockets=number(2))])
    there, swapped = build(
        [make_order("a", dockets=number(2)), make_order("b", dockets=number(1))], first.ledger
    )
    assert there == {"a.txt": address(2), "b.txt": address(1)}
    assert leads(swapped) == {}
    assert swapped.ledger[address(1)].file == "b.txt"
    _, later = build(
        [make_order("a", dockets=number(2)), make_order("b", dockets=number(3))], swapped.ledger
    )
    assert leads(later) == {address(1): address(3)}  # to the one that had it last


def test_an_address_that_another_order_takes_is_that_orders() -> None:
    _, first = build([make_order("a", dockets=number(1))])
    moved = make_order("a", dockets=number(2))
    _, second = build([moved], first.ledger)
    there, third = build([moved, make_order("b", dockets=number(1))], second.ledger)
    assert there["b.txt"] == address(1)
    assert leads(third) == {}


def test_replaced_bytes_are_known_by_their_path_and_a_renamed_file_by_its_bytes() -> None:
    one = make_order("a", dockets=number(1))
    _, first = build([one])
    better = replace(
        make_order("b", dockets=number(2)), source=replace(one.source, sha256="b" * 64)
    )
    _, second = build([better], first.ledger)
    assert leads(second) == {address(1): address(2)}
    renamed = replace(make_order("b", dockets=number(3)), source=replace(better.source, path="z"))
    _, third = build([renamed], second.ledger)
    assert leads(third) == {address(1): address(3), address(2): address(3)}


def test_a_file_that_takes_the_name_of_another_is_not_taken_for_it() -> None:
    """Order b is renamed to what a, which is gone, was called: its bytes are known."""
    a, b = make_order("a", dockets=number(1)), make_order("b", dockets=number(2))
    _, first = build([a, b])
    renamed = replace(b, source=replace(b.source, path=a.source.path))
    _, second = build([renamed], first.ledger)
    assert leads(second) == {address(1): ""}
    assert len(second.lost) == 1


def test_a_namesake_that_comes_or_goes_moves_nobody() -> None:
    twelfth = make_order("b", dockets=number(1), document="12")
    there, first = build([twelfth])
    assert there == {"b.txt": address(1)}
    tenth = make_order("a", dockets=number(1), document="10")
    there, second = build([tenth, twelfth], first.ledger)
    assert there == {"b.txt": address(1), "a.txt": address(1, "order-10")}
    assert leads(second) == {}
    there, third = build([tenth], second.ledger)
    assert there == {"a.txt": address(1, "order-10")}
    assert leads(third) == {address(1): ""}  # not the other order in its stead


def test_a_kept_address_is_no_other_orders_wish() -> None:
    """A new order is titled as an old one is told from its namesake."""
    pair = [make_order(n, dockets=number(1), document=n) for n in ("9", "12")]
    _, first = build(pair)
    there, _ = build([*pair, make_order("c", dockets=number(1), title="Order 12")], first.ledger)
    assert there["12.txt"] == address(1, "order-12")
    assert len(set(there.values())) == 3


def test_a_lost_order_is_found_until_its_owner_says_so() -> None:
    _, first = build([make_order("a", dockets=number(1))])
    _, second = build([make_order("a", dockets=number(2))], first.ledger)
    _, third = build([], second.ledger)
    assert leads(third) == {address(1): "", address(2): ""}
    assert [one.code for one in third.lost] == [FindingCode.LOST_ADDRESS] * 2
    assert third.lost[0].path == "a.txt"
    assert f"--accept-removal {address(1)}" in third.lost[0].mend
    assert third.ledger == second.ledger  # a build that lost an order forgets nothing of it

    accepted = accept_removal(third.ledger, [address(2)])  # its earlier address goes with it
    _, fourth = build([], accepted)
    assert (leads(fourth), fourth.lost) == ({address(1): "", address(2): ""}, ())
    _, back = build([make_order("a", dockets=number(2))], accepted)
    assert leads(back) == {address(1): address(2)}
    other = make_order("other", dockets=number(7))
    other = replace(other, source=replace(other.source, path="a.txt"))
    _, taken = build([other], accepted)
    assert leads(taken) == {address(1): "", address(2): ""}  # a file of that name is another order
    with pytest.raises(KeyError):
        accept_removal(accepted, [address(9)])


def test_another_order_can_take_the_place_of_a_removed_one() -> None:
    kept = make_order("b", dockets=number(2))
    _, first = build([make_order("a", dockets=number(1)), kept])
    accepted = accept_removal(first.ledger, [address(1)], instead=address(2))
    _, second = build([kept], accepted)
    assert leads(second) == {address(1): address(2)}
    _, third = build([make_order("b", dockets=number(3))], second.ledger)
    assert leads(third) == {address(1): address(3), address(2): address(3)}
    _, gone = build([], third.ledger)
    assert [one.message.split()[0] for one in gone.lost] == [
        address(1),
        address(2),
        address(3),
    ]


def test_a_circle_of_removed_orders_ends() -> None:
    _, first = build([make_order("a", dockets=number(1)), make_order("b", dockets=number(2))])
    one = accept_removal(first.ledger, [address(1)], instead=address(2))
    both = accept_removal(one, [address(2)], instead=address(1))
    _, report = build([], both)
    assert leads(report) == {address(1): "", address(2): ""}
    assert len(report.lost) == 2


def told(report: AddressReport) -> dict[str, WithheldOrder | None]:
    """What is withheld at the former addresses of orders; pages of groups only go."""
    assert not any(one.withheld for one in report.former if not one.address.startswith("orders/"))
    return {one.address: one.withheld for one in report.former if "orders/" in one.address}


def test_a_withheld_order_is_told_and_not_lost() -> None:
    """Known by its path or by its bytes; at each of its addresses."""
    order = make_order("a", dockets=number(1))
    _, first = build([order])
    _, moved = build([make_order("a", dockets=number(2))], first.ledger)
    by_path = WithheldOrder(order.source.path, frozenset())
    by_bytes = WithheldOrder("elsewhere.txt", frozenset({order.source.sha256}))
    for withheld in (by_path, by_bytes):
        _, after = build([], moved.ledger, withheld=(withheld,))
        assert told(after) == {address(1): withheld, address(2): withheld}
        assert (after.lost, after.ledger) == ((), moved.ledger)


def test_a_withheld_archive_tells_of_each_order_that_it_held() -> None:
    _, first = build([make_order("bundle.zip/inner/a", dockets=number(1))])
    withheld = WithheldOrder("bundle.zip", frozenset())
    _, after = build([], first.ledger, withheld=(withheld,))
    assert list(told(after).values()) == [withheld]


def test_an_order_withheld_from_its_first_day_has_no_page() -> None:
    _, report = build([make_order("b")], withheld=(WithheldOrder("a.txt", frozenset({"0" * 64})),))
    assert report.former == ()


def test_the_owners_last_word_outlives_the_withholding() -> None:
    order = make_order("a", dockets=number(1))
    _, first = build([order])
    ledger = accept_removal(first.ledger, [address(1)])
    _, after = build([], ledger, withheld=(WithheldOrder(order.source.path, frozenset()),))
    assert set(told(after).values()) == {None}


def test_a_file_that_fails_is_lost_but_not_to_be_put_back() -> None:
    _, first = build([make_order("a", dockets=number(1))])
    _, second = build([], first.ledger, failed={"a.txt"})
    assert "can't be published" in second.lost[0].message
    assert "accept-removal" not in second.lost[0].advice


@each_row()
def test_an_address_can_be_copied_from_a_browser(text: str) -> None:
    assert read_address(text) == address(1)


ORDERS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4))
"""Which orders are there, and the docket number that each has for the time being."""


@given(st.lists(ORDERS, min_size=1, max_size=6))
def test_whatever_happens_every_address_of_the_past_is_accounted_for(
    builds: list[dict[str, int]],
) -> None:
    ledger: AddressLedger = {}
    published: set[str] = set()
    for present in builds:
        orders = [
            make_order(name, dockets=number(serial), date=datetime.date(2031, 3, 4))
            for name, serial in present.items()
        ]
        there, report = build(orders, ledger)
        live = set(there.values())
        assert len(live) == len(orders)
        published |= live
        assert {known for known in report.ledger if known.startswith("orders/")} == published
        assert set(leads(report)) == published - live
        assert set(leads(report).values()) <= live | {""}
        assert {one.message.split()[0] for one in report.lost} == {
            old for old, to in leads(report).items() if not to
        }
        again, second = build(orders, report.ledger)
        assert (again, second.ledger) == (there, report.ledger)  # a build settles at once
        ledger = report.ledger
