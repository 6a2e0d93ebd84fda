"""Whether a page's text layer is one: missing, of another script's codes, or good."""

from collections import Counter

from build_scripts.model.text.pattern_table import read_patterns

FEWEST_LETTERS = 20  # letters and digits of a page with a text layer of its own
_PATTERNS = read_patterns(__package__, "text_layer.toml")
STAMP = _PATTERNS["STAMP"]
LETTER = _PATTERNS["LETTER"]
FUNCTION_WORD = _PATTERNS["FUNCTION_WORD"]
WORD = _PATTERNS["WORD"]
UNMAPPED = _PATTERNS["UNMAPPED"]
FEWEST_WORDS = 60
FUNCTION_SHARE = 0.05
UNMAPPED_SHARE = 0.2
# Letters a thousand of English text (Lewand, Cryptological Mathematics, 2000).
USUAL = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            82,
            15,
            28,
            43,
            127,
            22,
            20,
            61,
            70,
            2,
            8,
            40,
            24,
            67,
            75,
            19,
            1,
            60,
            63,
            91,
            28,
            10,
            24,
            2,
            20,
            1,
        ),
        strict=True,
    )
)
LEAST_LIKENESS = 0.4  # lists of names and addresses have 0.8, letters put for others about 0


def has_words(layer: str) -> bool:
    """Return whether the page has text other than the court's stamp."""
    found = LETTER.finditer(STAMP.sub("", layer))
    return sum(1 for _, _ in zip(range(FEWEST_LETTERS), found, strict=False)) >= FEWEST_LETTERS


def is_garbage(layer: str) -> bool:
    """Return whether a text layer's characters are wrong: its font's map is missing or wrong.

    Prose has function words; a list of names has none, but the letters of English.
    """
    unmapped = len(UNMAPPED.findall(layer))
    if unmapped > UNMAPPED_SHARE * len(layer):
        return True
    words = WORD.findall(layer)
    if len(words) < FEWEST_WORDS:
        return False
    common = len(FUNCTION_WORD.findall(layer))
    return common < FUNCTION_SHARE * len(words) and _measure_likeness(layer) < LEAST_LIKENESS


def _measure_likeness(text: str) -> float:
    """Return how the letters' frequencies correlate with those of English, from -1 to 1."""
    counts = Counter(text.lower())
    seen = [counts[letter] for letter in USUAL]
    mean, usual_mean = sum(seen) / len(seen), sum(USUAL.values()) / len(USUAL)
    across = sum(
        (n - mean) * (usual - usual_mean) for n, usual in zip(seen, USUAL.values(), strict=True)
    )
    spread = sum((n - mean) ** 2 for n in seen) * sum((n - usual_mean) ** 2 for n in USUAL.values())
    return across / spread**0.5 if spread else 0.0
