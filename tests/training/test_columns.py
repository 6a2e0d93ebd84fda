"""Made mixes hold each line of a paper once; signals of right choices weigh more than others."""

from random import Random

import pytest

from tools.training.columns import Example, fit, list_examples
from tools.training.mixes import ACROSS, Item, draw_form, list_columns, mix_paper

WORDS = "the tenant asked the landlord for the key of the house in a letter of May "
ITEMS = [
    Item("parties", "Jane ROE v. DOE MILLS, INC."),
    *(Item("paragraph", f"{WORDS * 4}{number}.") for number in range(12)),
]


@pytest.mark.parametrize("seed", range(8))
def test_both_columns_hold_all_words_in_order(seed: int) -> None:
    form = draw_form(Random(seed))  # noqa: S311
    pages = mix_paper("Roe v. Doe", ITEMS, form)
    lines = [line for page in pages for column in list_columns(page)[:ACROSS] for line in column]
    text = "".join("".join(lines).replace("-", "").split())
    places = [text.find(f"May{number}.") for number in range(12)]
    assert min(places) >= 0
    assert places == sorted(places)


@pytest.mark.parametrize("seed", range(8))
def test_each_choice_has_right_and_wrong_examples(seed: int) -> None:
    form = draw_form(Random(seed))  # noqa: S311
    found = list_examples(form, mix_paper("Roe v. Doe", ITEMS, form))
    assert {right for _, right in found} == {True, False}


def test_signals_of_right_choices_weigh_more() -> None:
    good, bad, rare = ("looks", "full", "full"), ("looks", "full", "versus"), ("quote", "", "")
    examples: list[Example] = [([good], True), ([bad], False)] * 60
    weights = fit([*examples, ([rare], True)])
    assert weights[good] > 0 > weights[bad]
    assert rare not in weights
