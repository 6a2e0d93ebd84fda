"""A line goes on below the one of its column better than below a line of the other."""

from build_scripts.cleaning.line_joins import TOP, list_known, make_weigher
from tests.tables import each_row

EDGE = 60


@each_row()
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
