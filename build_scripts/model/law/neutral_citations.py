"""Public-domain citations, which courts give their own decisions: "2015 UT 46" is Utah's."""

import re

from build_scripts.model.law.known_courts import BESIDE
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "neutral_citations.toml")
NEUTRAL = _PATTERNS.NEUTRAL
OWN_NEUTRAL = _PATTERNS.OWN_NEUTRAL


def name_neutral_court(printed: str) -> str | None:
    """Return the id of the court whose citations have `printed` between year and number, or None.

    All of Ohio's courts share one mark, which identifies none.
    """
    mark = re.sub(r"\s*\(.*|\.", "", printed).upper().strip()
    court: str | None = BESIDE["neutral"].get(mark)
    return court
