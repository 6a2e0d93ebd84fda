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


@pytest.mark.parametrize("line", ["RECOMMENDED FOR PUBLICATION", "NOT RECOMMENDED FOR PUBLICATION"])
def test_an_opinion_recommended_for_publication_recommends_nothing(line: str) -> None:
    clean = make_order((T, line), (T, "OPINION"), "For these reasons, we AFFIRM the judgment.")
    assert [row[1:3] for row in show(clean)] == [("affirmed", ())]


@each_row(sentences=as_lines, expected=list_of_tuples)
def test_more_ways_to_decide(sentences: tuple[Line, ...], expected: list[Row]) -> None:
    assert (
        show(make_order(*BACKGROUND, "Keel sued Tiller over a lease of two tugs.", *sentences))
        == expected
    )


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
