import pytest

from build_scripts.describing.motions import classify_motion, find_motions


@pytest.mark.parametrize(
    ("text", "wording", "kind"),
    [
        ("Defendant’s Motion to Dismiss.", "motion to dismiss", "dismiss"),
        (
            "MOTION TO COMPEL FURTHER RESPONSES TO REQUEST NO. 11",
            "motion to compel further responses to request no. 11",
            "compel",
        ),
        ("its motion [3]", "motion", None),
        ("the motion no. 12 to dismiss is denied", "motion no. 12 to dismiss", "dismiss"),
        ("the motion for the following reasons", "motion", None),
        # the kind that stands first
        (
            "motion to stay pending arbitration of related claims",
            "motion to stay pending arbitration of related claims",
            "stay",
        ),
        ("ex parte application to seal (Dkt. 3)", "ex parte application to seal", "seal"),
        (
            "motion to exclude the report is denied",
            "motion to exclude the report",
            "exclude report",
        ),
    ],
)
def test_find_motions(text: str, wording: str, kind: str | None) -> None:
    motion = find_motions(text)[0]
    assert (motion.wording, motion.kind) == (wording, kind)
    assert text[motion.start : motion.end].lower().startswith(wording.split()[0])


@pytest.mark.parametrize("text", ["Keel moves to dismiss", "the demotion of a clerk"])
def test_no_motion(text: str) -> None:
    assert find_motions(text) == ()


def test_partial_summary_judgment_is_another_motion() -> None:
    assert classify_motion("motion for summary judgment") != classify_motion(
        "motion for partial summary judgment"
    )
