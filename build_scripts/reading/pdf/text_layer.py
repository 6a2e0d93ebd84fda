"""Whether a page has a text layer of its own."""

from build_scripts.model.text.pattern_table import read_patterns

FEWEST_LETTERS = 20  # letters and digits of a page with a text layer of its own
_PATTERNS = read_patterns(__package__, "text_layer.toml")
LETTER = _PATTERNS.LETTER


def has_words(layer: str) -> bool:
    """Return whether the page has text other than the court's stamp."""
    found = LETTER.finditer(_PATTERNS.STAMP.sub("", layer))
    return sum(1 for _, _ in zip(range(FEWEST_LETTERS), found, strict=False)) >= FEWEST_LETTERS
