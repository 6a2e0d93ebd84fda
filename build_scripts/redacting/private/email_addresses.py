"""E-mail addresses, also where a line's end or a scan put blanks into them."""

from collections.abc import Iterator

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import PrivateWords

_PATTERNS = read_patterns(__package__, "email_addresses.toml")


def find_email_addresses(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield each address; `masked` is not needed, since nothing else resembles one."""
    del masked
    if "@" in text:
        yield from _find(_PATTERNS.PLAIN, text)
    if "at]" in text or "at)" in text or "at}" in text or "AT" in text:
        yield from _find(_PATTERNS.SPELT, text)


def _find(pattern: Pattern[str], text: str) -> Iterator[PrivateWords]:
    for match in pattern.finditer(text):
        local = match["local"]
        apart = text[match.end("local")] == " "
        if _PATTERNS.BLACKED.fullmatch(local) or (apart and _PATTERNS.OF_ALL.fullmatch(local)):
            continue
        if _PATTERNS.TITLE.match(text, match.start()):
            continue
        start = match.start() + len(local) - len(local.lstrip("'.-&=~$!"))
        yield PrivateWords(PrivateKind.EMAIL, start, match.end(), start)
