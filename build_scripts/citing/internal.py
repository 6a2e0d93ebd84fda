"""Places of the order itself: "supra Part II.B", "see note 6 below", "infra at 12".

They cite only the order, and are never cases or back-references.
"""

import re

from build_scripts.citing.case_names import find_short_name
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "internal.toml")
BEFORE_SUPRA = _PATTERNS.BEFORE_SUPRA
AFTER_SUPRA = _PATTERNS.AFTER_SUPRA


def find_internal_references(text: str) -> list[Mention]:
    """Return references to parts, notes and pages of the order that need no "supra"."""
    found = [
        make_internal(*match.span(), name_place(match)) for match in _PATTERNS.NEAR.finditer(text)
    ]
    for match in _PATTERNS.ANTE.finditer(text):
        floor = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 80)
        if find_short_name(text, floor, match.start())[0] is None:
            page = match["page"]
            pin = text[match.start("page") : match.end()]
            found.append(make_internal(*match.span(), f"page {page}", pin))
    return found


def name_place(match: re.Match[str]) -> str:
    """Return the name of what `BEFORE_SUPRA` or `AFTER_SUPRA` found; stops join a part's levels."""
    if match["note"]:
        return f"note {match['note']}"
    levels = re.findall(r"[A-Za-z]+|\d+", match["part"] or match["appendix"])
    what = "Appendix" if match["appendix"] else "Part"
    return f"{what} {'.'.join(levels)}"


def make_internal(start: int, end: int, name: str, pin: str | None = None) -> Mention:
    """Return a mention of a place of the order."""
    return Mention(CitationKind.INTERNAL, start, end, name, pin_cite=pin)
