"""Placeholders: parts of a printed command that its reader replaces."""

import re

from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import PLACEHOLDERS

_PLACEHOLDER = Pattern(
    rf"…|{'|'.join(map(re.escape, PLACEHOLDERS))}"
    r"|(?:^|[=:,{\[])\s*[\"']?\.{3}[\"']?\s*(?:$|[,}\]])",
    accepts=["…", "… v. …", "...", "judges=...", "YOUR NAME", "{motion: ..., outcome: denied}"],
    refuses=["A. Librarian", "title=", "the words ... that it omits", "title=In re Roe...", ""],
)


def find_placeholder(text: str) -> str:
    """Return the placeholder that a text still contains: an ellipsis, three dots that are a whole
    value, or one of `PLACEHOLDERS`. Return an empty string if it contains none.
    """
    match = _PLACEHOLDER.search(text)
    return match[0].strip("=:,{}[]\"' ") if match else ""
