"""How courts print when they decided: each row a printed form, all of one date."""

import datetime
from functools import partial

from build_scripts.describing.dates import find_date
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from tests.describing.specimens import Line, as_lines, make_order
from tests.tables import each_row

PROSE = (
    "The plaintiff filed this action on March 3, 2018, and the defendants moved to dismiss it on "
    "June 4, 2018, for want of jurisdiction."
)
TRIAL = (
    "UNITED STATES DISTRICT COURT",
    "DISTRICT OF MAINE",
    "JANE ROE, Plaintiff, v. PAT POE, Defendant.",
    "Case No. 2:18-cv-00123",
)
ABOVE = ("COURT OF APPEALS", "JANE ROE, Appellant, v. PAT POE, Appellee.", "No. 18-1234")


@each_row(lines=partial(as_lines, ABOVE=ABOVE, PROSE=PROSE, TRIAL=TRIAL))
def test_the_date_of_decision_in_every_printed_form(lines: list[Line]) -> None:
    found = find_date(make_order(*lines))
    assert found
    assert found.value == datetime.date(2019, 5, 3)
    assert (found.confidence or 0) >= LEAST_CONFIDENCE
