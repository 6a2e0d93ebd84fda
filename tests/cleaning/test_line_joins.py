"""A line goes on below the one of its column better than below a line of the other."""

import pytest

from build_scripts.cleaning.line_joins import TOP, list_known, make_weigher

EDGE = 60


@pytest.mark.parametrize(
    ("below", "own", "other"),
    [
        # a word that asks for another
        (
            "clerk strike the notice from the docket of the court",
            "It is therefore ordered that the",
            "The motion for leave to amend the answer is denied.",
        ),
        # a small letter goes on with no sentence that ended
        (
            "and the keeper of the gate heard her ask for the key.",
            "The tenant came back to the house at nine in the evening",
            "We affirm the judgment of the court below in all parts.",
        ),
        # a name below "v."
        (
            "DOE MILLS, INC., Defendant.",
            "v.",
            "which the tenant had asked for in a letter of May 3 to the",
        ),
        # a docket number below a role
        (
            "No. 31-0412.",
            "Defendants-Appellees.",
            "that the notice was served a week too late, since the",
        ),
        # a report's page below its volume
        (
            "345, 347 (2d Cir. 2031), says nothing of a notice that",
            "the rent is due. The opinion in Roe v. Poe, 12 F.4th",
            "Attorneys and Law Firms",
        ),
        # the court first
        ("Supreme Court of Elm.", TOP, "He had not answered any of her letters, and when she"),
        # a paragraph ends, a blank line stands below
        (
            "",
            "The judgment is affirmed.",
            "The keeper of the gate on Elm Street saw the tenant with",
        ),
        # a bracket that was opened is closed
        (
            "as amended in 2031), which the landlord never cites.",
            "The rule is that of the statute (Code of Elm, section 12,",
            "The tenant, who pays the rent on the first of the month,",
        ),
    ],
)
def test_a_line_goes_on_below_its_own_column(below: str, own: str, other: str) -> None:
    weigh = make_weigher(EDGE, set())
    in_prose = not below.isupper() and own not in ("v.", TOP)
    assert weigh(own, below, 1, False, in_prose) > weigh(other, below)


def test_words_that_stand_beside_each_other_elsewhere_go_on() -> None:
    known = list_known(["a letter to the Elm Valley Grange was sent"])
    above, below = "which the Elm", "Valley Grange never answered, as the clerk has noted in"
    assert make_weigher(EDGE, known)(above, below) > make_weigher(EDGE, set())(above, below)


def test_a_justified_line_is_as_long_as_its_column() -> None:
    weigh = make_weigher(EDGE, set())
    above, below = "the clerk of the court in Elmton and its", "keeper saw her"
    assert weigh(above, below, 0, True) > weigh(above, below, 0, False)
