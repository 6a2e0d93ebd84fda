"""How courts print who decides: each row a printed form of some court, with fictional names."""

from functools import partial

from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import Line, as_lines, make_order
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
