"""Whoever knows the case, the docket, the report or the title finds the order first."""

import pytest

from tests.search.known_items import list_known_items, measure_known_items

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
