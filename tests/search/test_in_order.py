"""A search within one order: by its address, with the hits of each page."""

import pytest

from tests.tables import each_row

WREN = "3-23-cv-01234/2025-02-11-order-granting"


@pytest.fixture(scope="module")
def address(specimens):
    results = specimens.engine.load_results(range(specimens.engine.orders))
    return next(one["address"] for one in results if WREN in one["address"])


@pytest.mark.parametrize(
    "written", ["in:{}", "in:{}/", "IN:{}#p-3", "in:https://example.org/archive/{}/#p-3"]
)
def test_one_order_is_searched_and_its_hits_are_counted_by_page(specimens, address, written):
    answer = specimens.engine.search(f"dismiss {written.format(address)}")
    (hit,) = answer.hits
    assert hit.result["address"] == address
    assert hit.pages == (("1", 3), ("2", 1), ("3", 3))
    assert answer.read_as.startswith("dismiss and in Larkspur Robotics, Inc. v. Wren, Order")
    assert len(hit.excerpts) > 3


def test_the_hits_are_those_of_the_text(specimens, address):
    (hit,) = specimens.engine.search(f'"leave to amend" in:{address}').hits
    (record,) = (one for one in specimens.records if one.address == address)
    words = " ".join(record.text.lower().split())
    assert sum(hits for _, hits in hit.pages) == words.count("leave to amend")


@each_row()
def test_other_orders_are_not_found(specimens, address, typed, found):
    ranks = specimens.engine.find(typed.format(address))
    whole = specimens.engine.find("dismiss")
    assert len(ranks) == (len(whole) - 1 if found is None else found)


def test_this_order_is_none_outside_of_an_orders_page(specimens):
    answer = specimens.engine.search("dismiss in:this")
    assert answer.total == specimens.engine.search("dismiss").total
    assert answer.notes[-1].startswith("in:this is for the search on an order's page")


@pytest.mark.parametrize("typed", ["in: the dismiss", "in:error dismiss", "in:orders dismiss"])
def test_other_words_with_a_colon_stay_words(specimens, typed):
    assert " and in " not in specimens.engine.search(typed).read_as
