"""What ends a sentence and what begins an item."""

import pytest

from build_scripts.cleaning.line_ends import (
    ends_sentence,
    goes_on,
    is_finished,
    is_item,
)
from build_scripts.cleaning.lines import Line


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("The motion is denied.", True),
        ("the orders that follow:", True),
        ("“I saw it.”", True),
        ("a winch and its drum.3", True),  # with a footnote's mark
        ("the sum of $12,908.83", False),  # cents are no mark
        ("as stated in Dkt. No.", False),
        ("See Anderson v.", False),
        ("under 28 U.S.", False),
        ("Winter v. Nat. Res. Def.", False),  # table T6 of the Bluebook
        ("quoting Bell Atl.", False),
        ("was sold to Acme Corp.", True),  # ends sentences too
        ("the court of", False),
    ],
)
def test_a_line_can_be_its_paragraphs_last(text: str, finished: bool) -> None:
    assert is_finished(Line(1, text)) is finished


def test_a_colon_ends_no_sentence() -> None:
    assert ends_sentence(Line(1, "The motion is denied."))
    assert not ends_sentence(Line(1, "The Court orders as follows:"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(collectively, “Aldergate”)", True),
        ("the harbor", True),
        ("The harbor", False),
        ("(a) the harbor", False),
    ],
)
def test_small_letters_go_on(text: str, rest: bool) -> None:
    assert goes_on(Line(1, text)) is rest


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1. The motion", True),
        ("(iv) the lease", True),
        ("• the lease", True),
        ("1.2 million", False),
        ("(1996) the statute", False),
    ],
)
def test_items_of_lists(text: str, item: bool) -> None:
    assert is_item(Line(1, text)) is item
