"""Whoever knows the case, the docket, the report or the title finds the order first."""

import pytest

from tests.search.known_items import list_known_items, measure_known_items
from tests.shared import SHARED
from tests.tools import typed_searches

pytestmark = pytest.mark.slow

FIRST, IN_TEN = 0.95, 1.0


def test_specimens(specimens):
    items = list_known_items(specimens.archive)
    assert len(items) >= 150
    first, ten, missed = measure_known_items(specimens.index, items)
    assert first >= FIRST, missed
    assert ten >= IN_TEN, missed


def test_real_orders(real_orders):
    items = list_known_items(real_orders.archive, 150)
    assert len(items) == 150
    first, ten, missed = measure_known_items(real_orders.index, items)
    assert first >= FIRST, missed
    assert ten >= 0.98, missed


def test_typed_as_people_type(real_orders):
    published = {archived.order.source.path for archived in real_orders.archive.orders}
    decisions = typed_searches.list_decisions(SHARED / "corpus")
    typed = typed_searches.list_typed(decisions, published, held_out=False)
    assert len(typed) >= 15
    first, _, missed = typed_searches.measure(real_orders.index, typed)
    assert first >= FIRST, missed
