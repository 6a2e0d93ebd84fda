"""Names of cases in short forms, so that what is typed matches them.

"U.S. v. Acme Corp." and "United States v. Acme Corporation" are both `us v acme corp`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from build_scripts.model.law.short_words import list_short_words
from build_scripts.model.text.pattern import Pattern
from build_scripts.search.key_tokens import plain_signs
from build_scripts.search.recognised import is_common_word

_PIECE = Pattern(r"[^\W_]+", accepts=["plaintiff's", "łódź", "433"], refuses=["_", "§ *", ""])
_POSSESSIVE = Pattern(
    r"'s?$",
    re.IGNORECASE,
    accepts=["plaintiff's", "plaintiffs'", "WREN'S"],
    refuses=["o'brien", "don't", "orders"],
)
_MOST_WORDS = 5
"""The most words that are shortened as a whole."""
_LETTERS = 3
"""So many single letters, printed together, are one word: "N.A.A.C.P."."""
_MOST_INITIALS = 6
_EXTRAS = frozenset({"inc", "llc", "ltd", "co", "corp", "et", "al", "the", "v", "vs"})


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as in the database: lower case, no accents, split at signs."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(_PIECE.findall(bare.lower()))


def name_token(short: str) -> str:
    """Return the token in table n for a word of an order's name or title."""
    return f"{short}zzn"


def court_token(court_id: str) -> str:
    """Return the token in table n for an order's court, in lists or not."""
    return f"{court_id}zzc"


def is_extra(short: str) -> bool:
    """Return whether a short form distinguishes no name from another."""
    return short in _EXTRAS or is_common_word(short)


def shorten_name(name: str) -> tuple[str, ...]:
    """Return the short forms of a name's words, in order."""
    table = list_short_words()
    words = [word for printed in plain_signs(name).split() for word in _part(printed)]
    shortened: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            if short := _shorten(table, words[at : at + length]):
                break
        shortened.append(short or words[at])
        at += length
    return tuple(shortened)


def list_initials(name: str) -> Iterator[str]:
    """Yield initials of an agency or union: "shhs" for a Secretary of Health & Human Services."""
    for side in plain_signs(name).split(" v. "):
        letters = [word[0] for word in side.split() if word[0].isupper()]
        if _LETTERS <= len(letters) <= _MOST_INITIALS:
            yield "".join(letters).lower()


_STATES_WORDS = frozenset({"state", "people", "commw"})


def name_sovereign(name: str, state: str) -> tuple[str, ...]:
    """Return a first party's state by name, or (): "State v. Roe" of Ohio is "Ohio v. Roe"."""
    before = shorten_name(name.split(" v. ")[0])
    own = shorten_name(state)
    told = {word for word in before if not is_extra(word)} - set(own)
    if not state or not before or not told <= _STATES_WORDS:
        return ()
    return (*own, "state")


def _shorten(table: dict[str, str], words: Sequence[str]) -> str:
    letters = "".join(words)
    if len(words) > 1 and len(letters) == len(words):
        return letters if table.get(letters) == letters and "v" not in words else ""
    return table.get(" ".join(words), "")


def _part(printed: str) -> list[str]:
    """Split a word; one with an apostrophe inside is one, and so are initials without blanks."""
    bare = _POSSESSIVE.sub("", printed.strip(",;:()[]"))
    words = fold_words(bare)
    letters = all(len(word) == 1 for word in words)
    if len(words) > 1 and ("'" in bare or (letters and len(words) >= _LETTERS)):
        return ["".join(words)]
    return list(words)
