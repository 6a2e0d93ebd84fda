"""The rules of the evaluation: when an answer is right, and what errors cost."""

from typing import Any

import pytest

from tests.tables import each_row, none_if_empty
from tools.evaluation.gold_agreement import is_same_case
from tools.evaluation.gold_labels import Label
from tools.evaluation.gold_last_run import compare_runs
from tools.evaluation.gold_motions import is_same_motion, pair_rulings
from tools.evaluation.gold_rules import (
    Status,
    compare_order,
    fold_docket,
    is_same_judge,
    list_words,
)
from tools.evaluation.gold_score import Tally

GOT: dict[str, Any] = {
    "is_order": True,
    "case_name": "Roe v. Acme Co.",
    "docket_numbers": ["1:20-cv-00012-ABC"],
    "court": "cand",
    "division": None,
    "judges": [{"name": "Jane Q. Roe", "title": None, "initials": "JQR"}],
    "title": "Order",
    "order_type": "order",
    "date": "2020-01-02",
    "date_filed": None,
    "document_number": None,
    "page_count": None,
    "rulings": [],
    "disposition": "none",
}


def compare(field: str, expected: Any, got: Any, **more: Any) -> list[Status]:
    label = Label("a.txt", {field: expected, **more})
    verdicts = compare_order(label, {**GOT, field: got})[field]
    assert verdicts is not None
    return [verdict.status for verdict in verdicts]


@each_row(status=Status)
def test_single_values(expected: str | None, got: str | None, status: Status) -> None:
    assert compare("court", expected, got) == [status]


def test_acceptable_values_count() -> None:
    assert compare("disposition", "granted", "none", acceptable={"disposition": ["none"]}) == [
        Status.RIGHT
    ]


def test_a_field_without_label_is_not_compared() -> None:
    assert compare_order(Label("a.txt", {}), GOT)["court"] is None


@each_row()
def test_names_of_the_same_words(one: str, other: str) -> None:
    assert list_words(one) == list_words(other)


def test_names_of_other_words() -> None:
    assert list_words("Acme Corp.") != list_words("Acme Co.")


def test_docket_numbers_agree_but_for_their_punctuation() -> None:
    assert fold_docket("No. CV 16-05234 TJH (FFMx)") == fold_docket("CV16-5234-TJH-FFM")
    assert fold_docket("5:17-cv-02540-HRL") != fold_docket("17-cv-02540-HRL")


@each_row(one=none_if_empty, other=none_if_empty)
def test_judges(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert is_same_judge(one, other) is same


@each_row()
def test_motions(one: str, other: str, same: bool) -> None:
    assert is_same_motion(one, other) is same


def test_rulings_pair_once_with_the_same_outcome_first() -> None:
    def ruling(motion: str, outcome: str) -> dict[str, Any]:
        return {"motion": motion, "outcome": outcome, "entries": []}

    granted, denied = ruling("motion to seal", "granted"), ruling("motion to seal", "denied")
    pairs = pair_rulings([granted, denied], [denied, granted])
    assert all(one == other for one, other in pairs)
    assert pair_rulings([granted], []) == [(granted, None)]


def test_an_invented_value_costs_two() -> None:
    assert Tally(right=8, invented=1).accuracy == pytest.approx(0.8)
    assert Tally(right=8, missing=2).accuracy == pytest.approx(0.8)
    assert Tally(right=8, missing=1).f1 > Tally(right=8, invented=1).f1


def test_gains_and_losses() -> None:
    before = {"a": {"court": {"wrong": 1}}, "b": {"date": {"missing": 1}}}
    now = {"a": {"title": {"invented": 1}}, "b": {"date": {"invented": 1}}}
    assert compare_runs(before, now) == (["a: court"], ["a: title", "b: date"])


@each_row()
def test_case_names_of_services(one: str, other: str, same: bool) -> None:
    assert is_same_case(one, other) is same
