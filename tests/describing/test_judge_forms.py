"""How courts print who decides: each row a printed form of some court, with fictional names."""

from dataclasses import replace
from functools import partial

from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import Block, BlockKind, Place
from build_scripts.model.description import JudgeRole
from tests.describing.specimens import Line, as_lines, make_order
from tests.orders_from_text import clean_text
from tests.tables import each_row

S = BlockKind.SIGNATURE
APPEAL = (
    "The defendant appeals from the judgment of conviction that the trial court entered after a "
    "jury found him guilty of theft."
)
MOTION = (
    "The plaintiff moves for summary judgment upon the complaint and the defendant opposes the "
    "motion for reasons that follow here."
)
ABOVE = (
    "IN THE COURT OF APPEALS OF OHIO",
    "STATE OF OHIO, Plaintiff-Appellee, v. MAX DOE, Defendant-Appellant.",
    "Case No. 12 CA 34",
)
TRIAL = (
    "SUPERIOR COURT OF THE STATE OF MAINE",
    "JANE MOE, Plaintiff, v. PAT DOE, Defendant.",
    "Docket No. CV-12-34",
)


def read_surnames(head: tuple[str, ...], lines: list[Line]) -> list[str]:
    """The surnames of the judges whom the field shows."""
    found = find_judges(make_order(*head, *lines))
    if not found or (found[0].confidence or 0) < LEAST_CONFIDENCE:
        return []
    return sorted((claim.value.name or "").split()[-1] for claim in found)


@each_row(lines=partial(as_lines, APPEAL=APPEAL))
def test_panels_votes_and_bylines(lines: list[Line], surnames: str) -> None:
    assert read_surnames(ABOVE, lines) == sorted(surnames.split())


@each_row(lines=partial(as_lines, MOTION=MOTION))
def test_signatures_minutes_and_heads(lines: list[Line], surnames: str) -> None:
    assert read_surnames(TRIAL, lines) == sorted(surnames.split())


def test_a_name_below_its_office_is_the_judges() -> None:
    office = (S, "JUDGE OF THE DISTRICT COURT")
    assert read_surnames(TRIAL, [MOTION, "DATED May 3, 2019.", office, "Jane Q. Roe"]) == ["Roe"]


def test_a_signature_in_printed_lines_of_one_block_is_read() -> None:
    lines = ("Judge Jane Q. Roe", "Kings County Superior Court", "Northern Judicial Circuit")
    text = " ".join(lines)
    places = tuple(Place(text.index(line), 1, row) for row, line in enumerate(lines, 1))
    clean = make_order(*TRIAL, MOTION, "SO ORDERED this 3rd day of May, 2019.")
    signed = replace(clean, blocks=(*clean.blocks, Block(BlockKind.QUOTE, text, places)))
    assert [claim.value.name for claim in find_judges(signed)] == ["Jane Q. Roe"]


def test_a_name_that_ends_a_sentence_is_no_byline() -> None:
    order = clean_text("""\
United States Court of Appeals
FOR THE DISTRICT OF COLUMBIA CIRCUIT
No. 31-5037 September Term, 2031
Wren Quillon,
Appellee
v.
Silas Marlowe, in his official capacity as Keeper of Bridges,
Appellant
BEFORE: Harrow, Chief Judge, and Penn, Quimby, Wren, and Sedge, Circuit Judges
O R D E R
Upon consideration of the petition for hearing en banc, it is
ORDERED that the petition be granted.
Separate statements of Circuit Judges Penn and Sedge are attached, who would leave the bridge
closed as the keeper closed it. Circuit Judge Penn joins in the statement of Circuit
Judge Sedge.
""")
    roles = {claim.value.name: claim.value.role for claim in find_judges(order)}
    assert roles["Sedge"] is JudgeRole.PANEL
