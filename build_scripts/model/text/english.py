"""English words and how often they are used, by pyspellchecker's list."""

from functools import cache

from spellchecker import SpellChecker


@cache
def _load_words() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def is_word(letters: str) -> bool:
    """Return whether a lower-case string of letters is an English word of some currency."""
    return letters in _load_words().word_frequency


def count_uses(letters: str) -> int:
    """Return how often a lower-case word is in the texts that the list was counted in, else 0."""
    return int(_load_words().word_frequency[letters])
