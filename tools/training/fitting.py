"""Logistic regression over named signals: plain, small, and the same on every machine."""

from collections.abc import Mapping, Sequence

from build_scripts.describing.candidates import BIAS, weigh

Example = tuple[frozenset[str], bool]  # a candidate's signals, and whether its value is right

_ROUNDS = 400
_RATE = 0.5
_PENALTY = 0.3  # keeps the weight of a signal small that few orders show
_DIGITS = 2


def fit(
    examples: Sequence[Example],
    expected: Mapping[str, float] | None = None,
    *,
    keep_bias: bool = False,
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
    for _ in range(_ROUNDS):
        slopes = {
            name: _PENALTY * (weight - prior.get(name, 0.0)) for name, weight in weights.items()
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
    ordered = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return {name: round(weight, _DIGITS) for name, weight in ordered if round(weight, _DIGITS)}
