"""How a motion's words are printed, and what of them is a name."""

import pytest

from build_scripts.describing.motion_print import read_print
from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Span
from tests.describing.specimens import Line, make_order

T, H = BlockKind.TITLE, BlockKind.HEADING


@pytest.mark.parametrize(
    ("lines", "motion", "printed"),
    [
        # running text shows what is a name
        (
            (
                (T, "ORDER"),
                "Keel’s motion to exclude the report of Martin Tiller (ECF No. 5) is DENIED.",
            ),
            "motion to exclude the report of Martin Tiller",
            "motion to exclude the report of Martin Tiller",
        ),
        # the title in capitals is where it is decided, the text says what is a name
        (
            (
                (T, "ORDER GRANTING MOTION TO EXCLUDE THE REPORT OF MARTIN TILLER"),
                "Keel offers a report. Dr. Martin Tiller wrote the report for the company.",
            ),
            "motion to exclude the report of Martin Tiller",
            "MOTION TO EXCLUDE THE REPORT OF MARTIN TILLER",
        ),
        # a title in which every word begins large
        (
            (
                (T, "Order Denying Motion to Stay Pending PTO Proceedings"),
                "The PTO will act while other proceedings are pending or not.",
            ),
            "motion to stay pending PTO proceedings",
            "Motion to Stay Pending PTO Proceedings",
        ),
        # two words that the text prints large together
        (
            (
                (T, "ORDER DENYING MOTION FOR SUMMARY JUDGMENT ON THE FOURTH AMENDMENT CLAIM"),
                "The Fourth Amendment is at issue. The fourth claim is one of amendment.",
            ),
            "motion for summary judgment on the Fourth Amendment claim",
            "MOTION FOR SUMMARY JUDGMENT ON THE FOURTH AMENDMENT CLAIM",
        ),
        # a paper's name, and words that are large in the motion's name alone
        (
            (
                (T, "ORDER"),
                "Keel’s Motion for Leave to File a Second Amended Complaint for Lack of Notice is GRANTED.",
                "The Second Amended Complaint tells of a notice and of a lack of funds.",
            ),
            "motion for leave to file a Second Amended Complaint for lack of notice",
            "Motion for Leave to File a Second Amended Complaint for Lack of Notice",
        ),
        # brackets within the motion's name are printed, and no part of it
        (
            ((T, "ORDER"), "The motion (ECF No. 5) to compel arbitration is GRANTED."),
            "motion to compel arbitration",
            "motion (ECF No. 5) to compel arbitration",
        ),
        # names in the words of a judgment
        (
            ((H, "OPINION"), "We affirm the judgment for Ada Keel on liability."),
            "appeal from judgment for Ada Keel on liability",
            "judgment for Ada Keel on liability",
        ),
        # Latin, which few orders print
        (
            ((T, "ORDER"), "The ex parte motion to appear nunc pro tunc is GRANTED."),
            "ex parte motion to appear nunc pro tunc",
            "ex parte motion to appear nunc pro tunc",
        ),
        (
            ((T, "ORDER"), "The petition for rehearing en banc is DENIED."),
            "petition for rehearing en banc",
            "petition for rehearing en banc",
        ),
        # words of ours
        (
            ((T, "ORDER"), "Motions in limine nos. 1 and 2 are DENIED."),
            "motion in limine no. 1",
            None,
        ),
    ],
)
def test_names_keep_their_capitals(
    lines: tuple[Line, ...], motion: str, printed: str | None
) -> None:
    ruling = find_rulings(make_order(*lines))[0].value
    assert (ruling.motion, ruling.printed) == (motion, printed)


@pytest.mark.parametrize("sign", ["[x] ", "(x) ", "| ", "[x] | "])
def test_signs_in_a_row_are_matched_in_one_way(sign: str) -> None:
    """A wording of brackets or strokes does not try every way to pass over those of the text."""
    order = make_order((T, "ORDER"), f"The stipulation {sign * 60}was long.")
    assert read_print(f"stipulation {sign * 25}y", Span(0, 0), order).printed is None
