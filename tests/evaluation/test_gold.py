"""Floors of the descriptions on the gold orders and on the specimens; they only rise."""

from functools import partial
from pathlib import Path

import pytest

from build_scripts.archive.storage.orders_folder import read_loose_file
from tests.made_once import Convert, compute_once
from tests.shared import SHARED, needs_shared
from tools.evaluation.gold import Evaluation, evaluate_gold
from tools.evaluation.gold_labels import read_labels
from tools.evaluation.gold_score import count_verdicts, score_field

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
DEV = SHARED / "gold" / "dev.jsonl"
GOLD_FLOORS = {
    "is_order": 1.00,
    "court": 1.00,
    "division": 1.00,
    "docket_numbers": 0.97,
    "document_number": 1.00,
    "case_name": 0.97,
    "judges": 0.97,
    "roles": 0.96,
    "date": 0.97,
    "date_filed": 1.00,
    "page_count": 1.00,
    "title": 0.97,
    "order_type": 0.97,
    "disposition": 0.97,
    "rulings": 0.95,
    "entries": 0.97,
    "qualifiers": 0.94,
}
SPECIMEN_FLOORS = {
    **dict.fromkeys(GOLD_FLOORS, 0.96),
    "docket_numbers": 0.95,
}


@pytest.fixture(scope="module")
def gold(convert_once: Convert, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    evaluate = partial(evaluate_gold, DEV, SHARED / "corpus", convert_once)
    return compute_once(tmp_path_factory, "gold", evaluate)


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    evaluate = partial(evaluate_gold, HERE / "specimens.jsonl", HERE)
    return compute_once(tmp_path_factory, "labeled specimens", evaluate)


def score(evaluation: Evaluation, field: str) -> float:
    return score_field(field, evaluation.count(field))


@needs_shared
@pytest.mark.parametrize("field", GOLD_FLOORS)
def test_gold_orders(gold: Evaluation, field: str) -> None:
    assert score(gold, field) >= GOLD_FLOORS[field]


@pytest.mark.parametrize("field", SPECIMEN_FLOORS)
def test_specimens(specimens: Evaluation, field: str) -> None:
    assert score(specimens, field) >= SPECIMEN_FLOORS[field]


@needs_shared
def test_every_label_is_compared(gold: Evaluation) -> None:
    assert len(gold.orders) == len({order.label.file for order in gold.orders}) >= 41
    assert not any(order.disputed for order in gold.orders)


@needs_shared
@pytest.mark.parametrize("field", GOLD_FLOORS)
def test_text_orders_have_no_error(gold: Evaluation, field: str) -> None:
    orders = [order for order in gold.orders if order.label.file.endswith(".txt")]
    tally = count_verdicts(field, (order.fields[field] for order in orders))
    assert len(orders) >= 10
    assert (tally.wrong, tally.missing, tally.invented) == (0, 0, 0)


@needs_shared
def test_text_orders_are_read_letter_by_letter(convert_once: Convert) -> None:
    """The evaluation compares docket numbers and judges by folded words."""
    labels = [label for label in read_labels(DEV) if label.file.endswith(".txt")]
    assert len(labels) >= 10
    for label in labels:
        found = convert_once(read_loose_file(SHARED / "corpus" / label.file)).description
        numbers = [claim.value.text for claim in found.docket_numbers]
        assert numbers == label.values["docket_numbers"], label.file
        judges = [claim.value.name or claim.value.initials or "" for claim in found.judges]
        expected = [judge["name"] or judge["initials"] for judge in label.values["judges"]]
        assert sorted(judges) == sorted(expected), label.file
