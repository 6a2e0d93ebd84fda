"""Check boxes: only what is checked is ruled."""

import pytest

from build_scripts.describing import describe_order
from build_scripts.model.description import Outcome
from build_scripts.model.text.check_boxes import clear_check_boxes
from tests.orders_from_text import clean_text

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


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("The motion is: ☐ GRANTED ☒ DENIED", "The motion is DENIED"),
        ("The motion is [X] granted [ ] denied.", "The motion is granted"),
        ("The motion is _X_ GRANTED ____ DENIED", "The motion is GRANTED"),
        ("The motion is (x) denied ( ) granted", "The motion is denied"),
        ("☐ The motion is granted. ☒ The motion is denied.", "The motion is denied."),
        (
            "[ ] the motion is granted [X] the defendant’s motion is denied",
            "the defendant’s motion is denied",
        ),
        # an alteration of a quotation, and a blank to fill in, are no boxes
        ("It entitles the surety [ ] to fees.", "It entitles the surety [ ] to fees."),
        ("It entitles [ ] the surety to fees.", "It entitles [ ] the surety to fees."),
        ("The parties chose (X) the date.", "The parties chose (X) the date."),
        ("on the ____ day of May", "on the ____ day of May"),
    ],
)
def test_unchecked_options_leave_and_places_stay(text: str, cleared: str) -> None:
    found = clear_check_boxes(text)
    assert " ".join(found.split()) == cleared
    assert len(found) == len(text)


@pytest.mark.parametrize(
    ("ruling", "outcomes"),
    [
        ("The motion to compel is: [X] GRANTED  [ ] DENIED.", [Outcome.GRANTED]),
        ("The motion to compel is  ☐ GRANTED  ☒ DENIED.", [Outcome.DENIED]),
        ("The motion to compel is  ___ GRANTED  _X_ DENIED.", [Outcome.DENIED]),
        ("The motion to compel is:\n\n     ☐  GRANTED\n\n     ☒  DENIED", [Outcome.DENIED]),
        ("The motion to compel is  [ ] GRANTED  [ ] DENIED.", []),
        ("☐  The motion to compel is GRANTED.\n\n     ☐  The motion is DENIED.", []),
    ],
)
def test_only_a_checked_box_rules(ruling: str, outcomes: list[Outcome]) -> None:
    rulings = describe_order(clean_text(ORDER.format(ruling=ruling))).rulings
    assert [claim.value.outcome for claim in rulings] == outcomes
