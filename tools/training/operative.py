"""Fit how likely a sentence decides something in its order: `python -m tools.training.rulings`.

A sentence of a labeled order decides where a label quotes it, or where it decides what a label
says in outcome and in a word of its motion. A word is a signal only if orders of several courts
print it, so that no case's names are learned.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.describing.decisions import list_decisions
from build_scripts.describing.operative import list_operative_signals
from build_scripts.describing.ruling_sentences import RulingSentence, list_ruling_sentences
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.law.deciding_words import STEMS
from build_scripts.model.text.pattern import holds_any
from tools.evaluation.batches import fold, share_word
from tools.evaluation.gold_labels import Label
from tools.training.fitting import Example, fit

_FEWEST_COURTS = 12
_SHORTEST_QUOTE = 12
_ROUNDS = 80
_PENALTY = 4.0  # words are many: a strong one must be seen often
_LEAST = 0.05  # weights below move nothing


def list_examples(label: Label, clean: CleanOrder) -> Iterator[Example]:
    """Yield what each sentence with a verb of decision shows, and whether it decides."""
    said = label.values.get("evidence", {}).get("rulings") or ()
    quotes = [fold(str(quote)) for quote in ([said] if isinstance(said, str) else said)]
    quotes = [quote for quote in quotes if len(quote) >= _SHORTEST_QUOTE]
    for place in list_ruling_sentences(clean):
        if holds_any(place.text, STEMS):
            yield list_operative_signals(place), _decides(place, label, quotes)


def _decides(place: RulingSentence, label: Label, quotes: Sequence[str]) -> bool:
    text = fold(place.text)
    if any(quote in text or (len(text) >= _SHORTEST_QUOTE and text in quote) for quote in quotes):
        return True
    return any(
        one["outcome"] == each.outcome.value
        and share_word(one["motion"], each.motion.wording if each.motion else each.thing)
        for each in list_decisions(place.text, led=bool(place.lead), recommended=place.recommends)
        for one in label.values["rulings"]
    )


def fit_words(examples: Sequence[tuple[str, Example]]) -> Mapping[str, float]:
    """Return the weights of signals that several courts show; each example has its court."""
    courts = defaultdict(set)
    for source, (signals, _) in examples:
        for signal in signals:
            courts[signal].add(source)
    known = frozenset(signal for signal, found in courts.items() if len(found) >= _FEWEST_COURTS)
    shown = [(signals & known, right) for _, (signals, right) in examples]
    weights = fit(shown, rounds=_ROUNDS, penalty=_PENALTY)
    return {signal: weight for signal, weight in weights.items() if abs(weight) >= _LEAST}
