"""An order's rulings as sentences."""

from build_scripts.model.description import MotionKind, Outcome, Qualifier, Ruling, Span
from build_scripts.model.quoted_words import quote_words
from build_scripts.pages.head_rulings import describe_outcome, describe_ruling
from tests.describing.specimens import make_order
from tests.tables import each_row, tuple_of


@each_row(outcome=Outcome, qualifiers=tuple_of(Qualifier))
def test_an_outcome_reads_as_a_sentence(
    motion: str, outcome: Outcome, qualifiers: tuple[Qualifier, ...], told: str
) -> None:
    assert describe_outcome(motion, outcome, qualifiers) == told


@each_row(kind=MotionKind, outcome=Outcome, qualifiers=tuple_of(Qualifier))
def test_reports_and_recommendations(
    motion: str,
    kind: MotionKind,
    outcome: Outcome,
    qualifiers: tuple[Qualifier, ...],
    told: str,
) -> None:
    assert describe_ruling(Ruling(motion, outcome, qualifiers, (), kind)) == told


def test_who_asked_for_review_is_named_as_the_caption_does() -> None:
    appeal = Ruling("appeal", Outcome.AFFIRMED, (), (), MotionKind.APPEAL, "Quillon")
    assert describe_ruling(appeal) == "Affirmed, on appeal by Quillon"
    assert describe_ruling(appeal, petitioned=True) == "Affirmed, on petition by Quillon"


def test_a_court_affirms_no_petition() -> None:
    asked = "application for a writ of certiorari"
    writ = Ruling(asked, Outcome.VACATED, (), (), MotionKind.APPEAL, "Quillon")
    assert describe_ruling(writ) == "Vacated, on petition by Quillon"


@each_row()
def test_a_motion_is_somebodys(motion: str, movant: str, told: str) -> None:
    assert describe_outcome(motion, Outcome.GRANTED, (), movant) == told


@each_row()
def test_a_sentence_that_goes_on_in_the_next_block_is_quoted_whole(
    blocks: list[str], quoted: str
) -> None:
    assert [each.text for each in quote_words(make_order(*blocks), [Span(0, 5)])] == [quoted]
