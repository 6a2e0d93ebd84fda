"""Words of a text, split and folded as the database's tokenizer does it."""

import re
import unicodedata

from build_scripts.model.text.pattern import Pattern

_PIECE = Pattern(r"[^\W_]+", accepts=["plaintiff's", "łódź", "433"], refuses=["_", "§ *", ""])
_POSSESSIVE = Pattern(
    r"'s?$",
    re.IGNORECASE,
    accepts=["plaintiff's", "plaintiffs'", "WREN'S"],
    refuses=["o'brien", "don't", "orders"],
)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as in the database: lower case, no accents, split at signs."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(_PIECE.findall(bare.lower()))


def drop_possessive(word: str) -> str:
    """Return a word without a possessive ending: "plaintiff's", "plaintiffs'"."""
    return _POSSESSIVE.sub("", word)
