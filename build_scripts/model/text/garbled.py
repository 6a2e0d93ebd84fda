"""Tell text from characters that mean nothing: what a font whose map is missing or wrong gives."""

from collections import Counter
from string import ascii_lowercase

from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "garbled.toml")
UNMAPPED = _PATTERNS.UNMAPPED
FEWEST_WORDS = 60
FUNCTION_SHARE = 0.05
PROSE = 120  # characters of a text for each " the ": prose has more of these words
UNMAPPED_SHARE = 0.2
# Letters a thousand of English text (Lewand, Cryptological Mathematics, 2000), from "a" to "z".
USUAL = [
    int(share)
    for share in "82 15 28 43 127 22 20 61 70 2 8 40 24 67 75 19 1 60 63 91 28 10 24 2 20 1".split()
]
LEAST_LIKENESS = 0.4  # lists of names and addresses have 0.8, letters put for others about 0


def is_garbled(text: str) -> bool:
    """Return whether characters are wrong: codes without a meaning, letters put for others."""
    return measure_unmapped(text) > UNMAPPED_SHARE or lacks_words(text)


def lacks_words(text: str) -> bool:
    """Return whether a text of FEWEST_WORDS or more has letters that form no words.

    Prose has function words; a list of names has none, but the letters of English.
    """
    if PROSE * text.count(" the ") > len(text):
        return False
    words = _PATTERNS.WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return False
    common = len(_PATTERNS.FUNCTION_WORD.findall(text))
    return (
        common < FUNCTION_SHARE * len(words) and _measure_likeness("".join(words)) < LEAST_LIKENESS
    )


def measure_unmapped(text: str) -> float:
    """Return the share of a text's characters that stand for no letter, from 0 to 1."""
    return sum(len(sign) for sign in UNMAPPED.findall(text)) / max(1, len(text))


def _measure_likeness(text: str) -> float:
    """Return how the letters' frequencies correlate with those of English, from -1 to 1."""
    counts = Counter(text.lower())
    seen = [counts[letter] for letter in ascii_lowercase]
    mean, usual_mean = sum(seen) / len(seen), sum(USUAL) / len(USUAL)
    across = sum((n - mean) * (usual - usual_mean) for n, usual in zip(seen, USUAL, strict=True))
    spread = sum((n - mean) ** 2 for n in seen) * sum((n - usual_mean) ** 2 for n in USUAL)
    return across / spread**0.5 if spread else 0.0
