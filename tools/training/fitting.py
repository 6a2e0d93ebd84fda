"""Logistic regression over named signals: plain, small, and the same on every machine."""

from collections.abc import Mapping, Sequence
from math import exp, log

from build_scripts.describing.candidates import BIAS, weigh

Example = tuple[frozenset[str], bool]  # a candidate's signals, and whether its value is right

_ROUNDS = 400
_RATE = 0.5
_PENALTY = 0.3  # keeps the weight of a signal small that few orders show
_DIGITS = 2
_STEPS = 30
_LEAST_SLOPE = 0.3


def fit(
    examples: Sequence[Example],
    expected: Mapping[str, float] | None = None,
    *,
    keep_bias: bool = False,
    rounds: int = _ROUNDS,
    penalty: float = _PENALTY,
) -> Mapping[str, float]:
    """Return the weights that tell right candidates from wrong ones, the strongest first.

    Gradient steps scaled by each signal's own count (Adagrad), with an L2 penalty on what differs
    from the `expected` weights: few examples move a weight a little. Signals that no two examples
    show keep what is expected of them, else they are left out. With `keep_bias` what a candidate
    without signals is worth is said, not counted.
    """
    prior = expected or {}
    counts: dict[str, int] = {}
    for signals, _ in examples:
        for each in signals:
            counts[each] = counts.get(each, 0) + 1
    names = sorted(name for name, count in counts.items() if count > 1)
    weights = {**dict.fromkeys([BIAS, *names], 0.0), **prior}
    squares = dict.fromkeys(weights, 1e-6)
    known = [
        ([each for each in sorted(signals) if each in weights], right)
        for signals, right in examples
    ]
    for _ in range(rounds):
        slopes = {
            name: penalty * (weight - prior.get(name, 0.0)) for name, weight in weights.items()
        }
        slopes[BIAS] = 0.0
        for shown, right in known:
            error = weigh(shown, weights) - right
            slopes[BIAS] += error
            for each in shown:
                slopes[each] += error
        if keep_bias:
            slopes[BIAS] = 0.0
        for name, slope in slopes.items():
            squares[name] += slope * slope
            weights[name] -= _RATE * slope / squares[name] ** 0.5
    return _order(weights)


def _order(weights: Mapping[str, float]) -> Mapping[str, float]:
    ordered = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return {name: round(weight, _DIGITS) for name, weight in ordered if round(weight, _DIGITS)}


def find_scale(
    choices: Sequence[tuple[float, bool]], expected: float = 0.0, hold: float = 2.0
) -> tuple[float, float]:
    """Return the slope and shift of log odds with which confidences are calibrated.

    `choices` are confidences of chosen values of unseen sources, and whether each is right: the
    likeliest of several candidates is right more often, or less, than candidates alike on average.
    Platt's scaling by Newton's method; as much as `hold` choices speak for a slope of 1 and the
    `expected` shift.
    """
    odds = [log(max(1e-6, sure) / max(1e-6, 1 - sure)) for sure, _ in choices]
    slope, shift = 1.0, expected
    for _ in range(_STEPS):
        first, second = -hold * (slope - 1), -hold * (shift - expected)
        a, b, c = hold, 0.0, hold
        for x, (_, right) in zip(odds, choices, strict=True):
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, slope * x + shift))))
            first += (right - chance) * x
            second += right - chance
            spread = chance * (1 - chance)
            a, b, c = a + spread * x * x, b + spread * x, c + spread
        ground = a * c - b * b
        slope += (c * first - b * second) / ground
        shift += (a * second - b * first) / ground
    return max(slope, _LEAST_SLOPE), shift


def scale(weights: Mapping[str, float], slope: float, shift: float) -> Mapping[str, float]:
    """Return weights whose log odds are `slope` times what they were, plus `shift`."""
    scaled = {name: slope * weight for name, weight in weights.items()}
    return _order({**scaled, BIAS: scaled.get(BIAS, 0.0) + shift})
