"""Addresses and numbers of courts: they are public, and identify no person.

An address is a court's by its domain, a telephone number by the words right before it, if nobody
else is named between: "call chambers at …" is, "the clerk shall call counsel at …" is not.
"""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "court_contacts.toml")
_FARTHEST = 120  # characters between the court's name and its number


def is_of_court(kind: PrivateKind, text: str, start: int, end: int) -> bool:
    """Return whether an address or a number that was found in `text` is a court's."""
    if kind is PrivateKind.EMAIL:
        host = text[start:end].rpartition("@")[2].replace(" ", "")
        return _PATTERNS.COURTS_HOST.fullmatch(host) is not None
    if kind is not PrivateKind.TELEPHONE:
        return False
    sentence = _PATTERNS.SENTENCE_END.split(text[max(0, start - _FARTHEST) : start])[-1]
    lines = list(_PATTERNS.COURTS_LINE.finditer(sentence))
    return bool(lines) and not _PATTERNS.SOMEBODY.search(sentence, lines[-1].end())
