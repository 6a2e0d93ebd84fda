"""Short forms of names of cases and courts: "Corporation" is "corp", "New York" is "ny".

Words are letters and digits in lower case, without points and apostrophes; one short form may stand
for several words. From tables T1, T6 and T10 of The Bluebook.
"""

from functools import cache

from build_scripts.model.law.known_courts import BESIDE
from build_scripts.model.law.states import STATES
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.pattern_table import read_table

_WORDS = read_table(__package__, "case_name_words.toml")
SHORT_WORDS: dict[str, str] = _WORDS["short"]
"""Words of parties' names, and the short form that citations print."""
_SAME_IN_PLURAL = frozenset(_WORDS["same_in_plural"])


def make_plural(short: str) -> str:
    """Return the plural of a short form: "Corp." is "Corps.", "Indus." stays."""
    if short.lower() in _SAME_IN_PLURAL:
        return short
    return f"{short[:-1]}s." if short.endswith(".") else f"{short}s"


@cache
def list_short_words() -> dict[str, str]:
    """List the short form of each word, or words, that has one; a short form is its own."""
    table: dict[str, str] = {}
    for word, printed in SHORT_WORDS.items():
        short = normalize_alnum(printed)
        table[word] = short
        table.setdefault(f"{word}s", normalize_alnum(make_plural(printed)))
    for abbreviation, others in STATES.items():
        for spelling in (abbreviation, *others):
            words = spelling.lower().replace("'", "").replace(".", "").split()
            table[" ".join(words)] = normalize_alnum(abbreviation)
    table |= BESIDE["short_words"]
    return table | {short: short for short in table.values()}
