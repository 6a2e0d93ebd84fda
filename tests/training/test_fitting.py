"""Weights are fitted to labelled candidates: the same ones every time."""

from itertools import permutations
from math import log

import pytest

from build_scripts.describing.candidates import BIAS, weigh
from tools.training.fitting import Example, find_scale, fit, scale


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


def test_confidences_are_scaled_to_how_often_choices_are_right() -> None:
    """Of those that are 0.3 sure half are right, of those that are 0.9 sure nine of ten."""
    choices = [(0.3, n % 2 == 0) for n in range(200)] + [(0.9, n % 10 > 0) for n in range(200)]
    slope, shift = find_scale(choices)
    scaled = scale({BIAS: log(0.3 / 0.7), "surer": log(9) - log(0.3 / 0.7)}, slope, shift)
    assert weigh((), scaled) == pytest.approx(0.5, abs=0.03)
    assert weigh(("surer",), scaled) == pytest.approx(0.9, abs=0.02)


def test_no_choices_change_nothing() -> None:
    assert find_scale([]) == (1.0, 0.0)
