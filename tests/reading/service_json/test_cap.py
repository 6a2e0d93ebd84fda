"""Cases of the Caselaw Access Project: parts, notes, facts."""

import json

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import SourceText
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.service_json import read_json
from tests.tables import each_row


def read(case: object) -> SourceText:
    return read_json(json.dumps(case), "utf-8", "case.json")


@pytest.mark.parametrize(
    "broken",
    [
        {"casebody": None},
        {"casebody": {"head_matter": 7, "opinions": {"text": "x"}}},
        {"casebody": {"opinions": [None, 3, {"text": None}]}},
    ],
)
def test_a_case_without_text_is_refused(broken: object) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        read(broken)
    assert caught.value.finding.code is FindingCode.UNREADABLE_FILE
    assert caught.value.finding.path == "case.json"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"casebody": {"head_ma', "broken at line 1"),
        ("[" * 200_000, "nested too deep|broken"),
        ("[1, 2]", "no single object"),
        ('{"id": 1, "title": "x"}', "no case of"),
    ],
)
def test_json_that_is_no_case_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnreadableOrderError, match=message):
        read_json(text, "utf-8", "case.json")


@each_row()
def test_notes_answer_to_marks(text: str, labels: list[str]) -> None:
    clean = clean_order(read({"casebody": {"opinions": [{"text": text}]}}))
    marks = [mark.label for block in clean.blocks for mark in block.footnote_marks]
    assert marks == labels
