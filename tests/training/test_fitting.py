"""Weights are fitted to labelled candidates: the same ones every time."""

from itertools import permutations

from build_scripts.describing.candidates import BIAS, weigh
from tools.training.fitting import Example, fit


def examples() -> list[Example]:
    label, month = frozenset({"label"}), frozenset({"label", "month"})
    return [*[(label, True)] * 8, *[(month, False)] * 8, (frozenset({"seen once"}), True)]


def test_what_goes_with_right_values_weighs_more_than_what_goes_with_wrong_ones() -> None:
    weights = fit(examples())
    assert weigh({"label"}, weights) > 0.8
    assert weigh({"label", "month"}, weights) < 0.2


def test_a_signal_of_one_example_has_no_weight() -> None:
    assert "seen once" not in fit(examples())


def test_the_order_of_examples_does_not_count() -> None:
    few = [*examples()[:2], *examples()[8:10]]
    assert len({tuple(fit(order).items()) for order in permutations(few)}) == 1


def test_without_examples_there_is_nothing_to_weigh() -> None:
    assert set(fit([])) <= {BIAS}
