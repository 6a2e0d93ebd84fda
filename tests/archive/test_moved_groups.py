"""Pages of cases, judges and courts over several builds: known by the orders that they listed."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.moved_addresses import AddressReport, accept_removal, read_address
from build_scripts.model.address_ledger import AddressLedger, AddressStatus, KnownAddress
from build_scripts.model.description import Judge
from build_scripts.model.order import Order
from build_scripts.model.withholding import WithheldOrder
from tests.archive.conftest import make_order
from tests.archive.test_moved_addresses import build, number, page_leads


def case(serial: int) -> str:
    return f"cases/cand-3-31-cv-{serial:05}"


def judges(*names: str) -> tuple[Judge, ...]:
    return tuple(Judge(name, None, None) for name in names)


def pair(serial: int) -> list[Order]:
    """Two orders of one case: as many as a case has a page for."""
    return [make_order(name, dockets=number(serial), title=name) for name in "ab"]


def test_a_corrected_docket_number_moves_the_cases_page() -> None:
    _, first = build(pair(1))
    assert page_leads(first) == {}
    assert {line.listed_on for line in first.ledger.values()} == {(case(1), "courts/cand")}
    _, second = build(pair(2), first.ledger)
    assert page_leads(second)[case(1)] == case(2)
    known = KnownAddress(case(1), AddressStatus.MOVED, case(2), "", "")
    assert second.ledger[case(1)] == known
    _, third = build(pair(3), second.ledger)
    assert page_leads(third)[case(1)] == page_leads(third)[case(2)] == case(3)
    assert third.ledger[case(1)].leads_to == case(3)
    _, back = build(pair(1), third.ledger)
    assert case(1) not in page_leads(back)
    assert page_leads(back)[case(3)] == case(1)
    assert first.lost == second.lost == third.lost == back.lost == ()


def test_a_page_follows_most_of_its_orders() -> None:
    def orders(*serials: int) -> list[Order]:
        return [
            make_order(name, dockets=number(serial), title=name)
            for name, serial in zip("abcde", serials, strict=True)
        ]

    _, first = build(orders(1, 1, 1, 1, 1))
    _, stays = build(orders(1, 1, 2, 2, 2), first.ledger)
    assert case(1) not in page_leads(stays)  # two orders are left
    _, second = build(orders(2, 2, 3, 3, 3), first.ledger)
    assert page_leads(second)[case(1)] == case(3)


def test_a_case_of_one_order_is_at_that_order() -> None:
    """It has no page, and leads on from where one was; a second order gives it the page again."""
    one, other = pair(1)
    there, alone = build([one])
    assert page_leads(alone) == {}
    (line,) = alone.ledger.values()
    assert line.listed_on == ("courts/cand",)
    old = {
        a: replace(line, listed_on=(case(1), *line.listed_on)) for a, line in alone.ledger.items()
    }
    _, second = build([one], old)
    assert page_leads(second) == {case(1): there["a.txt"]}
    assert second.ledger[case(1)].leads_to == there["a.txt"]
    _, both = build([one, other], second.ledger)
    assert page_leads(both) == {}
    assert case(1) not in both.ledger
    _, left = build(
        [one], accept_removal(both.ledger, [a for a in both.ledger if a.endswith("-b")])
    )
    assert page_leads(left)[case(1)] == there["a.txt"]
    _, corrected = build([make_order("a", dockets=number(2), title="a")], left.ledger)
    assert page_leads(corrected)[case(1)] == next(iter(_addresses(corrected)))


def _addresses(report: AddressReport) -> list[str]:
    return [a for a, line in report.ledger.items() if line.status is AddressStatus.PUBLISHED]


def test_a_judge_whose_name_is_corrected() -> None:
    def orders(name: str) -> list[Order]:
        return [make_order(each, judges=judges(name), title=each) for each in "ab"]

    _, first = build(orders("Amelia B. Cartwrigth"))
    _, second = build(orders("Amelia B. Cartwright"), first.ledger)
    assert page_leads(second) == {"judges/amelia-b-cartwrigth": "judges/amelia-b-cartwright"}
    assert second.lost == ()


def test_a_judge_of_a_panel_is_not_taken_for_the_others() -> None:
    """Each of the three pages lists the same orders; the name that is new is the corrected one."""
    others = ("Dolores E. Finch", "Aaron Abel")

    def orders(name: str, title: str) -> list[Order]:
        panel = judges(name, *others)
        return [
            make_order(each, judges=panel, court="ca9", title=f"{title} {each}") for each in "ab"
        ]

    _, first = build(orders("Zoe Cartwrigth", "Order"))
    mended = orders("Zoe Cartwright", "Opinion")
    _, second = build(mended, first.ledger)
    assert page_leads(second)["judges/zoe-cartwrigth"] == "judges/zoe-cartwright"
    _, third = build(mended, second.ledger)
    assert page_leads(third) == page_leads(second)
    assert third.ledger == second.ledger


def test_a_judge_who_was_none_leads_to_the_orders() -> None:
    def orders(serial: int, **said: Any) -> list[Order]:
        return [make_order(each, dockets=number(serial), title=each, **said) for each in "ab"]

    _, first = build(orders(1, judges=judges("So Ordered")))
    there, second = build(orders(1), first.ledger)
    assert page_leads(second)["judges/so-ordered"] in there.values()
    there, third = build(orders(2), second.ledger)
    assert page_leads(third)["judges/so-ordered"] in there.values()  # on as the orders move


def test_what_no_order_says_is_no_page_that_could_move() -> None:
    orders = [make_order(name, court=None, title=name) for name in "ab"]
    _, first = build(orders)
    pages = {line.listed_on for line in first.ledger.values()}
    assert pages == {("cases/unknown-court-quill-v-ostrich",)}


def test_a_page_goes_with_its_orders_and_comes_back() -> None:
    orders = pair(1)
    _, first = build(orders)
    kept = [WithheldOrder(order.source.path, frozenset()) for order in orders]
    _, withheld = build([], first.ledger, withheld=kept)
    assert page_leads(withheld)[case(1)] == ""
    assert withheld.lost == ()
    _, lost = build([], first.ledger)
    assert [one.message.split()[0] for one in lost.lost] == list(first.ledger)  # the orders' lines
    removed = accept_removal(lost.ledger, list(first.ledger))
    _, gone = build([], removed)
    assert (page_leads(gone)[case(1)], gone.lost) == ("", ())
    _, back = build(pair(2), removed)
    assert page_leads(back)[case(1)] == case(2)


def test_an_earlier_page_goes_with_its_orders_too() -> None:
    _, first = build([make_order("a", judges=judges("Amelia Cartwrigth"))])
    _, second = build([make_order("a", judges=judges("Amelia Cartwright"))], first.ledger)
    removed = accept_removal(
        second.ledger, [one for one in second.ledger if one.startswith("orders/")]
    )
    _, gone = build([], removed)
    assert set(page_leads(gone).values()) == {""}
    assert gone.lost == ()


def test_a_page_that_leads_nowhere_fails_until_its_owner_says_so() -> None:
    order = make_order("a", dockets=number(1))
    _, first = build([order])
    dead = KnownAddress(case(7), AddressStatus.MOVED, case(8), "", "")
    _, second = build([order], {**first.ledger, case(7): dead})
    (finding,) = second.lost
    assert finding.path == case(7)
    assert f"--accept-removal {case(7)}" in finding.mend
    accepted = accept_removal(second.ledger, [case(7)])
    assert [a for a, line in accepted.items() if line.status is AddressStatus.REMOVED] == [case(7)]
    _, third = build([order], accepted)
    assert (page_leads(third), third.lost) == ({case(7): ""}, ())
    instead = accept_removal(second.ledger, [case(7)], case(1))
    there, fourth = build([order], instead)
    assert page_leads(fourth) == dict.fromkeys((case(1), case(7)), there["a.txt"])
    _, fifth = build(pair(1), instead)
    assert page_leads(fifth)[case(7)] == case(1)


def test_a_ledger_of_the_time_before_pages_learns_them() -> None:
    order = make_order("a", dockets=number(1))
    _, first = build([order])
    old = {address: replace(line, listed_on=()) for address, line in first.ledger.items()}
    _, second = build([order], old)
    assert second.ledger == first.ledger
    assert second.lost == ()


def test_a_pages_address_can_be_copied_from_a_browser() -> None:
    assert read_address(f"https://example.org/archive/{case(1)}/feed.xml") == case(1)


PRESENT = st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(1, 3), st.integers(0, 3)))
"""Which orders are there, and the docket number and judge that each has for the time being."""


@given(st.lists(PRESENT, min_size=1, max_size=6))
def test_whatever_happens_every_page_of_the_past_is_accounted_for(
    builds: list[dict[str, tuple[int, int]]],
) -> None:
    """A page of the past stands, leads to what stands, or listed only orders that are gone."""
    names = ("", "Amelia Cartwright", "Dolores Finch", "Aaron Abel")
    ledger: AddressLedger = {}
    published: set[str] = set()
    for present in builds:
        orders = [
            make_order(
                name,
                dockets=number(serial),
                judges=judges(names[judge]) if judge else (),
                title=name,
            )
            for name, (serial, judge) in present.items()
        ]
        there, report = build(orders, ledger)
        lines = [report.ledger[address] for address in there.values()]
        live = {page for line in lines for page in line.listed_on}
        published |= live
        former = {a: to for a, to in page_leads(report).items() if not a.startswith("orders/")}
        assert set(former) == published - live
        assert set(former.values()) <= live | set(there.values()) | {""}
        assert all(one.message.split()[0].startswith("orders/") for one in report.lost)
        again, second = build(orders, report.ledger)
        assert (again, second.ledger) == (there, report.ledger)
        ledger = report.ledger
