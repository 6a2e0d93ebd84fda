"""Words of parties' names: of businesses and offices, of descriptions after a name, of ranks, and
table T6 of the Bluebook as far as short captions use it.
"""

from build_scripts.model.law.states import full_name_pattern
from build_scripts.model.text.name_case import GENERATION_WORD
from build_scripts.model.text.pattern_table import read_patterns, read_rows

_FILE = "party_words.toml"

# What the name of a business ends with, and verbs of a name; for use with re.IGNORECASE.
BUSINESS_WORD = (
    r"(?:inc|incorporated|llc|l\.\s?l\.\s?c|llp|l\.?\s?p|ltd|limited|corp|corporation|co|company|n\.?\s?a|plc"
    r"|s\.?a|p\.?c|p\.?a|p\.s|s\.c|fsb|lc|pllc|lllp|chartered|gmbh|n\.?v|b\.?v|national\s+association)"
)
SUFFIX_WORD = rf"(?:{BUSINESS_WORD}|{GENERATION_WORD})"
# Table T6, as far as reporters and lawyers apply it to the short caption itself.
SHORT_FORMS = tuple((row.pattern, row.kind) for row in read_rows(__package__, _FILE, "short"))
party_words = read_patterns(
    __package__, _FILE, suffix_word=SUFFIX_WORD, full_name=full_name_pattern()
)
NO_PARTY = party_words.NO_PARTY


def names_entity(name: str) -> bool:
    """Return whether a name holds a word that no natural person's does."""
    return party_words.ENTITY.search(name) is not None
