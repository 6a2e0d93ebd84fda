"""Estimate how likely a sentence decides something in this order, by its words and its place.

A court reports other rulings in the words in which it decides: in history, in citations, in what
parties ask for. The weights, fitted to labeled orders, distinguish them.
"""

from collections.abc import Iterator

from build_scripts.describing.candidates import read_weights, weigh
from build_scripts.describing.ruling_sentences import RulingSentence
from build_scripts.model.law.deciding_words import SHOUTED, STEMS
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "operative.toml")

_MOST_WORDS = 60
_LONG, _SHORT = 45, 12  # words of a sentence
_BEFORE, _BEHIND = 3, 2  # words next to a verb of decision


def list_operative_signals(place: RulingSentence) -> frozenset[str]:
    """Return what a sentence shows: words, words next to its verbs of decision, its place."""
    return frozenset(_iter_signals(place))


def weigh_operative(place: RulingSentence) -> float:
    """Return how likely a sentence decides something in this order, 0 to 1."""
    return weigh(list_operative_signals(place), read_weights("operative"))


def _iter_signals(place: RulingSentence) -> Iterator[str]:
    words = [match[0].replace("’", "'") for match in _PATTERNS.WORD.finditer(place.text)]
    lower = [word.lower() for word in words]
    yield from (f"word {word}" for word in lower[:_MOST_WORDS])
    yield f"begins {lower[0]}" if lower else "no word"
    for at, word in enumerate(lower):
        if word.startswith(STEMS):
            case = "shouted" if words[at].isupper() else "plain"
            yield f"{case} {word}"
            yield from (f"{case} verb behind {near}" for near in lower[max(0, at - _BEFORE) : at])
            yield from (f"verb before {near}" for near in lower[at + 1 : at + 1 + _BEHIND])
    yield f"place {place.weight.name.lower()}"
    yield f"block {place.block.kind.value}"
    if place.lead:
        yield "an item"
    if SHOUTED.search(place.text):
        yield "in capitals"
    if _PATTERNS.CITATION.search(place.text):
        yield "cites"
    if "“" in place.text or '"' in place.text:
        yield "quotes"
    yield "long" if len(words) > _LONG else "short" if len(words) < _SHORT else "of usual length"
