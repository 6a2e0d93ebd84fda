"""Printed forms in which courts of this country rule, each with its rulings."""

from functools import partial

from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Qualifier
from build_scripts.model.source_text import CellSpan
from tests.describing.specimens import PLACES, Line, as_lines, make_order
from tests.describing.test_rulings import BACKGROUND
from tests.tables import each_row, list_of_tuples

T, H = BlockKind.TITLE, BlockKind.HEADING
ORDER: tuple[Line, ...] = ((T, "ORDER"), *BACKGROUND)
Row = tuple[str, str, tuple[str, ...]]  # motion, outcome, entries


def show(clean: CleanOrder) -> list[Row]:
    return [
        (claim.value.motion, claim.value.outcome.value, claim.value.entries)
        for claim in find_rulings(clean)
    ]


@each_row(lines=partial(as_lines, BACKGROUND=BACKGROUND), expected=list_of_tuples)
def test_trial_courts(lines: tuple[Line, ...], expected: list[Row]) -> None:
    assert show(make_order(*ORDER, *lines)) == expected


@each_row(expected=list_of_tuples)
def test_courts_of_appeals(sentence: str, expected: list[Row]) -> None:
    assert show(make_order(*BACKGROUND, sentence)) == expected


def test_a_report_recommends() -> None:
    clean = make_order(
        (T, "REPORT AND RECOMMENDATION"),
        "Before the Court is Defendant's motion to dismiss (Doc. 20).",
        *BACKGROUND,
        "It is respectfully recommended that the motion should be granted.",
    )
    assert show(clean) == [("motion to dismiss", "granted", ("20",))]
    assert find_rulings(clean)[0].value.qualifiers == (Qualifier.RECOMMENDED,)


def test_what_a_report_orders_it_does_not_recommend() -> None:
    clean = make_order(
        (T, "REPORT AND RECOMMENDATION"),
        "Before the Court is Defendant's motion to dismiss (Doc. 20).",
        *BACKGROUND,
        "IT IS RECOMMENDED that the motion to dismiss (Doc. 20) be DENIED.",
        "IT IS FURTHER ORDERED that the motions to file amicus briefs (Docs. 25, 32) are GRANTED.",
    )
    recommended, ordered = (claim.value.qualifiers for claim in find_rulings(clean))
    assert recommended == (Qualifier.RECOMMENDED,)
    assert ordered == ()


def test_what_is_done_to_another_decision_qualifies_none() -> None:
    clean = make_order(
        *BACKGROUND,
        "The Motion to Stay is granted, the remaining Motion to Seal will be denied as moot, and the "
        "plaintiffs' claims will be dismissed with prejudice.",
    )
    found = {claim.value.motion: claim.value.qualifiers for claim in find_rulings(clean)}
    assert found["motion to stay"] == ()
    assert found["motion to seal"] == (Qualifier.AS_MOOT,)


def test_what_words_hardly_decide_is_unsure() -> None:
    """A sentence of reasons and of law that happens to have the form of a decision."""
    clean = make_order(
        (T, "MEMORANDUM"),
        "Because Wren has shown no injury in fact, as the statute requires, we must reject her "
        "request for judicial intervention, as in Quillon v. Harrow we rejected another's.",
        *BACKGROUND,
    )
    (claim,) = find_rulings(clean)
    assert (claim.confidence or 0) <= 0.7


def test_words_that_no_dictionary_has_are_not_shown() -> None:
    """Of two columns read across: the sentence is quoted, and the ruling is unsure."""
    clean = make_order(*ORDER, "The motion for a protective ployment contracts is DENIED.")
    (claim,) = find_rulings(clean)
    assert (claim.value.motion, claim.value.outcome.value) == ("motion", "denied")
    assert (claim.confidence or 1) <= 0.7
    named = make_order(*ORDER, "The motion to exclude the report of Zelda Quux is DENIED.")
    assert show(named) == [("motion to exclude the report of Zelda Quux", "denied", ())]


def test_rulings_stand_in_the_order_of_the_decree_with_their_movants() -> None:
    clean = make_order(
        (T, "ORDER DENYING MOTION TO STAY AND GRANTING MOTION TO COMPEL"),
        "Acme Corp. now moves to compel production (Doc. 4). Defendant Bolt moves to stay (Doc. 6).",
        *BACKGROUND,
        "The motion to compel is GRANTED.",
        "The motion to stay is DENIED.",
    )
    rulings = [claim.value for claim in find_rulings(clean)]
    assert [(one.kind.value, one.movant) for one in rulings] == [
        ("compel", "Acme Corp"),
        ("stay", "Defendant Bolt"),
    ]


def test_rows_of_a_table_rule() -> None:
    text = "Motion to strike (Doc. 4)  Denied"
    rows = ((CellSpan(0, 25), CellSpan(27, 33)),)
    table = Block(BlockKind.TABLE, text, PLACES, rows=rows)
    clean = make_order(*ORDER)
    clean = CleanOrder((*clean.blocks, table), (), (), (), (), page_count=0, truncated=False)
    assert show(clean) == [("motion to strike", "denied", ("4",))]
