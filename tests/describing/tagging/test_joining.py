"""The second reader fills what is empty, and never overrules."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.describing import describe_order
from build_scripts.describing.tagging import SecondReading, join_reading, list_differences
from build_scripts.describing.tagging.joining import Relation, relate
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    Description,
    Guess,
    Judge,
    is_confirmed,
    read_field,
    write_fields,
)
from build_scripts.model.law.papers import PaperKind
from build_scripts.problems import FindingCode
from tests.citing.specimens import make_order
from tests.tables import each_row

_DAY, _OTHER = datetime.date(2021, 3, 4), datetime.date(2021, 4, 3)


def _describe(day: datetime.date | None) -> Description:
    claim = Claim(day, None, "a specimen") if day else None
    return replace(describe_order(make_order("The motion is denied.")), date=claim, guesses=())


def _read(day: datetime.date, sure: float) -> SecondReading:
    claim = Claim(day, None, "a line like those of a date", ClaimSource.MODEL, sure)
    return SecondReading({"date": claim})


@each_row()
def test_joining(
    ours: datetime.date | None, sure: float, expected: datetime.date | None, differs: bool
) -> None:
    joined = join_reading(_describe(ours), _read(_OTHER, sure))
    findings = list_differences("a.txt", _describe(ours), _read(_OTHER, sure), ())
    assert (joined.date.value if joined.date else None) == expected
    assert [each.code for each in findings] == [FindingCode.SECOND_READER_DIFFERS] * differs
    if expected and ours is None:
        assert joined.date
        assert joined.date.source is ClaimSource.MODEL


def test_a_guess_that_the_second_reader_makes_too_stands() -> None:
    guess = Guess("case_name", Claim("Pellworth v. Tremont", None, "a specimen", confidence=0.4))
    document = replace(_describe(_DAY), case_name=None, guesses=(guess,))
    claim = Claim("Pellworth v. Tremont", None, "lines", ClaimSource.MODEL, 0.65)
    joined = join_reading(document, SecondReading({"case_name": claim}))
    assert joined.case_name
    assert joined.case_name.value == "Pellworth v. Tremont"
    assert joined.guesses == ()


def test_nothing_is_said_of_a_field_that_an_editor_settled() -> None:
    """A finding would repeat what a correction withholds."""
    settled = ("date",)
    assert not [*list_differences("a.txt", _describe(_DAY), _read(_OTHER, 0.99), settled)]


@each_row()
def test_a_judge_is_filled_for_federal_district_courts_alone(
    court: str | None, sure: float, filled: bool, reason: str
) -> None:
    claim = Claim(Court("ord", court, "D. Or."), None, "a specimen") if court else None
    document = replace(_describe(_DAY), court=claim, judges=(), guesses=())
    judge = Claim(Judge("Ada Merriweather", None, None), None, "a line", ClaimSource.MODEL, sure)
    joined = join_reading(document, SecondReading({"judges": judge}))
    assert bool(joined.judges) is filled, reason


def test_agreement_raises_confidence_and_difference_lowers_it() -> None:
    """Two readers who know nothing of each other; the rules' value is kept in any case."""
    ours = Claim("Pellworth v. Tremont", None, "a specimen", confidence=0.8)
    sure = []
    for theirs, chance in (("Quimby v. Baylor", 0.9), (None, 0.0), ("PELLWORTH v. TREMONT", 0.6)):
        claim = Claim(theirs, None, "lines", ClaimSource.MODEL, chance)
        reading = SecondReading({"case_name": claim} if theirs else {})
        joined = join_reading(replace(_describe(_DAY), case_name=ours), reading)
        assert joined.case_name
        assert joined.case_name.value == "Pellworth v. Tremont"
        sure.append(joined.case_name.confidence or 0)
    differs, silent, agrees = sure
    assert differs < 0.75 < silent < 0.9 < agrees


@pytest.mark.parametrize(("field", "value"), [("case_name", "Quimby v. Baylor"), ("date", _DAY)])
def test_a_value_that_fills_a_field_is_unconfirmed_however_sure_its_reader_is(
    field: str, value: Any
) -> None:
    """Of such names two in three are right, of dates five in six."""
    claim = Claim(value, None, "lines", ClaimSource.MODEL, 0.99)
    document = replace(_describe(None), case_name=None, guesses=())
    joined = join_reading(document, SecondReading({field: claim}))
    assert read_field(joined, field)
    assert not is_confirmed(joined, field)


@pytest.mark.parametrize(
    ("field", "ours", "theirs"),
    [
        ("judges", Judge("Alma B. Cruz", None, None), Judge("Dora Vale", None, None)),
        ("case_name", "Quimby v. Baylor", "Vale v. Baylor"),
    ],
)
def test_a_value_that_the_second_reader_contradicts_is_unconfirmed(
    field: str, ours: Judge | str, theirs: Judge | str
) -> None:
    claim: Claim[Any] = Claim(ours, None, "a signature", confidence=0.99)
    document = write_fields(_describe(_DAY), {field: (claim,)})
    other: Claim[Any] = Claim(theirs, None, "", ClaimSource.MODEL, 0.9)
    assert is_confirmed(document, field)
    assert not is_confirmed(join_reading(document, SecondReading({field: other})), field)


def test_a_judge_of_a_bench_agrees_by_surname() -> None:
    bench = (
        Claim(Judge("Orval Loe", None, None), None, ""),
        Claim(Judge("Roe", None, None), None, ""),
    )
    theirs = Claim(Judge("Ada Roe", None, None), None, "", ClaimSource.MODEL, 0.9)
    assert relate("judges", bench, theirs) is Relation.AGREES
    assert relate("judges", bench[:1], theirs) is Relation.DIFFERS
    assert relate("judges", bench[:1], replace(theirs, confidence=0.2)) is Relation.SILENT


def test_one_judge_more_is_no_other_bench() -> None:
    bench = tuple(Claim(Judge(name, None, None), None, "") for name in ("Orval Loe", "Gil Roé"))
    below = Claim(Judge("Ada Poe", None, None), None, "", ClaimSource.MODEL, 0.9)
    assert relate("judges", bench, below) is Relation.SILENT
    spelled = replace(below, value=Judge("Gil Roe", None, None))
    assert relate("judges", bench[1:], spelled) is Relation.AGREES


@each_row(kind=PaperKind)
def test_a_paper_is_doubted_if_both_doubt_it(
    kind: PaperKind, likely: float, is_order: bool, reason: str
) -> None:
    doubt = Claim(False, None, f"it looks like {kind.value} (a sign)", confidence=0.9)
    joined = join_reading(replace(_describe(_DAY), is_order=doubt), SecondReading({}, likely))
    assert joined.is_order.value is is_order, reason


@each_row()
def test_a_paper_with_no_order_s_words_is_none(
    sure: float, likely: float, is_order: bool, reason: str
) -> None:
    """`sure` is what the rules make of it."""
    ours = Claim(True, None, "a judge signs", confidence=sure)
    joined = join_reading(replace(_describe(_DAY), is_order=ours), SecondReading({}, likely))
    assert joined.is_order.value is is_order, reason


@each_row(relation=Relation)
def test_a_mark_before_a_name_is_no_other_name(theirs: str, relation: Relation) -> None:
    ours = Claim("Roe v. Poe", None, "", confidence=0.93)
    assert relate("case_name", (ours,), replace(ours, value=theirs)) is relation


def test_a_number_before_our_name_is_the_page_s() -> None:
    ours = Claim("2 Vale Instruments v. Quimby", None, "a specimen", confidence=0.9)
    theirs = replace(ours, value="Vale Instruments v. Quimby")
    assert relate("case_name", (ours,), theirs) is Relation.DIFFERS


@each_row(relation=Relation)
def test_a_piece_of_a_name_is_no_other_name(theirs: str, relation: Relation, reason: str) -> None:
    ours = (Claim("Vale Instruments, Inc. v. Quimby", None, "a specimen", confidence=0.9),)
    claim = Claim(theirs, None, "", ClaimSource.MODEL, 0.9)
    assert relate("case_name", ours, claim) is relation, reason


@each_row()
def test_another_party_of_the_caption_is_no_other_name(
    theirs: str, before: float, sure: bool
) -> None:
    ours = Claim("Penn v. Marlowe", None, "a specimen", confidence=before)
    caption = Claim("ORLA PENN and KEEL, INC., Plaintiffs, v. TAM MARLOWE, Defendant.", None, "")
    document = replace(_describe(_DAY), case_name=ours, full_caption=caption)
    claim = Claim(theirs, None, "lines", ClaimSource.MODEL, 0.9)
    joined = join_reading(document, SecondReading({"case_name": claim}))
    assert is_confirmed(joined, "case_name") is sure


def test_the_stamps_day_contradicts_no_other() -> None:
    day = replace(_describe(_DAY).date or Claim(_DAY, None, ""), confidence=0.99)
    document = replace(_describe(_DAY), date=day)
    stamped = replace(document, date_filed=Claim(_OTHER, None, "ECF stamp", confidence=0.99))
    for each, sure in ((document, False), (stamped, True)):
        joined = join_reading(each, _read(_OTHER, 0.99))
        assert is_confirmed(joined, "date") is sure
