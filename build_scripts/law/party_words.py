"""Words of parties' names: of businesses and offices, of descriptions behind a name, of ranks, and
table T6 of the Bluebook as far as short captions use it.
"""

from typing import TYPE_CHECKING

from build_scripts.text.pattern import Pattern
from build_scripts.text.pattern_table import read_patterns, read_rows

_FILE = "party_words.toml"

SUFFIX_WORD = (
    r"(?:inc|incorporated|llc|l\.\s?l\.\s?c|llp|l\.?\s?p|ltd|limited|corp|corporation|co|company|n\.?\s?a|plc"
    r"|s\.?a|p\.?c|p\.?a|jr|sr|ii|iii|iv|fsb|lc|pllc|gmbh|n\.?v|b\.?v|national\s+association)"
)
# Table T6, as far as reporters and lawyers apply it to the short caption itself.
SHORT_FORMS = tuple((row.pattern, row.kind) for row in read_rows(__package__, _FILE, "short"))
globals().update(read_patterns(__package__, _FILE, suffix_word=SUFFIX_WORD))
if TYPE_CHECKING:  # the names that the table gives

    def __getattr__(name: str) -> Pattern[str]: ...
