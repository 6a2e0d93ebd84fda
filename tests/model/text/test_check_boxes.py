"""Check boxes: only what is checked is ruled."""

from build_scripts.describing import describe_order
from build_scripts.model.description import Outcome
from build_scripts.model.text.check_boxes import clear_check_boxes
from tests.orders_from_text import clean_text
from tests.tables import each_row, list_of

ORDER = """\
                     UNITED STATES DISTRICT COURT
                    NORTHERN DISTRICT OF CALIFORNIA

JANE ROE,                              Case No. 24-cv-00001-XYZ
              Plaintiff,
        v.                             ORDER
JOHN DOE,
              Defendant.

     Having considered the papers of both sides, the court rules on the defendant's motion
without a hearing.

     {ruling}

Dated: April 3, 2024
                                        MARY MOE
                                        United States Magistrate Judge
"""


@each_row()
def test_unchecked_options_leave_and_places_stay(text: str, cleared: str) -> None:
    found = clear_check_boxes(text)
    assert " ".join(found.split()) == cleared
    assert len(found) == len(text)


@each_row(outcomes=list_of(Outcome))
def test_only_a_checked_box_rules(ruling: str, outcomes: list[Outcome]) -> None:
    rulings = describe_order(clean_text(ORDER.format(ruling=ruling))).rulings
    assert [claim.value.outcome for claim in rulings] == outcomes
