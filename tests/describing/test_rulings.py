from dataclasses import replace
from functools import partial

import pytest

from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import (
    Claim,
    Outcome,
    Party,
    PartyRole,
    Qualifier,
    is_claim_confirmed,
)
from tests.describing.specimens import Line, as_lines, evidence_of, make_order
from tests.tables import each_row, list_of_tuples

T, R, H = BlockKind.TITLE, BlockKind.REFERENCE, BlockKind.HEADING
BACKGROUND: tuple[Line, ...] = (
    (H, "BACKGROUND"),
    *(
        "The plaintiff bought a bakery in May and sold it to a neighbor in the fall."
        for _ in range(9)
    ),
)
Row = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def show(clean: CleanOrder) -> list[Row]:
    return [
        (
            claim.value.motion,
            claim.value.outcome.value,
            tuple(qualifier.value for qualifier in claim.value.qualifiers),
            claim.value.entries,
        )
        for claim in find_rulings(clean)
    ]


@each_row(lines=partial(as_lines, BACKGROUND=BACKGROUND), expected=list_of_tuples)
def test_find_rulings(lines: tuple[Line, ...], expected: list[Row]) -> None:
    assert show(make_order(*lines)) == expected


def test_history_in_the_middle_is_no_ruling() -> None:
    clean = make_order(
        (T, "ORDER DENYING MOTION TO SEAL"),
        *BACKGROUND,
        "In the first case the motion to transfer is granted in a line, and no more was said of it.",
        *BACKGROUND,
    )
    assert [row[0] for row in show(clean)] == ["motion to seal"]


def test_evidence_is_the_best_place() -> None:
    clean = make_order(
        (T, "ORDER ON MOTION TO SEAL"),
        "The motion to seal will be denied for want of a reason.",
        *BACKGROUND,
        (H, "CONCLUSION"),
        "For these reasons, the motion to seal is DENIED without prejudice.",
    )
    (claim,) = find_rulings(clean)
    assert evidence_of(clean, claim) == (
        "For these reasons, the motion to seal is DENIED without prejudice."
    )
    assert claim.value.qualifiers == (Qualifier.WITHOUT_PREJUDICE,)


def test_an_extract_concludes_nothing() -> None:
    lines: tuple[Line, ...] = (
        (T, "MEMORANDUM"),
        *BACKGROUND,
        "We affirm the judgment where the record shows no error of law in it.",
    )
    assert show(make_order(*lines, truncated=True)) == []
    assert len(show(make_order(*lines))) == 1


def test_cross_motions_go_apart_by_their_entries() -> None:
    clean = make_order(
        (T, "ORDER ON CROSS-MOTIONS FOR SUMMARY JUDGMENT"),
        *BACKGROUND,
        (H, "CONCLUSION"),
        "Plaintiff's motion for summary judgment (Dkt. No. 40) is GRANTED. Defendant's motion for "
        "summary judgment (Dkt. No. 44) is DENIED.",
    )
    assert [(outcome, entries) for _, outcome, _, entries in show(clean)] == [
        ("granted", ("40",)),
        ("denied", ("44",)),
    ]


def test_what_a_party_argues_is_no_ruling() -> None:
    clean = make_order(
        (T, "ORDER"),
        *BACKGROUND,
        (H, "CONCLUSION"),
        "Defendant argues that the motion to remand (Dkt. No. 9) is DENIED by operation of law. "
        "The Court disagrees and GRANTS the motion to remand (Dkt. No. 9).",
    )
    assert [(outcome, entries) for _, outcome, _, entries in show(clean)] == [("granted", ("9",))]


@pytest.mark.parametrize("line", ["RECOMMENDED FOR PUBLICATION", "NOT RECOMMENDED FOR PUBLICATION"])
def test_an_opinion_recommended_for_publication_recommends_nothing(line: str) -> None:
    clean = make_order((T, line), (T, "OPINION"), "For these reasons, we AFFIRM the judgment.")
    assert [row[1:3] for row in show(clean)] == [("affirmed", ())]


def test_a_dissent_decides_nothing() -> None:
    clean = make_order(
        (T, "MEMORANDUM"),
        "Ann Roe appeals from the judgment for the county and we have jurisdiction over it.",
        *BACKGROUND,
        "The judgment is REVERSED and the case is REMANDED.",
        "WREN, Circuit Judge, dissenting:",
        "I would affirm the judgment. The judgment is affirmed in my view of the record.",
    )
    assert {outcome for _, outcome, _, _ in show(clean)} == {"reversed"}


@each_row(sentences=as_lines, expected=list_of_tuples)
def test_more_ways_to_decide(sentences: tuple[Line, ...], expected: list[Row]) -> None:
    assert (
        show(make_order(*BACKGROUND, "Keel sued Tiller over a lease of two tugs.", *sentences))
        == expected
    )


def test_an_order_of_two_short_sentences_decides() -> None:
    """A judge's words at the foot of a letter."""
    order = make_order((T, "ORDER"), "Application granted. The conference is adjourned to May 5.")
    assert show(order) == [("application", "granted", (), ())]


@each_row()
def test_an_order_for_more_papers_defers_the_motion(title: str, sentence: str) -> None:
    clean = make_order(
        (T, title),
        "On May 3, 2021, Keel filed a motion to expedite discovery. ECF No. 12.",
        sentence,
    )
    assert [(row[1], row[3]) for row in show(clean)] == [("deferred", ("12",))]


def test_a_footnote_decides_leave_to_proceed_in_forma_pauperis() -> None:
    clean = make_order(
        *BACKGROUND,
        "Roe appeals from a judgment, and we have read the briefs.",
        "AFFIRMED.",
        notes=("Roe filed an application to proceed in forma pauperis. We GRANT her application.",),
    )
    assert {row[1] for row in show(clean)} == {"granted", "affirmed"}


@each_row()
def test_titles_that_decide(title: str, kind: str, outcome: str) -> None:
    found = find_rulings(make_order((T, title), *BACKGROUND, "IT IS SO ORDERED."))
    assert [(claim.value.kind, claim.value.outcome) for claim in found] == [(kind, outcome)]


@pytest.mark.parametrize("title", ["ORDER RE MOTION TO REMAND", "ORDER TO SHOW CAUSE RE DISMISSAL"])
def test_titles_that_decide_nothing(title: str) -> None:
    assert find_rulings(make_order((T, title), *BACKGROUND, "IT IS SO ORDERED.")) == ()


def test_a_footnote_adds_nothing_to_what_the_text_decides() -> None:
    clean = make_order(
        *BACKGROUND,
        "The motion to compel is GRANTED.",
        "IT IS SO ORDERED.",
        notes=("The motion to compel is DENIED without prejudice in all other respects.",),
    )
    assert show(clean) == [("motion to compel", "granted", (), ())]


@pytest.mark.parametrize(
    "line",
    [
        (BlockKind.QUOTE, "The motion for sanctions is DENIED."),  # the ruling that is reviewed
        "The order of May 3 reads: “The Court DENIES the motion for sanctions.”",
        "WHEREAS the motion for sanctions was DENIED;",
        "The minute order of May 3, 2031 states that the motion for sanctions is denied.",
    ],
)
def test_a_ruling_that_is_quoted_or_recited_is_no_ruling(line: Line) -> None:
    clean = make_order(*BACKGROUND, line, "IT IS ORDERED that the motion to compel is GRANTED.")
    assert show(clean) == [("motion to compel", "granted", (), ())]


def test_words_that_a_sentence_leads_to_are_another_papers() -> None:
    lines = (
        "In its opinion of May 3, 2031, the court concluded that on the record of that day:",
        "No harm is shown, and plaintiffs’ motion for a stay is hereby DENIED.",
        *BACKGROUND,
    )
    stated = find_rulings(make_order("Wren sued Harrow.", *lines))
    assert not any(is_claim_confirmed("rulings", each) for each in stated)


def test_a_ruling_like_those_that_readers_found_false_is_marked() -> None:
    """A long sentence, far from the end, with limits, about one of two motions of a kind."""
    long = (
        "For the reasons below, the motion of defendant Harrow to dismiss the claims of Wren for the sale "
        "of the bakery, of its ovens and of the house next to it by the trustee of the Keel estate in "
        "May 2031 is GRANTED with respect to the second and the third claims, except as to fees."
    )
    short = "IT IS ORDERED that Harrow’s motion to dismiss is GRANTED."
    other = "Defendant Marlowe’s motion to dismiss is DENIED."
    for line, is_sure in ((long, False), (short, True)):
        ruling, _ = find_rulings(make_order("Wren sued.", line, *BACKGROUND, *BACKGROUND, other))
        assert is_claim_confirmed("rulings", ruling) is is_sure


def test_the_closing_word_outranks_the_introduction() -> None:
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the Ninth Circuit"),
        "Accordingly, we reverse the trial court’s grant of an injunction to Wren.",
        *BACKGROUND,
        "AFFIRMED IN PART; REVERSED IN PART; AND REMANDED.",
        "Footnotes",
        "1 The bakery was sold in May.",
    )
    assert show(clean) == [("appeal", "affirmed in part", ("and remanded",), ())]


def test_who_petitions_for_review_has_no_appeal() -> None:
    roles = {"Penn Gas": PartyRole.PETITIONER, "Harrow Board": PartyRole.RESPONDENT}
    parties = [Claim(Party(name, (role,)), None, "test") for name, role in roles.items()]
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the Ninth Circuit"),
        "Penn Gas brought a petition for review of what the Board ordered.",
        *BACKGROUND,
        "Accordingly, we vacate the orders below and remand the case to the Board.",
    )
    (claim,) = find_rulings(clean, parties)
    assert (claim.value.motion, claim.value.movant) == ("petition for review", "Penn Gas")
    dismissed = "It is ORDERED that the petition for review be dismissed as moot."
    blocks = (*clean.blocks[:-1], make_order(dismissed).blocks[0], clean.blocks[-1])
    found = find_rulings(replace(clean, blocks=blocks), parties)
    # One petition is not decided twice.
    assert [each.value.motion for each in found].count("petition for review") == 1


def test_a_memorandum_decision_names_its_petition_above_the_case() -> None:
    clean = make_order(
        (BlockKind.COURT, "Supreme Court of the United States"),
        "Petition for writ of certiorari to the United States Court of Appeals for the Ninth Circuit.",
        (H, "HARROW COUNTY, petitioner, v. UNITED STATES"),
        "No. 31-112.",
        "Denied.",
    )
    assert show(clean) == [("petition for writ of certiorari", "denied", (), ())]


def test_a_syllabus_ends_in_what_is_decided() -> None:
    clean = make_order(
        (BlockKind.COURT, "Supreme Court of the United States"),
        *BACKGROUND,
        "The county may ask for a permit that everyone must have. Pp. 3-9. 947 F. 3d 275, affirmed and remanded.",
        *BACKGROUND,
    )
    assert [row[:2] for row in show(clean)] == [("appeal", "affirmed")]


def test_a_recital_that_ends_in_a_command_leads_to_what_is_decided() -> None:
    clean = make_order(
        (BlockKind.PARTIES, "MARLOWE v. HARROW"),
        "Upon consideration of Marlowe's papers and the record, IT IS HEREBY ORDERED AS FOLLOWS:",
        (BlockKind.LIST_ITEM, "1. The Court preliminarily approves the Consent Decree as fair."),
        *BACKGROUND,
    )
    assert [row[:2] for row in show(clean)] == [
        ("motion for preliminary approval of consent decree", "granted")
    ]


def test_what_is_approved_has_the_name_of_the_paper() -> None:
    clean = make_order(
        (T, "STIPULATION AND ORDER"),
        "Before the Court is the parties' stipulation regarding records.",
        "The Court having read the stipulation, and finding it fair, hereby approves the same.",
    )
    assert [row[:2] for row in show(clean)] == [("stipulation regarding records", "granted")]


def test_entries_of_one_title_go_to_its_motions() -> None:
    """A joinder's entry, which no motion has, goes to none."""
    clean = make_order(
        (T, "ORDER ON MOTIONS TO DISMISS [ECF NOS. 42-44]"),
        *BACKGROUND,
        "Defendant Wren’s Motion to Dismiss (ECF No. 42) is GRANTED IN PART.",
        "Defendant Harrow’s Motion to Dismiss (ECF No. 44) is DENIED.",
    )
    assert [(row[1], row[3]) for row in show(clean)] == [
        ("granted in part", ("42",)),
        ("denied", ("44",)),
    ]


def test_the_introductions_motion_is_the_one_that_the_conclusion_names() -> None:
    clean = make_order(
        (H, "INTRODUCTION"),
        "Plaintiffs filed a motion for a temporary restraining order. The Court issued one.",
        "Having considered the record, Plaintiffs' Motion is hereby GRANTED.",
        *BACKGROUND,
        (H, "CONCLUSION"),
        "Accordingly, Plaintiffs' motion for a preliminary injunction is GRANTED.",
    )
    assert [row[0] for row in show(clean)] == ["motion for a preliminary injunction"]


def test_an_appeal_is_one_ruling_with_all_that_decides_it() -> None:
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the Third Circuit"),
        "Wren and Quimby appeal.",
        *BACKGROUND,
        "For these reasons, we affirm the judgment as to Wren.",
        "We will vacate Quimby's sentence.",
    )
    (claim,) = find_rulings(clean)
    assert (claim.value.motion, claim.value.outcome) == ("appeal", Outcome.AFFIRMED_IN_PART)
    assert claim.evidence is not None
    words = clean.reading_text[claim.evidence.start : claim.evidence.end]
    assert words.startswith("For these reasons")
    assert words.endswith("sentence.")


def test_a_writ_that_reviews_an_award_is_no_appeal() -> None:
    clean = make_order(
        (BlockKind.COURT, "Supreme Court of California"),
        "APPLICATION for a Writ of Certiorari to review an award of the Commission.",
        *BACKGROUND,
        "The award is annulled.",
    )
    assert [row[:2] for row in show(clean)] == [("application for a writ of certiorari", "vacated")]


def test_what_is_vacated_with_a_petition_has_its_own_name() -> None:
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the First Circuit"),
        *BACKGROUND,
        "It is ORDERED that the petition for review is DISMISSED.",
        "It is ORDERED that the order of June 2, 2031 is VACATED.",
    )
    assert [row[0] for row in show(clean)] == ["petition for review", "order of June 2, 2031"]


def test_a_report_below_is_not_adopted_by_a_court_above() -> None:
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the First Circuit"),
        *BACKGROUND,
        "We affirm the judgment for the reasons stated in the Report and Recommendation of the"
        " magistrate judge, which the district court adopted.",
    )
    assert [row[:2] for row in show(clean)] == [("appeal", "affirmed")]


def test_who_of_several_appeals_is_left_open_where_one_sentence_decides_apart() -> None:
    parties = [
        Claim(Party(name, (PartyRole.APPELLANT,)), None, "test")
        for name in ("Pip Wren", "Tam Quimby")
    ]
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the Third Circuit"),
        "Wren and Quimby appeal.",
        *BACKGROUND,
        "We affirm the conviction of Wren and vacate the sentence of Quimby.",
    )
    assert [claim.value.movant for claim in find_rulings(clean, parties)] == [None, None]


def test_what_one_sentence_affirms_and_reverses_is_apart() -> None:
    clean = make_order(
        (BlockKind.COURT, "Court of Appeals of Georgia"),
        "Wren and Quimby appeal.",
        *BACKGROUND,
        "For these reasons, we reverse the judgment against Wren in Case No. A31-0412 and affirm the"
        " verdict against Quimby in Case No. A31-0413.",
    )
    assert [row[:2] for row in show(clean)] == [
        ("appeal from judgment against Wren in Case No. A31-0412", "reversed"),
        ("appeal from verdict against Quimby in Case No. A31-0413", "affirmed"),
    ]


def test_a_recommendation_below_is_history() -> None:
    clean = make_order(
        (BlockKind.COURT, "United States Court of Appeals for the Third Circuit"),
        *BACKGROUND,
        "A magistrate judge issued a report and recommendation that the motion to dismiss be granted.",
        "The judgment is affirmed.",
    )
    assert [claim.value.motion for claim in find_rulings(clean)] == ["appeal"]


def test_a_motion_is_decided_once_whatever_it_is_called() -> None:
    clean = make_order(
        *BACKGROUND,
        "The motion for summary judgment as to the contract claim is denied.",
        (H, "CONCLUSION"),
        "Defendants' motion for partial summary judgment as to the contract claim is denied.",
    )
    assert len(show(clean)) == 1


def test_two_parts_that_are_denied_leave_nothing_granted() -> None:
    clean = make_order(
        *BACKGROUND,
        (H, "CONCLUSION"),
        "The Court denies the cross motion for summary judgment as to the lease, and denies the "
        "remainder of the cross motion for summary judgment.",
    )
    assert [row[1] for row in show(clean)] == ["denied"]
