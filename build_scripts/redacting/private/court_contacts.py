"""Addresses and numbers of courts: they are public, and identify no person.

An address is a court's by its domain, a telephone number by the words right before it, if nobody
else is named between: "call chambers at …" is, "the clerk shall call counsel at …" is not.
"""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import PrivateWords

_PATTERNS = read_patterns(__package__, "court_contacts.toml")
_FARTHEST = 120  # characters between the court's name and its number


def is_of_court(text: str, words: PrivateWords) -> bool:
    """Return whether an address or a number that was found in `text` is a court's."""
    if words.kind is PrivateKind.EMAIL:
        host = text[words.start : words.end].rpartition("@")[2].replace(" ", "")
        return _PATTERNS.COURTS_HOST.fullmatch(host) is not None
    if words.kind is not PrivateKind.TELEPHONE:
        return False
    before = text[max(0, words.start - _FARTHEST) : words.start]
    sentence = _PATTERNS.SENTENCE_END.split(before)[-1]
    lines = list(_PATTERNS.COURTS_LINE.finditer(sentence))
    return bool(lines) and not _PATTERNS.SOMEBODY.search(sentence, lines[-1].end())
