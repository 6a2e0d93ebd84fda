"""Orders that nobody tuned for: when a value counts as right, and how figures are kept."""

import csv
from pathlib import Path
from typing import Any

import pytest

from build_scripts.convert.order import describe_source
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from tests.tables import each_row
from tools.evaluation import first_sight
from tools.evaluation.batches import Sight, compare, compare_value
from tools.evaluation.described import Described
from tools.evaluation.first_sight import summarise
from tools.evaluation.gold_labels import Label

ROE = {"name": "Jane Roe", "title": "Judge"}


def label(**values: Any) -> Label:
    return Label("a.txt", {"batch": 1, "is_order": True, **values})


@pytest.mark.parametrize(
    ("field", "values", "answer", "status"),
    [
        ("court", {"court": "cand"}, "cand", "right"),
        ("court", {"court": "cand"}, None, "missing"),
        ("court", {"court": "cand"}, "casd", "wrong"),
        ("title", {"title": None}, "Order", "invented"),
        ("title", {"title": "ORDER", "acceptable": {"title": [None]}}, None, "right"),
        # Words count, not their dress.
        ("case_name", {"case_name": "Roe v. Acme Company"}, "ROE v. Acme Co.", "right"),
        # One of two is not right.
        ("docket_numbers", {"docket_numbers": ["12-1", "12-2"]}, ["12-1"], "missing"),
        ("docket_numbers", {"docket_numbers": ["12-1"]}, ["12-1", "13-4"], "wrong"),
        (
            "docket_numbers",
            {"docket_numbers": ["5:17-cv-2"], "docket_alternates": ["17-2"]},
            ["17-2"],
            "right",
        ),
        ("judges", {"judges": [ROE]}, [{"name": "Roe", "initials": None}], "right"),
        ("judges", {"judges": [ROE], "acceptable": {"judges": [[]]}}, [], "right"),
        ("judges", {"judges": []}, [{"name": "Roe", "initials": None}], "invented"),
    ],
)
def test_a_value_is_judged(field: str, values: dict[str, Any], answer: Any, status: str) -> None:
    assert compare_value(label(**values), field, answer) == status


ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

JANE ROE, Plaintiff,
v.
ACME CO., Defendant.

Case No. 5:17-cv-02540-HRL

ORDER

The motion to dismiss (Dkt. 7) is GRANTED. The motion to strike (Dkt. 8) is DENIED.

IT IS SO ORDERED.
"""
SILENT: dict[str, Any] = {
    "case_name": None,
    "docket_numbers": [],
    "court": None,
    "judges": [],
    "title": None,
    "order_type": None,
    "date": None,
    "date_filed": None,
    "document_number": None,
    "disposition": None,
}


def look(**values: Any) -> list[Sight]:
    raw = RawOrder.from_bytes("a.txt", ORDER.encode())
    order = describe_source(raw, read_order(raw))
    rulings = [
        {"motion": "motion to dismiss", "outcome": "granted", "entries": ["7"]},
        {"motion": "motion to strike", "outcome": "moot", "entries": ["8"]},
    ]
    shown = {**SILENT, "is_order": True, "rulings": rulings}
    return list(compare(label(**SILENT, **values), Described(order, shown)))


def count(sights: list[Sight], field: str) -> list[str]:
    return sorted(sight.status for sight in sights if sight.field == field)


def rule(motion: str, outcome: str, *entries: str, **more: Any) -> dict[str, Any]:
    return {"motion": motion, "outcome": outcome, "entries": list(entries), **more}


@each_row()
def test_rulings_are_counted_one_by_one(
    rulings: list[dict[str, Any]], outcomes: list[str], entries: list[str]
) -> None:
    sights = look(rulings=rulings)
    assert (count(sights, "outcomes"), count(sights, "entries")) == (outcomes, entries)


def test_sentences_and_furniture_are_sought_by_letters_and_digits() -> None:
    sights = look(
        rulings=[],
        body_must_contain=["the MOTION to\ndismiss (Dkt. 7) is granted", "nowhere in it"],
        body_must_not_contain=["Page 3 of 9", "IT IS SO ORDERED"],
    )
    assert count(sights, "sentences") == ["right", "wrong"]
    assert count(sights, "furniture") == ["right", "wrong"]


def test_figures_say_how_many_were_right_wrong_and_missing() -> None:
    sights = [
        Sight("a", 1, "court", status, "cand", None)
        for status in ("right", "right", "wrong", "missing")
    ]
    figures = {field: rest for field, *rest in summarise(sights)}
    assert figures["court"] == [0.5, 4, 1, 1]
    assert figures["wrong facts"] == [0.25, 4, 1, 0]


def test_a_batch_is_seen_first_but_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_sight, "RECORD", tmp_path / "first_sight.csv")
    monkeypatch.setattr(first_sight, "name_commit", lambda: "abc1234")
    sights = [Sight("a", 3, "court", "right", "cand", "cand")]
    first_sight.record_first_sight(sights, [3])
    with pytest.raises(ValueError, match="batch 3 was seen before"):
        first_sight.record_first_sight(sights, [3])
    with (tmp_path / "first_sight.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "commit": "abc1234",
        "batch": "3",
        "field": "court",
        "figure": "1.000",
        "n": "1",
        "wrong": "0",
        "missing": "0",
    }


def test_the_last_two_batches_are_counted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "first_sight.csv"
    record.write_text(
        "commit,batch,field,figure,n,wrong,missing\n"
        "a,1,court,0.000,9,9,0\n"
        "a,2,court,0.500,10,2,3\n"
        "a,3,court,1.000,30,0,0\n"
        "a,3,wrong facts,0.050,100,5,0\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(first_sight, "RECORD", record)
    first_sight.print_first_sights()
    head, court, wrong = capsys.readouterr().out.splitlines()
    assert head.split() == ["field", "1", "2", "3", "last", "two"]
    assert court.split() == ["court", "0.000", "0.500", "1.000", "0.875"]
    assert wrong.split() == ["wrong", "facts", "0.050", "0.050"]
