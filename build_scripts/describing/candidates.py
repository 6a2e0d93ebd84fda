"""Propose candidates for a field's value, then choose one by its signals.

A field's file proposes candidates from every place where its value can be, each with its
signals: named observations for or against it ("under a signature line", "has a
month"). `choose` adds up the signals' weights, read from `weights/FIELD.json`, and turns the sum
into a confidence. Nothing is refused for its place alone: a poor candidate loses to a better one,
or is so doubtful that the field stays empty. `tools.training` fits the weights to labels.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, Generic, TypeVar

from build_scripts.model.description import Claim, Span

T = TypeVar("T")

_WEIGHTS = files("build_scripts.describing") / "weights"
BIAS = "bias"
AGREEMENT = "said in two places"


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A possible value, its place, why it was proposed, and the signals for and against it.

    Of a field that holds several values (judges, docket numbers) the value is a tuple: all judges
    of one signature, one "Before" line.
    """

    value: T
    evidence: Span | None
    reason: str
    signals: frozenset[str]


@cache
def read_weights(field: str) -> Mapping[str, float]:
    """Return a field's weights by signal; a signal that was never weighed counts nothing."""
    found: dict[str, float] = json.loads((_WEIGHTS / f"{field}.json").read_text(encoding="utf-8"))
    return found


def pool(
    candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable] = repr
) -> list[Candidate[T]]:
    """Join the candidates whose values have one `key`: the first, with the signals of all."""
    pooled: dict[Hashable, Candidate[T]] = {}
    for each in candidates:
        name = key(each.value)
        first = pooled.get(name)
        if first is None:
            pooled[name] = each
            continue
        signals = first.signals | each.signals
        if not overlap(first.evidence, each.evidence):
            signals |= {AGREEMENT}
        pooled[name] = Candidate(first.value, first.evidence, first.reason, signals)
    return list(pooled.values())


def overlap(one: Span | None, other: Span | None) -> bool:
    """Return whether two places share a character: two readings of one line are one place."""
    if one is None or other is None:
        return one is other
    return one == other or (one.start < other.end and other.start < one.end)


def weigh(signals: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the confidence, 0 to 1, that these signals and weights give."""
    total = weights.get(BIAS, 0.0) + sum(weights.get(each, 0.0) for each in sorted(signals))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


Competes = Callable[[Candidate[Any], Candidate[Any]], bool]
"""Whether the likeliest value, given first, and another one could both be the field's."""


def choose(
    field: str,
    candidates: Iterable[Candidate[Any]],
    key: Callable[[Any], Hashable] = repr,
    competes: Competes | None = None,
) -> tuple[Candidate[Any], float] | None:
    """Return the likeliest candidate and its confidence; of equals the first. None of none."""
    weights = read_weights(field)
    pooled = pool(candidates, key)
    return pick(((each, weigh(each.signals, weights)) for each in pooled), competes)


def pick(
    weighed: Iterable[tuple[Candidate[T], float]], competes: Competes | None = None
) -> tuple[Candidate[T], float] | None:
    """Return the likeliest of candidates and its confidence.

    With `competes` the confidence is the share of its odds in those of it, of the likeliest that
    competes with it, and of neither.
    """
    ranked = sorted(weighed, key=lambda pair: -pair[1])
    if not ranked:
        return None
    best, sure = ranked[0]
    for other, chance in ranked[1:]:
        if competes and competes(best, other):
            one, second = (min(each, 0.999) / (1 - min(each, 0.999)) for each in (sure, chance))
            return best, max(one / (1 + one + second), min(sure, 0.5))  # as many orders are named
    return best, sure


def claim(
    field: str, candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable] = repr
) -> Claim[T] | None:
    """Return the likeliest candidate as a claim with its confidence; None where there is none."""
    chosen = choose(field, candidates, key)
    if chosen is None:
        return None
    best, confidence = chosen
    return Claim(best.value, best.evidence, best.reason, confidence=round(confidence, 2))
