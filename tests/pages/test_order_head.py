"""The head of an order's page: how outcomes read as sentences."""

import pytest

from build_scripts.model.description import MotionKind, Outcome, Qualifier, Ruling
from build_scripts.pages.formatting import title_of
from build_scripts.pages.order_head import tell_outcome, tell_ruling
from tests.pages.conftest import describe
from tests.tables import each_row

LONG = "motion for leave to file a third amended complaint that names the carrier"


@pytest.mark.parametrize(
    ("motion", "outcome", "qualifiers", "told"),
    [
        ("motion to dismiss", Outcome.GRANTED, (), "Motion to dismiss granted"),
        ("", Outcome.DENIED, (Qualifier.AS_MOOT,), "Denied, as moot"),
        ("appeal", Outcome.AFFIRMED, (), "Affirmed"),
        ("appeal", Outcome.DISMISSED, (), "Appeal dismissed"),
        ("appeal from the judgment", Outcome.REVERSED, (), "Judgment reversed"),
        # Each is of some of the claims: "with prejudice as to Count I, with leave as to Count II".
        (
            "motion to dismiss",
            Outcome.GRANTED,
            (Qualifier.WITH_LEAVE_TO_AMEND, Qualifier.WITH_PREJUDICE),
            "Motion to dismiss granted",
        ),
        (
            "motion to dismiss",
            Outcome.GRANTED,
            (Qualifier.WITHOUT_PREJUDICE, Qualifier.SUA_SPONTE, Qualifier.WITH_PREJUDICE),
            "Motion to dismiss granted, sua sponte",
        ),
        (LONG, Outcome.DENIED, (Qualifier.AS_MOOT,), f"Denied, as moot: {LONG}"),
    ],
)
def test_an_outcome_reads_as_a_sentence(
    motion: str, outcome: Outcome, qualifiers: tuple[Qualifier, ...], told: str
) -> None:
    assert tell_outcome(motion, outcome, qualifiers) == told


@pytest.mark.parametrize(
    ("motion", "kind", "outcome", "qualifiers", "told"),
    [
        ("report", MotionKind.REPORT, Outcome.GRANTED, (), "Report adopted"),
        ("report", MotionKind.REPORT, Outcome.GRANTED_IN_PART, (), "Report adopted in part"),
        ("report", MotionKind.REPORT, Outcome.DENIED, (), "Report rejected"),
        # A magistrate judge decides nothing.
        (
            "motion to dismiss",
            MotionKind.DISMISS,
            Outcome.GRANTED,
            (Qualifier.RECOMMENDED, Qualifier.WITHOUT_PREJUDICE),
            "Motion to dismiss recommended to be granted, without prejudice",
        ),
    ],
)
def test_reports_and_recommendations(
    motion: str,
    kind: MotionKind,
    outcome: Outcome,
    qualifiers: tuple[Qualifier, ...],
    told: str,
) -> None:
    assert tell_ruling(Ruling(motion, outcome, qualifiers, (), kind)) == told


@each_row()
def test_a_motion_is_somebodys(motion: str, movant: str, told: str) -> None:
    assert tell_outcome(motion, Outcome.GRANTED, (), movant) == told


def test_a_paper_that_is_no_order_is_not_called_one() -> None:
    """An owner says that a complaint is public; its title is doubtful and left out."""
    assert title_of(describe(is_order=False)) == "Filing"
    assert title_of(describe(is_order=False, title="Complaint")) == "Complaint"
    assert title_of(describe()) == "Order"
