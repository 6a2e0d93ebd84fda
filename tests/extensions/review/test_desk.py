"""What is answered is written, once, where it belongs, and can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.archive.doubts import Doubt
from build_scripts.describing.corrections.template import write_typed
from build_scripts.describing.corrections.yaml_text import read_plain
from build_scripts.extensions.review.desk import Answer, Desk, Name, Passage, Reason, RefusedError
from build_scripts.extensions.review.question import view_question
from build_scripts.model.description import (
    FIELDS,
    Claim,
    ClaimSource,
    Judge,
    JudgeRole,
    MotionKind,
    Party,
    PartyRole,
)
from build_scripts.model.redaction import DEFAULT_POLICIES
from build_scripts.problems import ArchiveError, FindingCode, UnreadableOrderError
from build_scripts.site.pipeline import build_archive
from tests.extensions.review.conftest import find, open_desk
from tests.tables import as_tuples, each_row

BRIEF = "JANE ROE, Plaintiff, v. DOE CORP., Defendant.\n\nPLAINTIFF'S MEMORANDUM OF LAW IN SUPPORT OF HER MOTION TO COMPEL\n\nPlaintiff respectfully moves this Court.\n\nRespectfully submitted,\n\nRichard Doe\nAttorney for Plaintiff\n"


def answer(desk: Desk, path: str, field: str, choice: str, value: str = "") -> int:
    number = find(desk, path, field)
    desk.answer(number, Answer(choice=choice, value=value, seen=desk.look(number)))
    return number


def read(folder: Path, path: str) -> dict[str, object]:
    value = read_plain((folder / f"cand/{path}.yml").read_bytes()).value
    assert isinstance(value, dict)
    return value


def test_an_accepted_value_is_stated_and_not_asked_again(desk: Desk, folder: Path) -> None:
    answer(desk, "printed.pdf", "date", "right")
    said = read(folder, "printed.pdf")
    assert said["fields"] == {"date": "2022-05-03"}
    assert said["by"] == "A. Librarian"
    assert set(said) == {"fields", "by", "date", "sha256"}
    later = open_desk(folder)
    assert ("cand/printed.pdf", "date") not in {(one.path, one.field) for one in later.values}
    assert len(later.values) == len(desk.values) - 1
    order = later.open_order(find(later, "printed.pdf", "judges"))
    assert order.description.confirmed == ("date",)
    assert order.description.correction is None


def test_every_kind_of_answer_is_read_back_by_a_build(desk: Desk, folder: Path) -> None:
    answer(desk, "unsigned.txt", "case_name", "1")
    answer(desk, "unsigned.txt", "judges", "none")
    answer(desk, "bare.txt", "judges", "other", "Jane Q. Roe\nRichard Doe\n")
    answer(desk, "bare.txt", "court", "other", "  cand ")
    answer(desk, "printed.pdf", "judges", "skip")
    assert desk.left == 5
    assert read(folder, "bare.txt")["fields"] == {
        "judges": ["Jane Q. Roe", "Richard Doe"],
        "court": "cand",
    }
    later = open_desk(folder)
    told = {one.order.source.path: one.order.description for one in later.archive.orders}
    unsigned, bare = told["cand/unsigned.txt"], told["cand/bare.txt"]
    assert unsigned.case_name
    assert unsigned.case_name.value == "Quill v. Tarn"
    assert unsigned.judges == ()
    assert [claim.value.name for claim in bare.judges] == ["Jane Q. Roe", "Richard Doe"]
    assert bare.court_short == "N.D. Cal."
    asked = {(one.path, one.field) for one in later.values}
    assert asked == {(one.path, one.field) for one in desk.values} - {
        ("cand/unsigned.txt", "case_name"),
        ("cand/unsigned.txt", "judges"),
        ("cand/bare.txt", "judges"),
        ("cand/bare.txt", "court"),
    }


def test_what_an_editor_wrote_is_kept_and_undo_brings_it_back(desk: Desk, folder: Path) -> None:
    place = folder / "cand/unsigned.txt.yml"
    before = b"# Looked at in May.\nfields:\n  title: Order  # as docketed\nnote: Signed so.\n"
    place.write_bytes(before)
    number = answer(desk, "unsigned.txt", "date", "1")
    text = place.read_text()
    assert "# Looked at in May." in text
    assert "title: Order  # as docketed" in text
    assert "date: 2024-03-04" in text
    assert desk.undo() == number
    assert place.read_bytes() == before
    assert number not in desk.answers
    with pytest.raises(RefusedError, match="nothing to undo"):
        desk.undo()


def test_undo_of_a_second_thought_brings_the_first_back(desk: Desk, folder: Path) -> None:
    number = answer(desk, "unsigned.txt", "date", "1")
    first = desk.answers[number]
    answer(desk, "unsigned.txt", "date", "right")
    answer(desk, "unsigned.txt", "date", "skip")  # says nothing of what was said
    desk.withhold(number, Passage(words="Harrow Lane", reason="x"))
    desk.undo()
    assert "Mar. 5" in desk.answers[number]
    desk.undo()
    assert desk.answers[number] == first
    assert read(folder, "unsigned.txt")["fields"] == {"date": "2024-03-04"}
    desk.undo()
    assert number not in desk.answers


def test_undo_takes_a_new_file_away_and_leaves_what_others_changed(
    desk: Desk, folder: Path
) -> None:
    place = folder / "cand/bare.txt.yml"
    answer(desk, "bare.txt", "court", "other", "cand")
    answer(desk, "bare.txt", "judges", "other", "Jane Q. Roe")
    desk.undo()
    assert read(folder, "bare.txt")["fields"] == {"court": "cand"}
    desk.undo()
    assert not place.exists()
    answer(desk, "bare.txt", "court", "other", "cand")
    place.write_text(place.read_text() + "# Mine.\n")
    with pytest.raises(RefusedError, match="has changed the corrections"):
        desk.undo()
    assert place.read_text().endswith("# Mine.\n")


@each_row()
def test_what_is_wrong_is_refused_and_nothing_is_written(
    desk: Desk, folder: Path, path: str, field: str, choice: str, value: str, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        answer(desk, path, field, choice, value)
    assert not list(folder.rglob("*.yml"))
    assert desk.left == 10


def test_two_who_answer_the_same_hear_of_each_other(desk: Desk, folder: Path) -> None:
    other = open_desk(folder)
    number = find(desk, "unsigned.txt", "date")
    seen = desk.look(number)
    answer(other, "unsigned.txt", "judges", "none")  # another field of the file
    other.answer(number, Answer(choice="1", seen=seen))
    with pytest.raises(RefusedError, match="answered elsewhere"):
        desk.answer(number, Answer(choice="right", seen=seen))
    assert read(folder, "unsigned.txt")["fields"] == {"judges": [], "date": "2024-03-04"}


def test_a_passage_is_withheld(desk: Desk, folder: Path) -> None:
    number = find(desk, "unsigned.txt", "judges")
    desk.withhold(number, Passage(words="12\n Harrow Lane", reason=" safety  of a witness\n"))
    (held,) = read(folder, "unsigned.txt")["withhold"]  # type: ignore[misc]
    assert held["words"] == "12 Harrow Lane"
    assert held["reason"] == "safety of a witness"
    assert held["by"] == "A. Librarian"
    shown = view_question(desk, number).paragraphs
    assert [piece.words for one in shown for piece in one.pieces if piece.mark == "withheld"] == [
        "12 Harrow Lane"
    ]
    assert desk.left == 10  # it answers nothing
    later = open_desk(folder)
    assert "Harrow" not in later.open_order(find(later, "unsigned.txt", "judges")).clean.text
    assert desk.undo() == number
    assert not list(folder.rglob("*.yml"))
    for words in ("13 Harrow Lane", " — "):
        with pytest.raises(RefusedError, match="does not have these words"):
            desk.withhold(number, Passage(words=words, reason="x"))


def test_nothing_is_written_outside_of_the_folder(desk: Desk, folder: Path, tmp_path: Path) -> None:
    """A folder of it may be a link that leads elsewhere."""
    (folder / "cand").rename(tmp_path / "elsewhere")
    (folder / "cand").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnreadableOrderError, match="leaves the archive"):
        answer(desk, "bare.txt", "court", "other", "cand")
    assert not list(tmp_path.rglob("*.yml"))


def test_an_order_that_was_replaced_is_not_corrected(desk: Desk, folder: Path) -> None:
    number = find(desk, "bare.txt", "court")
    (folder / "cand/bare.txt").write_text("Another order.\n")
    with pytest.raises(RefusedError, match="has been replaced"):
        desk.answer(number, Answer(choice="other", value="cand", seen=desk.look(number)))


def test_corrections_that_cannot_be_read_are_left_alone(desk: Desk, folder: Path) -> None:
    (folder / "cand/bare.txt.yml").write_bytes(b"fields: {court: cand}\n\xff")
    with pytest.raises(RefusedError, match=r"bare\.txt\.yml"):
        answer(desk, "bare.txt", "judges", "none")
    assert (folder / "cand/bare.txt.yml").read_bytes().endswith(b"\xff")


def test_a_paper_that_is_held_back_is_shown_and_answered(folder: Path) -> None:
    (folder / "cand/brief.txt").write_text(BRIEF)
    desk = open_desk(folder)
    number = find(desk, "brief.txt", "is_order")
    question = view_question(desk, number)
    assert question.is_held
    assert not question.may_be_none
    assert [one.words for one in question.rivals] == ["yes"]
    answer(desk, "brief.txt", "is_order", "1")
    assert read(folder, "brief.txt")["fields"] == {"is_order": "true"}
    later = {one.order.source.path for one in open_desk(folder).archive.orders}
    assert "cand/brief.txt" in later


def test_a_judge_who_is_confirmed_keeps_every_part(desk: Desk, folder: Path) -> None:
    judge = Judge("Jane Q. Roe", "Circuit Judge", "JQR", JudgeRole.PANEL)
    assert write_typed(judge) == (
        '{name: "Jane Q. Roe", title: "Circuit Judge", initials: "JQR", role: panel}'
    )
    number = find(desk, "unsigned.txt", "judges")
    order = desk.open_order(number)
    claim = Claim(judge, None, "by hand", ClaimSource.DOCUMENT, 0.6)
    known = replace(order, description=replace(order.description, judges=(claim,)))
    placed = replace(desk.archive.orders[0], order=known)
    desk = Desk(folder, replace(desk.archive, orders=(placed,)), desk.policies, "A. Librarian")
    answer(desk, "unsigned.txt", "judges", "right")
    later = open_desk(folder).archive.orders
    told = {one.order.source.path: one.order.description for one in later}
    assert [one.value for one in told["cand/unsigned.txt"].judges] == [judge]


def test_a_title_may_begin_with_a_bracket(desk: Desk, folder: Path) -> None:
    desk.values = [Doubt("cand/bare.txt", "title", 0.4)]
    answer(desk, "bare.txt", "title", "other", "[Amended] Order: {Sealed}")
    assert read(folder, "bare.txt")["fields"] == {"title": "[Amended] Order: {Sealed}"}


def test_what_is_next_goes_round(desk: Desk) -> None:
    assert desk.find_next() == 1
    assert desk.find_next(10) == 1
    for number in range(1, 10):
        desk.answer(number, Answer(choice="skip"))
    assert desk.find_next(3) == 10
    desk.answer(10, Answer(choice="skip"))
    assert (desk.find_next(10), desk.left) == (0, 0)


def test_any_field_of_an_order_can_be_opened_and_corrected(desk: Desk, folder: Path) -> None:
    """One that nobody doubts: it is not counted as left."""
    first = find(desk, "bare.txt", "court")
    number = desk.open_field(first, "full_caption")
    assert number == 11
    assert (desk.open_field(first, "full_caption"), desk.open_field(number, "court")) == (11, first)
    assert (desk.left, desk.asked) == (10, 10)
    desk.answer(number, Answer(choice="other", value="Quill v. Harbor", seen=desk.look(number)))
    assert read(folder, "bare.txt")["fields"] == {"full_caption": "Quill v. Harbor"}
    assert desk.left == 10
    assert view_question(desk, number).typed == "Quill v. Harbor"  # as the file says by now
    assert {name for name, _ in view_question(desk, number).others} | {"full_caption"} == set(
        FIELDS
    )


def test_of_one_order_every_field_is_asked_for_the_doubtful_ones_first(folder: Path) -> None:
    (folder / "cand/unsigned.txt.yml").write_text("fields: {judges: []}\nby: A. Librarian\n")
    desk = Desk(folder, build_archive(folder), DEFAULT_POLICIES, "A", "cand/unsigned.txt")
    assert {one.path for one in desk.values} == {"cand/unsigned.txt"}
    doubtful = [one.field for one in desk.values if one.wrong]
    assert doubtful == [one.field for one in desk.values][: len(doubtful)] == ["case_name", "date"]
    assert {one.field for one in desk.values} == set(FIELDS)
    assert desk.left == len(FIELDS)


def send(desk: Desk, number: int, *cells: str) -> None:
    desk.answer(number, Answer(choice="rows", cells=list(cells), seen=desk.look(number)))


def test_rulings_are_corrected_in_rows(desk: Desk, folder: Path) -> None:
    number = desk.open_field(find(desk, "printed.pdf", "date"), "rulings")
    first, *blank = view_question(desk, number).rows
    assert first == ("motion to seal", "granted", "31", "")
    assert blank == [("", "", "", "")] * 3
    send(
        *(desk, number),
        *("motion to seal", "denied", "31, 32", "without prejudice, as moot"),
        *("  motion to\n stay ", "granted in part", "", ""),
        *("", "granted", "", ""),
    )
    assert desk.answers[number].endswith(
        "motion to seal, denied, 31, 32, without prejudice, as moot; motion to stay, granted in part"
    )
    (published,) = [
        one.order.description.rulings
        for one in open_desk(folder).archive.orders
        if one.order.source.path == "cand/printed.pdf"
    ]
    rulings = [claim.value for claim in published]
    assert [(one.motion, one.outcome.value, one.entries) for one in rulings] == [
        ("motion to seal", "denied", ("31", "32")),
        ("motion to stay", "granted in part", ()),
    ]
    assert [one.value for one in rulings[0].qualifiers] == ["without prejudice", "as moot"]
    before = desk.open_order(number).description.rulings[0].value
    assert (rulings[0].kind, rulings[0].movant, rulings[0].printed) == (
        before.kind, before.movant, before.printed,
    )  # fmt: skip
    assert rulings[1].kind is MotionKind.STAY
    assert [row[0] for row in view_question(desk, number).rows][:2] == [
        "motion to seal", "motion to stay",
    ]  # fmt: skip
    desk.undo()
    assert not list(folder.rglob("*.yml"))


def test_parties_are_corrected_in_rows(desk: Desk, folder: Path) -> None:
    number = desk.open_field(find(desk, "bare.txt", "court"), "parties")
    before = [claim.value for claim in desk.open_order(number).description.parties]
    assert [one.role_printed for one in before] == ["Plaintiff", "Defendant"]
    send(
        *(desk, number),
        *("Quill & Feather Press, Inc.", "plaintiff", "0"),
        *(before[1].name, "respondent", "1"),
        *('Tarn {LLC}: a "trust"', "intervenor", "1"),
    )
    told = {
        one.order.source.path: one.order.description for one in open_desk(folder).archive.orders
    }
    parties = [claim.value for claim in told["cand/bare.txt"].parties]
    assert parties == [
        replace(before[0], name="Quill & Feather Press, Inc."),
        replace(before[1], roles=(PartyRole.RESPONDENT,), role_printed=None),
        Party('Tarn {LLC}: a "trust"', (PartyRole.INTERVENOR,), None, 1),
    ]


@each_row(cells=as_tuples)
def test_rows_that_are_wrong_are_refused(
    desk: Desk, folder: Path, field: str, cells: tuple[str, ...], why: str
) -> None:
    number = desk.open_field(1, field)
    with pytest.raises(RefusedError, match=why):
        send(desk, number, *cells)
    assert not list(folder.rglob("*.yml"))


def test_a_paper_is_kept_off_the_site(folder: Path) -> None:
    (folder / "cand/brief.txt").write_text(BRIEF)
    desk = open_desk(folder)
    number = find(desk, "brief.txt", "is_order")
    assert view_question(desk, number).may_be_kept_off
    assert not view_question(desk, desk.open_field(1, "is_order")).may_be_kept_off
    desk.keep_off(number, Reason(text="It is a brief."))
    (held,) = read(folder, "brief.txt")["withhold"]  # type: ignore[misc]
    assert (held["what"], held["reason"], held["by"]) == ("order", "It is a brief.", "A. Librarian")
    assert number in desk.answers
    with pytest.raises(ArchiveError, match="withholds the order"):
        desk.answer(number, Answer(choice="1", seen=desk.look(number)))
    later = build_archive(folder)
    assert "cand/brief.txt" in {one.path for one in later.withheld}
    assert FindingCode.HELD_BACK not in {one.code for one in later.findings}
    assert desk.undo() == number
    assert not list(folder.rglob("*.yml"))


def test_a_note_is_written_and_shown(desk: Desk, folder: Path) -> None:
    number = answer(desk, "unsigned.txt", "judges", "none")
    desk.note(number, Reason(text='Signed by nobody: "so ordered".'))
    assert read(folder, "unsigned.txt")["note"] == 'Signed by nobody: "so ordered".'
    assert view_question(desk, number).note == 'Signed by nobody: "so ordered".'
    desk.undo()
    assert "note" not in read(folder, "unsigned.txt")


def test_no_placeholder_is_taken_for_an_answer(desk: Desk, folder: Path) -> None:
    number = find(desk, "unsigned.txt", "judges")
    for refused in (
        lambda: answer(desk, "unsigned.txt", "judges", "other", "Jane Q. Roe\n…"),
        lambda: desk.withhold(number, Passage(words="Harrow Lane", reason="YOUR REASON")),
        lambda: desk.keep_off(number, Reason(text="...")),
        lambda: desk.note(number, Reason(text="…")),
        lambda: Name(by="YOUR NAME"),
        lambda: send(desk, number, "Roe", "…"),
    ):
        with pytest.raises(RefusedError, match="is a placeholder"):
            refused()
    assert not list(folder.rglob("*.yml"))
    assert desk.by == "A. Librarian"
