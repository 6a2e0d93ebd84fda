"""How likely a paper is an order, by the words of its beginning and end.

A logistic regression that knows nothing of the rules of `describing/paper_kind.py`: where the two
differ, the paper is doubted. `python -m tools.training.kind` writes its weights, `kind.json`.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

LEAST_ORDER = 0.8
"""From here on a paper is taken for an order, though the rules doubt it."""

MOST_OTHER = 0.1
"""Up to here a paper is doubted that the rules take for an order."""

_FIRST, _LAST = 3000, 2000  # characters
_FEWEST = 55  # features: a caption and a sentence have fewer, and decide nothing
_WEIGHTS = files("build_scripts.describing.tagging") / "kind.json"


def list_kind_features(text: str) -> frozenset[str]:
    """Return the words of a text's beginning and end, each with the part that it is of."""
    parts = (("first", text[:_FIRST]), ("last", text[-_LAST:]))
    return frozenset(
        f"{name} {word}"
        for name, part in parts
        for word in re.findall(r"[^\W\d_]{3,20}", part.lower())
    )


@cache
def _read_weights() -> Mapping[str, float]:
    found: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return found


def rate_order(text: str) -> float:
    """Return how likely a paper of this text is an order, 0 to 1; 0.5 for one of a few words."""
    found = list_kind_features(text)
    if len(found) < _FEWEST:
        return 0.5
    weights = _read_weights()
    total = weights["bias"] + sum(weights.get(each, 0.0) for each in found)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
