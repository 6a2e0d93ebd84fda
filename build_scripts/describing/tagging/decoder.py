"""How likely each label is for each of a row of pieces, under a linear chain.

Plain arithmetic over the weights of `model.json`: forward and backward sums. The same as the
trainer's own decoder, which the build does without.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

_MODEL = files("build_scripts.describing.tagging") / "model.json"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features and of steps from label to label, by the labels' places."""

    labels: tuple[str, ...]
    states: Mapping[str, Sequence[tuple[int, float]]]  # feature → its weight for each label
    steps: Sequence[Sequence[float]]  # from, to


Models = Mapping[str, Model]
"""By what its labels are of: "caption" or "signature"."""


def make_models(weights: Mapping[str, Any]) -> Models:
    """Make the models of both chains from what `model.json` holds."""
    return {chain: make_model(weights[chain]) for chain in ("caption", "signature")}


def make_model(weights: Mapping[str, Any]) -> Model:
    """Make a model from its weights by label and feature."""
    labels = tuple(weights["labels"])
    states: dict[str, list[tuple[int, float]]] = {}
    for place, label in enumerate(labels):
        for feature, weight in weights["features"].get(label, {}).items():
            states.setdefault(feature, []).append((place, weight))
    steps = [
        [float(weights["steps"].get(one, {}).get(other, 0.0)) for other in labels] for one in labels
    ]
    return Model(labels, states, steps)


@cache
def load_models() -> Models:
    """Read the models that are shipped."""
    return make_models(json.loads(_MODEL.read_text(encoding="utf-8")))


def tag(features: Sequence[Sequence[str]], model: Model) -> tuple[Mapping[str, float], ...]:
    """Return how likely each label is at each of a row of pieces, given the pieces' features."""
    return _find_chances([_score(each, model) for each in features], model) if features else ()


def _score(features: Sequence[str], model: Model) -> list[float]:
    score = [0.0] * len(model.labels)
    for feature in features:
        for place, weight in model.states.get(feature, ()):
            score[place] += weight
    return score


def _find_chances(
    scores: Sequence[Sequence[float]], model: Model
) -> tuple[Mapping[str, float], ...]:
    places = range(len(model.labels))
    columns = [[model.steps[one][to] for one in places] for to in places]
    ahead = [list(scores[0])]
    for score in scores[1:]:
        last = ahead[-1]
        ahead.append([score[to] + _add(last, columns[to]) for to in places])
    behind = [[0.0] * len(places)]
    for score in reversed(scores[1:]):
        later = [score[to] + behind[-1][to] for to in places]
        behind.append([_add(later, model.steps[one]) for one in places])
    behind.reverse()
    total = _add(ahead[-1], behind[-1])
    return tuple(
        {
            label: exp(min(0.0, one[place] + other[place] - total))
            for place, label in enumerate(model.labels)
        }
        for one, other in zip(ahead, behind, strict=True)
    )


def _add(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the logarithm of the sum of the products, pair by pair."""
    sums = [a + b for a, b in zip(one, other, strict=True)]
    most = max(sums)
    return most + log(sum(exp(each - most) for each in sums))
