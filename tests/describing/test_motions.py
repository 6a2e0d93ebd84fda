import pytest

from build_scripts.describing.motions import classify_motion, find_motions
from tests.tables import each_row


@each_row()
def test_find_motions(text: str, wording: str, kind: str | None) -> None:
    motion = find_motions(text)[0]
    assert (motion.wording, motion.kind) == (wording, kind)
    assert text[motion.start : motion.end].lower().startswith(wording.split()[0])


@each_row()
def test_several_motions_by_one_word(text: str, wordings: list[str]) -> None:
    assert [each.wording for each in find_motions(text)] == wordings


def test_a_verb_in_capitals_is_no_part_of_who_moves() -> None:
    (motion,) = find_motions("the Court DISMISSES AS MOOT Keel’s motion for leave to reply")
    assert motion.movant == "Keel"


@each_row()
def test_who_filed_a_motion(text: str, wording: str, movant: str | None) -> None:
    (motion,) = find_motions(text)
    assert (motion.wording, motion.movant) == (wording, movant)


@pytest.mark.parametrize("text", ["Keel moves to dismiss", "the demotion of a clerk"])
def test_no_motion(text: str) -> None:
    assert find_motions(text) == ()


def test_partial_summary_judgment_is_another_motion() -> None:
    assert classify_motion("motion for summary judgment") != classify_motion(
        "motion for partial summary judgment"
    )
