"""Printed forms in which courts of this country rule, each with its rulings."""

import pytest

from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Qualifier
from build_scripts.model.source_text import CellSpan
from tests.describing.specimens import PLACES, Line, make_order
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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # several motions under one number each
        (
            ("Defendants' Motions in Limine Nos. 1, 3 and 5 are DENIED.", "Motion in Limine No. 2 is GRANTED."),
            [
                ("motion in limine no. 1", "denied", ()),
                ("motion in limine no. 3", "denied", ()),
                ("motion in limine no. 5", "denied", ()),
                ("motion in limine no. 2", "granted", ()),
            ],
        ),
        # the court's name stands above the items
        (
            (
                "For these reasons, the Court:",
                "1. GRANTS Plaintiff's Motion to Compel (Doc. 12);",
                "2. DENIES Defendant's Motion to Strike (Doc. 14); and",
                "3. DENIES AS MOOT the Motion to Stay (Doc. 16).",
            ),
            [
                ("motion to compel", "granted", ("12",)),
                ("motion to strike", "denied", ("14",)),
                ("motion to stay", "denied", ("16",)),
            ],
        ),
        # the same on one line
        (
            (
                ("For these reasons, the Court (1) GRANTS the motion to compel (ECF No. 12); (2) DENIES "
                "the motion to strike (ECF No. 14); and (3) DENIES AS MOOT the motion to stay (ECF No. 16)."),
            ),
            [
                ("motion to compel", "granted", ("12",)),
                ("motion to strike", "denied", ("14",)),
                ("motion to stay", "denied", ("16",)),
            ],
        ),
        # the outcome stands on the next line
        (
            (
                "The Court rules on the motions as follows:",
                (H, "Motion to Compel (Doc. 12)"),
                "GRANTED.",
                (H, "Motion to Strike (Doc. 14)"),
                "DENIED as moot.",
            ),
            [("motion to compel", "granted", ("12",)), ("motion to strike", "denied", ("14",))],
        ),
        # D. Arizona orders in gerunds
        (
            (
                "IT IS ORDERED granting Plaintiff's Motion for Extension (Doc. 20).",
                "IT IS FURTHER ORDERED denying as moot Plaintiff's Motion to Expedite (Doc. 21).",
            ),
            [("motion for extension", "granted", ("20",)), ("motion to expedite", "denied", ("21",))],
        ),
        # one verb for a list, each motion with its entry (D. Nebraska's "Filing No.")
        (
            (
                ("Accordingly, Plaintiff's motion to compel (Filing No. 12), motion for sanctions (Filing "
                "No. 13), and Defendant's motion to seal (Filing No. 14) are denied."),
            ),
            [
                ("motion to compel", "denied", ("12",)),
                ("motion for sanctions", "denied", ("13",)),
                ("motion to seal", "denied", ("14",)),
            ],
        ),
        # what the court read is not what it decides
        (
            ("Having read the motion to strike, the motion to seal (Doc. 9) is denied.",),
            [("motion to seal", "denied", ("9",))],
        ),
        (
            ("The Court, having considered the motion to dismiss (Doc. 5) and the reply, GRANTS the motion.",),
            [("motion to dismiss", "granted", ("5",))],
        ),
        # two motions of one kind, told apart by who moved
        (
            ("The Court GRANTS Acme's motion to dismiss and DENIES Bolt's motion to dismiss.",),
            [("motion to dismiss", "granted", ()), ("motion to dismiss", "denied", ())],
        ),
        # not yet decided
        (("The Court RESERVES RULING on the motion to compel (Doc. 12).",), [("motion to compel", "deferred", ("12",))]),
        (
            ("The motion to compel (Doc. 12) is held in abeyance until the stay is lifted.",),
            [("motion to compel", "deferred", ("12",))],
        ),
        (
            ("The motion to seal (Doc. 12) is TERMINATED with leave to refile.",),
            [("motion to seal", "moot", ("12",))],
        ),
        # California's demurrers
        (
            ("The demurrer to the first cause of action is sustained. The demurrer to the second cause is overruled.",),
            [
                ("demurrer to the first cause of action", "granted", ()),
                ("demurrer to the second cause", "denied", ()),
            ],
        ),
        # two outcomes for one motion
        (
            ("The motion to strike (Doc. 4) is (a) GRANTED as to Roe; and (b) DENIED as to Poe.",),
            [("motion to strike", "granted in part", ("4",))],
        ),
        (
            (("The motion to dismiss is GRANTED as to Roe's claim of interference with the contract that rests on the end "
             "of her lease in the month of June but DENIED in all other respects."),),
            [("motion to dismiss", "granted in part", ())],
        ),
        (
            ("The motion to compel is granted as follows.", "In all other respects, the motion to compel is denied."),
            [("motion to compel", "granted in part", ())],
        ),
        (
            (
                ("IT IS ORDERED denying the following motions: Plaintiff's Motion to Strike (Doc. 4); Plaintiff's "
                "First Motion to Amend (Doc. 5); and Plaintiff's Second Motion to Amend (Doc. 6)."),
            ),
            [
                ("motion to strike", "denied", ("4",)),
                ("first motion to amend", "denied", ("5",)),
                ("second motion to amend", "denied", ("6",)),
            ],
        ),
        # a petition is no motion
        (
            ("Petitioner's Motion for Stay is denied and the Petition is dismissed without prejudice.",),
            [("motion for stay", "denied", ()), ("petition", "dismissed", ())],
        ),
        # relief that will come, and judgments
        (
            ("The plaintiffs are entitled to a preliminary injunction, which will issue by separate order.",),
            [("motion for preliminary injunction", "granted", ())],
        ),
        (("Decision will be entered for the respondent.",), [("judgment", "entered", ())]),  # Tax Court
        # a judge adopts what a magistrate judge recommended
        (
            (
                "On May 3, 2021, Magistrate Judge Poe recommended that the motion to dismiss (Doc. 20) be granted.",
                "The Court ADOPTS the Report and Recommendation (Doc. 30) in full.",
            ),
            [("motion to dismiss", "granted", ("20",)), ("Report and Recommendation", "granted", ("30",))],
        ),
        # a report is rejected, and its entry stands where it is first named
        (
            (
                "The Magistrate Judge filed a Report and Recommendation (Doc. 31).",
                "The Court REJECTS the Magistrate Judge's Report and Recommendation.",
            ),
            [("Report and Recommendation", "denied", ("31",))],
        ),
        # hedges: a part is granted, a part denied
        (("The Court will largely deny the motion to dismiss.",), [("motion to dismiss", "granted in part", ())]),
        (
            ("The motion to seal is GRANTED with the exception of Exhibit 3.",),
            [("motion to seal", "granted in part", ())],
        ),
        (
            ("The motion to seal is GRANTED as to Exhibit 1.", "The Court otherwise DENIES the motion."),
            [("motion to seal", "granted in part", ())],
        ),
        (("The motion to seal is GRANTED to the extent stated below.",), [("motion to seal", "granted", ())]),
        # the title of a motion in quotation marks is nobody's words
        (
            (
                ("Acme's “Motion to Dismiss the Amended Complaint” (Doc. 25) and Bolt's “Motion to Strike "
                "the Report of Ann Poe” (Doc. 26) are both denied."),
            ),
            [
                ("motion to dismiss the amended complaint", "denied", ("25",)),
                ("Motion to Strike the Report of Ann Poe", "denied", ("26",)),
            ],
        ),
        # what is asked for, before its noun
        (("The summary judgment motion (d/e 40) is DENIED.",), [("summary judgment motion", "denied", ("40",))]),
        # moot, with the verb before
        (("The Court FINDS AS MOOT Acme's motion to strike (Doc. 7).",), [("motion to strike", "moot", ("7",))]),
        # "the motion" is the one named just before, where several are before the court
        (
            (
                "Acme moves to dismiss (Doc. 5), and Roe moves to remand (Doc. 6).",
                *BACKGROUND,
                "Roe's motion to remand is timely. The motion is GRANTED.",
                "Acme's motion to dismiss lacks merit. The motion is DENIED.",
            ),
            [("motion to remand", "granted", ("6",)), ("motion to dismiss", "denied", ("5",))],
        ),
        # a settlement, without a word of the motion for it
        (
            ("The Proposed Settlement Agreement is hereby APPROVED.",),
            [("motion for approval of settlement agreement", "granted", ())],
        ),
        # in capitals nobody else decides; "such motion" is the motion before the court
        (
            ("The Court concludes that the sum is fair and reasonable and GRANTS the motion for fees.",),
            [("motion for fees", "granted", ())],
        ),
        (
            ("Upon the Joint Motion to Dismiss (Doc. 9), it is ORDERED that such motion is GRANTED.",),
            [("joint motion to dismiss", "granted", ("9",))],
        ),
        # an order that will be entered
        (
            ("Accordingly, an order will be entered granting the motion to redeem.",),
            [("motion to redeem", "granted", ())],
        ),
        (
            ("The motion to dismiss will be denied for Counts I and II and will be granted for Count IV.",),
            [("motion to dismiss", "granted in part", ())],
        ),
        # what the court concludes that it should do, where it says no more
        (
            ("The Court is of the opinion that the motion to strike should be denied.",),
            [("motion to strike", "denied", ())],
        ),
        (("Defendant contends the motion to strike should be denied.",), []),
        # a name's full stop ends no motion
        (
            ("Acme's motion to exclude the opinions of Dr. Ann Poe at ECF 42 is DENIED.",),
            [("motion to exclude the opinions of Dr. Ann Poe", "denied", ("42",))],
        ),
        (
            ("The Court grants the motion in limine and bars the debtors from offering the exhibit.",),
            [("motion in limine", "granted", ())],
        ),
        # dates are vacated, no judgment
        (("The Court VACATES the hearing set for May 3, 2021.",), [("hearing", "vacated", ())]),
        # relief that is announced
        (
            ("For these reasons, we issue a writ of prohibition, barring the trial.",),
            [("motion for writ of prohibition", "granted", ())],
        ),
        # a New York statute's subdivision is no entry
        (
            ("Defendant's motion to dismiss the charge (Vehicle and Traffic Law § 1192 [3]) is denied.",),
            [("motion to dismiss the charge", "denied", ())],
        ),
        # a judge's endorsement of a letter
        (("Application GRANTED. SO ORDERED.",), [("application", "granted", ())]),
        # N.D. California's stipulations
        (("PURSUANT TO STIPULATION, IT IS SO ORDERED.",), [("stipulation", "granted", ())]),
    ],
)  # fmt: skip
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
