from build_scripts.describing.motions import find_motions
from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import make_order
from tests.describing.test_rulings import BACKGROUND
from tests.tables import each_row


@each_row()
def test_movant(text: str, movant: str | None) -> None:
    assert find_motions(text)[0].movant == movant


def rulings_of(*sentences: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    clean = make_order(
        *BACKGROUND, "The parties moved in May, and the court heard them in June.", *sentences
    )
    return [
        (claim.value.outcome.value, claim.value.movant, claim.value.entries)
        for claim in find_rulings(clean)
    ]


def test_a_movant_in_capitals_is_named_as_in_the_prose() -> None:
    assert rulings_of(
        "Tiller Mills sued. GRANTING DEFENDANT TILLER MILLS’S MOTION TO SEAL. The NYCDOT’s motion to stay is DENIED."
    )[-1] == ("denied", "NYCDOT", ())
    clean = make_order((BlockKind.TITLE, "ORDER DENYING DEFENDANT PAT TILLER’S MOTION TO SEAL"))
    assert [claim.value.movant for claim in find_rulings(clean)] == ["Defendant Pat Tiller"]


def test_cross_motions_go_apart() -> None:
    assert rulings_of(
        "For these reasons, the defendant’s motion for summary judgment is DENIED and the plaintiff’s "
        "motion for summary judgment is GRANTED."
    ) == [("denied", "defendant", ()), ("granted", "plaintiff", ())]


def test_two_companies_of_one_name_moved_each_for_itself() -> None:
    assert rulings_of(
        "Keel Corp.’s motion to dismiss (Doc. 9) is GRANTED.",
        "Keel LLC’s motion to dismiss (Doc. 10) is GRANTED.",
    ) == [("granted", "Keel Corp", ("9",)), ("granted", "Keel LLC", ("10",))]


def test_one_movant_under_two_names_stays_one() -> None:
    assert rulings_of(
        "Moving Defendants’ motion to dismiss is GRANTED IN PART.",
        "Defendants’ motion to dismiss is DENIED in all other respects.",
    ) == [("granted in part", "Moving Defendants", ())]
