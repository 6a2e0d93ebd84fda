"""Floors of citations on the gold orders, and of antecedents on our own; they only rise."""

import json
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import convert_order
from build_scripts.model.citation import CitationKind
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from tests.made_once import Convert, compute_once
from tests.shared import SHARED, needs_shared
from tools.evaluation.citations import Citations, read_lines
from tools.evaluation.citations_antecedents import Answer, compare_antecedents, score_antecedents
from tools.evaluation.citations_links import compare_with_service, list_links_of_service
from tools.evaluation.citations_report import evaluate_citations

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
MENTIONS = HERE / "antecedents.jsonl"
RECALL = {"citations": 0.99, "statutes": 0.98, "rules": 0.98, "regulations": 0.95}
PRECISION = {"citations": 0.995, "statutes": 0.98, "rules": 0.98, "regulations": 0.98}

FURTHER = {
    ("194719.json", "194654.json"),
    ("194758.json", "194685.json"),
    ("195120.json", "195094.json"),  # consolidated appeals, named by the first of nine numbers
    ("195484.json", "195475.json"),
}
"""Links by the other order's docket number, which the service does not follow."""

Measured = tuple[Citations, list[Answer]]


@pytest.fixture(scope="module")
def gold(convert_once: Convert, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    evaluate = partial(evaluate_citations, SHARED / "gold", SHARED / "corpus", convert_once)
    return compute_once(tmp_path_factory, "citations", evaluate)


@needs_shared
@pytest.mark.parametrize("kind", RECALL)
def test_citations_of_each_kind(gold: Measured, kind: str) -> None:
    tally = gold[0].sets[kind]
    assert tally.labelled > 0
    assert tally.recall >= RECALL[kind]
    assert tally.precision >= PRECISION[kind]


@needs_shared
def test_record_citations(gold: Measured) -> None:
    assert gold[0].record_error <= 0.05
    assert gold[0].entries.recall >= 0.98
    assert gold[0].entries.precision >= 0.98


@needs_shared
def test_antecedents(gold: Measured) -> None:
    assert score_antecedents(gold[1]) >= 0.97


@needs_shared
def test_links_between_opinions_are_those_that_the_service_knows(convert_once: Convert) -> None:
    """Opinions that cite each other, among a third of the others."""
    folder = SHARED / "corpus" / "courtlistener-json"
    known = list_links_of_service(folder)
    linked = set(chain(*known, *FURTHER))
    others = {path.name for path in folder.glob("*.json")} - linked
    files = sorted(linked.union(sorted(others)[::3]))
    assert len(files) >= 60
    orders = [
        convert_once(RawOrder.from_bytes(name, (folder / name).read_bytes())) for name in files
    ]
    links = compare_with_service(folder, orders)
    assert len(links.found) >= 9
    assert links.missed == links.choices == []
    assert set(links.further) <= {" → ".join(pair) for pair in FURTHER}


@pytest.fixture(scope="module")
def own() -> list[Answer]:
    labels = read_lines(MENTIONS)
    orders: dict[str, Order] = {
        file: convert_order(read_loose_file(HERE / file))
        for file in {each["file"] for each in labels}
    }
    return compare_antecedents(labels, orders)


def test_antecedents_of_our_own_specimens(own: list[Answer]) -> None:
    assert len(own) >= 50
    assert score_antecedents(own) >= 0.95, [
        (answer.label["mention"], answer.label["antecedent"], answer.got)
        for answer in own
        if answer.verdict != "right"
    ]


def test_kinds_of_labels_are_known() -> None:
    kinds = {json.loads(line)["kind"] for line in MENTIONS.read_text(encoding="utf-8").splitlines()}
    assert kinds <= {*(kind.value for kind in CitationKind), "bare"}
