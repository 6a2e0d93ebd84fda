"""Floors on orders of 96 courts as other tools gave them: what was won on them stays won.

Their first sights stand in `first_sight.csv`; their errors were read afterwards, so that these
figures are no measure of orders that nobody has seen.
"""

from collections.abc import Mapping

import pytest

from tests.made_once import compute_once
from tests.shared import SHARED, needs_shared
from tools.evaluation.batches import look, read_batches
from tools.evaluation.first_sight import summarise

pytestmark = [needs_shared, pytest.mark.slow]
GOLD = SHARED / "gold" / "second.jsonl"
FLOORS = {
    "case_name": 0.87,
    "docket_numbers": 0.97,
    "court": 0.99,
    "judges": 0.94,
    "date": 0.98,
    "title": 0.85,
    "order_type": 0.94,
    "disposition": 0.93,
    "outcomes recall": 0.81,
    "outcomes precision": 0.89,
    "entries recall": 0.71,
    "entries precision": 0.97,
    "sentences": 0.96,
    "furniture": 0.94,
    "orders": 0.99,
    "non_orders": 0.92,
    "published": 0.99,
}
MOST_WRONG = 0.025  # of an order's eight facts


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, float]:
    return compute_once(tmp_path_factory, "new courts", measure)


def measure() -> dict[str, float]:
    sights = look(read_batches(GOLD, range(6, 9)), SHARED / "corpus", jobs=1)
    return {field: figure for field, figure, *_ in summarise(sights)}


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_is_right_as_often_as_it_was(figures: Mapping[str, float], field: str) -> None:
    assert figures[field] >= FLOORS[field]


def test_few_facts_are_wrong_rather_than_empty(figures: Mapping[str, float]) -> None:
    assert figures["wrong facts"] <= MOST_WRONG
