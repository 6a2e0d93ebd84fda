"""Placeholders: parts of a printed command that its reader replaces."""

from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import PLACEHOLDERS

_WORDS = "|".join(one.replace(" ", r"\s+") for one in PLACEHOLDERS)
_PLACEHOLDER = Pattern(
    rf"…|{_WORDS}|^(?:[a-z_]+=)?[\s\"'<(\[]*(?i:{_WORDS})[\s\"'>)\].]*$"
    r"|(?:^|[=:,{\[])\s*[\"']?\.(?:\s?\.){2,3}[\"']?\s*(?:$|[,}\]])",
    accepts=[
        *("…", "… v. …", "...", ". . .", "judges=...", "{motion: ..., outcome: denied}"),
        *("YOUR NAME", "YOUR  NAME", "your name", "<Your name>", "title=right value"),
    ],
    refuses=[
        *("A. Librarian", "title=", "the words ... that it omits", "title=In re Roe...", ""),
        *("In re Your Name Here LLC", "the right value of the shares", ". ."),
    ],
)


def find_placeholder(text: str) -> str:
    """Return the placeholder that a text still contains: an ellipsis, three dots that are a whole
    value, or one of `PLACEHOLDERS`, in small letters only if it is the whole value. Return an
    empty string if it contains none.
    """
    match = _PLACEHOLDER.search(text)
    return match[0].rpartition("=")[2].strip("=:,{}[]\"' ") if match else ""
