"""Placeholders: what a printed command holds until its reader fills it in."""

import re

from build_scripts.problems import PLACEHOLDERS
from build_scripts.text.pattern import Pattern

_PLACEHOLDER = Pattern(
    rf"…|{'|'.join(map(re.escape, PLACEHOLDERS))}"
    r"|(?:^|[=:,{\[])\s*[\"']?\.{3}[\"']?\s*(?:$|[,}\]])",
    accepts=["…", "… v. …", "...", "judges=...", "YOUR NAME", "{motion: ..., outcome: denied}"],
    refuses=["A. Librarian", "title=", "the words ... that it omits", "title=In re Roe...", ""],
)


def find_placeholder(text: str) -> str:
    """Return the placeholder that a text still holds: an ellipsis, three dots that are a whole
    value, or one of `PLACEHOLDERS`. An empty string if it holds none.
    """
    match = _PLACEHOLDER.search(text)
    return match[0].strip("=:,{}[]\"' ") if match else ""
