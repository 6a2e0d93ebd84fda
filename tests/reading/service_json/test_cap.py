"""Cases of the Caselaw Access Project: parts, notes, facts."""

import json

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.service_json import read_json
from tests.tables import each_row

CASE = {
    "name_abbreviation": "Roe v. Doe Mills, Inc.",
    "docket_number": "No. 99-88",
    "decision_date": "2002-11-14",
    "citations": [{"type": "official", "cite": "1 Fed. Cl. 1"}, {"cite": None}, "odd"],
    "court": {"name": "United States Court of Federal Claims"},
    "casebody": {
        "judges": ["CALDER, Judge."],
        "head_matter": "United States Court of Federal Claims.\nNo. 99-88.\nNov. 14, 2002.",
        "opinions": [
            {
                "type": "majority",
                "author": "CALDER, Judge.",
                "text": "CALDER, Judge.\nThe plaintiff\n1\nasks for relief.\n2\nWe deny it.\n"
                "7\nleagues away.\n1 . Jane Roe.\nShe sues.\n2 . id. at 4.",
            },
            {"type": "concurring-in-part", "author": None, "text": "I concur."},
        ],
    },
}


def read(case: object) -> SourceText:
    return read_json(json.dumps(case), "utf-8", "case.json")


def test_marks_and_notes_are_raised_where_their_notes_are_certain() -> None:
    clean = clean_order(read(CASE))
    texts = [block.text for block in clean.blocks]
    assert "The plaintiff asks for relief. We deny it." in texts
    assert any(text.startswith("7") for text in texts)  # no note 7: no mark
    assert [(note.label, note.text, note.tied) for note in clean.footnotes] == [
        ("1", "Jane Roe.\n\nShe sues.", True),
        ("2", "id. at 4.", True),
    ]


def test_a_heading_names_the_type_of_a_further_opinion() -> None:
    source = read(CASE)
    headings = [b.text for b in clean_order(source).blocks if b.kind is BlockKind.HEADING]
    assert headings[-1] == "CONCURRING IN PART"
    assert "CONCURRING IN PART" in source.decoded
    assert "MAJORITY" not in source.decoded


def test_a_heading_is_not_joined_on_below_a_mark() -> None:
    text = "BACKGROUND\n1\nA. Solicitation\nIt began.\n1 . Facts are agreed."
    source = read({"casebody": {"opinions": [{"text": text}]}})
    lines = [line.text for page in source.pages for line in page.lines]
    assert lines == [
        "BACKGROUND1",
        "",
        "A. Solicitation",
        "",
        "It began.",
        "",
        "1 Facts are agreed.",
    ]


def test_a_starred_note_of_the_head_matter_needs_its_mark() -> None:
    marked = "Before ROE and\n*\nDOE, Judges.\n* Sitting by designation."
    assert [n.label for n in clean_order(read(_case(marked))).footnotes] == ["*"]
    assert clean_order(read(_case("Before ROE.\n* Sitting."))).footnotes == ()


def _case(head_matter: str) -> object:
    return {"casebody": {"data": {"head_matter": head_matter, "opinions": []}}}


def test_facts() -> None:
    source = read(CASE)
    assert source.format is SourceFormat.CAP
    facts = source.external
    assert facts.case_name == "Roe v. Doe Mills, Inc."
    assert facts.docket_numbers == ("No. 99-88",)
    assert facts.court_name == "United States Court of Federal Claims"
    assert facts.court_id == ""
    assert facts.date == "2002-11-14"
    assert facts.citations == ("1 Fed. Cl. 1",)
    assert facts.judges == ("CALDER, Judge.",)


def test_a_date_known_to_the_month_is_kept_as_such() -> None:
    assert read({**CASE, "decision_date": "2002-11"}).external.date == "2002-11"


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


def test_odd_values_beside_the_text_are_let_pass() -> None:
    odd = {**CASE, "court": "x", "citations": 3, "decision_date": 2002, "docket_number": ["1"]}
    assert read(odd).external.docket_numbers == ()


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


def test_each_of_several_writings_in_one_text_has_notes_of_its_own() -> None:
    text = "We hold\n1\nthis.\n1 The statute.\nROE, J., dissenting.\nI do\n1\nnot.\n1 The code."
    clean = clean_order(read({"casebody": {"opinions": [{"text": text}]}}))
    texts = [block.text for block in clean.blocks]
    assert texts == ["We hold this.", "ROE, J., dissenting.", "I do not."]
    assert [(note.label, note.text) for note in clean.footnotes] == [
        ("1", "The statute."),
        ("1", "The code."),
    ]


def test_the_courts_own_opinion_stands_before_a_dissent_that_is_listed_first() -> None:
    opinions = [
        {"type": "dissent", "author": "ROE, J.", "text": "I dissent."},
        {"type": "majority", "author": None, "text": "We affirm."},
    ]
    source = read({"casebody": {"opinions": opinions}})
    lines = [line for page in source.pages for line in page.lines if line.text]
    assert [(line.text, line.part) for line in lines] == [
        ("We affirm.", ""),
        ("DISSENT", "dissent"),
        ("ROE, J.", ""),
        ("I dissent.", ""),
    ]
