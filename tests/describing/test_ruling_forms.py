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


def test_the_introduction_says_what_becomes_of_the_whole() -> None:
    clean = make_order(
        "The motion to dismiss is granted as to Count I and denied as to Count II.",
        *BACKGROUND,
        "Accordingly, the motion to dismiss Count II is denied.",
    )
    assert show(clean) == [("motion to dismiss", "granted in part", ())]


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


def test_a_list_of_opinions_ends_no_opinion() -> None:
    clean = make_order(
        (T, "OPINION"),
        "Opinion filed by Circuit Judge WREN, dissenting as to Part II.",
        *BACKGROUND,
        "For these reasons, the judgment is AFFIRMED.",
    )
    assert show(clean) == [("judgment", "affirmed", ())]


def test_what_a_case_is_named_after_is_not_granted() -> None:
    clean = make_order(
        (T, "IN RE APPLICATION OF MARLOWE FOR AN ORDER REQUIRING RECORDS ORDER"),
        "On May 3, 2031, the Court issued an order. Accordingly, it is hereby ORDERED that the "
        "records continue to be kept.",
    )
    assert show(clean) == []


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


def test_an_order_on_a_report_recommends_nothing() -> None:
    clean = make_order(
        (T, "ORDER ADOPTING"),
        (T, "REPORT AND RECOMMENDATION"),
        "The Report and Recommendation (Doc. 34), recommending that the motion to dismiss (Doc. 12) be "
        "granted, is ACCEPTED.",
    )
    assert show(clean) == [
        ("motion to dismiss", "granted", ("12",)),
        ("Report and Recommendation", "granted", ("34",)),
    ]
    assert not any(claim.value.qualifiers for claim in find_rulings(clean))


def test_what_parties_may_yet_move_for_is_not_granted() -> None:
    """Taken for granted because the judge so ordered all else."""
    clean = make_order(
        (T, "ORDER"),
        "The Court takes no position on Plaintiffs' possible motion for attorneys' fees, filed or not.",
        "Plaintiffs may have until May 3 to apply. SO ORDERED.",
    )
    assert show(clean) == []


def test_words_that_no_dictionary_has_are_not_shown() -> None:
    """Of two columns read across: the sentence is quoted, and the ruling is unsure."""
    clean = make_order(*ORDER, "The motion for a protective ployment contracts is DENIED.")
    (claim,) = find_rulings(clean)
    assert (claim.value.motion, claim.value.outcome.value) == ("motion", "denied")
    assert (claim.confidence or 1) <= 0.7
    named = make_order(*ORDER, "The motion to exclude the report of Zelda Quux is DENIED.")
    assert show(named) == [("motion to exclude the report of Zelda Quux", "denied", ())]


def test_a_title_and_the_sentence_that_repeats_it_are_one_ruling() -> None:
    clean = make_order(
        (T, "TRANSFER ORDER"), *BACKGROUND, "The action is transferred to the District."
    )
    assert [row[1] for row in show(clean)] == ["transferred"]


def test_objections_are_not_the_motion_of_the_title() -> None:
    clean = make_order(
        (T, "ORDER DENYING MOTION OF ROE ET AL. TO SUSPEND THE MONITOR'S WORK"),
        *BACKGROUND,
        "Roe's objections are OVERRULED, and Roe's motion is DENIED.",
    )
    assert [row[1] for row in show(clean)] == ["denied", "denied"]


def test_entries_of_a_reference_line_are_not_paired_with_motions_by_their_places() -> None:
    clean = make_order(
        (T, "ORDER ON MOTIONS"),
        (BlockKind.REFERENCE, "[Re: ECF 318, 378]"),
        *BACKGROUND,
        "The motion to compel is GRANTED. The motion to strike is DENIED.",
    )
    assert show(clean) == [("motion to compel", "granted", ()), ("motion to strike", "denied", ())]


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


def test_an_application_is_granted_by_its_command() -> None:
    clean = make_order(
        (T, "ORDER"),
        "This matter having come before the Court pursuant to an application of the United States for "
        "an order that directs a provider to disclose records, and good cause having been shown,",
        "IT IS ORDERED that the provider turn over the records within three days of this Order.",
    )
    assert [row[1] for row in show(clean)] == ["granted"]
