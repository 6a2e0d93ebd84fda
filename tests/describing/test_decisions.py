import pytest

from build_scripts.describing.decisions import list_decisions
from build_scripts.model.description import Outcome


def show(sentence: str) -> list[tuple[str, Outcome]]:
    return [
        (each.motion.wording if each.motion else each.thing, each.outcome)
        for each in list_decisions(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Court thus GRANTS Defendant’s Motion to Dismiss.",
            [("motion to dismiss", Outcome.GRANTED)],
        ),
        (
            "For the reasons below, the Court GRANTS IN PART and DENIES IN PART the motion to dismiss.",
            [("motion to dismiss", Outcome.GRANTED_IN_PART)],
        ),
        (
            "The Court will deny the motion in part and grant it in part.",
            [("motion", Outcome.GRANTED_IN_PART)],
        ),
        (
            "The court GRANTS the motion to compel and DENIES the motion to strike.",
            [("motion to compel", Outcome.GRANTED), ("motion to strike", Outcome.DENIED)],
        ),
        # relief in part; what follows is of the calendar
        (
            (
                "The stay is hereby granted with respect to paragraphs 1-3 only of the injunction, and"
                " the appeal placed on the May list."
            ),
            [("motion for stay", Outcome.GRANTED_IN_PART)],
        ),
        # a command of its own, until something happens
        (
            (
                "The Court grants the motion and ORDERS that all discovery in this case is stayed until"
                " such time as the Court can act."
            ),
            [("motion", Outcome.GRANTED), ("case", Outcome.STAYED)],
        ),
        # a court above in a word, an agency's record, Louisiana's writ
        ("Denied.", [("motion", Outcome.DENIED)]),
        ("FURTHER ORDER: The record is remanded to the Board.", [("record", Outcome.REMANDED)]),
        ("Writ granted and consolidated with the appeal.", [("writ", Outcome.GRANTED)]),
        # "as moot" qualifies the second only
        (
            "The motion to seal will be denied, and the motion to strike will be denied as moot.",
            [("motion to seal", Outcome.DENIED), ("motion to strike", Outcome.DENIED)],
        ),
        (
            "ORDERED that the motion [3] for a stay be, and hereby is, DENIED.",
            [("motion for a stay", Outcome.DENIED)],
        ),
        ("Accordingly, this action is dismissed with prejudice.", [("action", Outcome.DISMISSED)]),
        ("We affirm the District Court’s judgment.", [("judgment", Outcome.AFFIRMED)]),
        (
            "We affirm the judgment finding Acme liable, but reverse and remand for a new fee award.",
            [
                ("judgment finding Acme liable", Outcome.AFFIRMED),
                ("a new fee award", Outcome.REVERSED),
            ],
        ),
        (
            "The panel affirmed the approval of a settlement, reversed the fee award, and remanded.",
            [("approval of a settlement", Outcome.AFFIRMED), ("fee award", Outcome.REVERSED)],
        ),
        # argument, history, law, condition, quotation
        ("Plaintiff asks the Court to grant the motion to remand.", []),
        ("Defendant argues that the motion should be denied.", []),
        ("On April 8, 2021, Judge Hale granted the motion to dismiss.", []),
        ("The district court granted the motion to dismiss.", []),
        ("The Court previously denied a motion to stay.", []),
        ("When a court grants a motion to dismiss, it must decide on leave to amend.", []),
        ("A motion to strike is denied where the matter may bear on the case.", []),
        ("The order said “the motion to dismiss is denied without prejudice to renewal.”", []),
        ("The motion was denied.", []),
        ("[The district court] grants the motion.", []),
    ],
)
def test_list_decisions(sentence: str, expected: list[tuple[str, Outcome]]) -> None:
    assert show(sentence) == expected


def test_clause_bounds_the_qualifiers() -> None:
    sentence = "The motion to seal is denied, and the motion to strike is denied as moot."
    first, second = list_decisions(sentence)
    assert "moot" not in sentence[first.start : first.end]
    assert sentence[second.start : second.end].endswith("as moot")
