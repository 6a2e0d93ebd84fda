"""Whoever knows the case, the docket, the report or the title finds the order first."""

import pytest

from build_scripts.search.case_names import list_initials
from tests.search.known_items import list_known_items, measure_known_items
from tests.shared import SHARED
from tests.tables import each_row
from tools import typed_searches

pytestmark = pytest.mark.slow

FIRST, IN_TEN = 0.95, 1.0


def test_specimens(specimens):
    items = list_known_items(specimens.archive)
    assert len(items) >= 150
    first, ten, missed = measure_known_items(specimens.engine, items)
    assert first >= FIRST, missed
    assert ten >= IN_TEN, missed


def test_real_orders(real_orders):
    items = list_known_items(real_orders.archive, 150)
    assert len(items) == 150
    first, ten, missed = measure_known_items(real_orders.engine, items)
    assert first >= FIRST, missed
    assert ten >= 0.98, missed


def test_typed_as_people_type(real_orders):
    published = {archived.order.source.path for archived in real_orders.archive.orders}
    decisions = typed_searches.list_decisions(SHARED / "corpus")
    typed = typed_searches.list_typed(decisions, published, held_out=False)
    assert len(typed) >= 15
    first, _, missed = typed_searches.measure(real_orders.engine, typed)
    assert first >= FIRST, missed


@each_row()
def test_agencies_go_by_their_initials(name: str, initials: list[str]) -> None:
    assert list(list_initials(name)) == initials


def test_a_number_is_found_beside_a_wrong_name(real_orders):
    wanted = next(
        one
        for one in real_orders.archive.orders
        if len(one.order.description.docket_numbers) == 1 and one.order.description.case_name
    )
    number = wanted.order.description.docket_numbers[0].value.text
    answer = real_orders.engine.search(f"nobody v. noone {number}")
    assert wanted.address in {hit.result["address"] for hit in answer.hits}
    assert answer.notes[-1].startswith("No order has this number and the name nobody v. noone")
