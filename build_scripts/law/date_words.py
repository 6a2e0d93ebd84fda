"""What papers print beside their dates, and what it tells of them."""

from typing import TYPE_CHECKING

from build_scripts.text.pattern import Pattern
from build_scripts.text.pattern_table import read_patterns, read_rows

_FILE = "date_words.toml"
# What is printed before a date, the most telling first: a label and how its date came about.
LABELS = tuple((row.name, row.pattern) for row in read_rows(__package__, _FILE, "label"))
_PATTERNS = read_patterns(__package__, _FILE)
_PLACE_BEHIND = _PATTERNS["PLACE_BEHIND"]
globals().update(_PATTERNS)
if TYPE_CHECKING:  # the names that the table gives

    def __getattr__(name: str) -> Pattern[str]: ...


_LABEL_REACH = 90


def read_label(before: str) -> tuple[str | None, bool]:
    """What the words before a date call it, and whether they do so amid a sentence."""
    near = before[-_LABEL_REACH:]
    for words in (near, _PLACE_BEHIND.sub("", near)):
        for name, label in LABELS:
            if words is not near and name == "other event":
                continue
            if match := label.search(words):
                return name, match.start() > 0 and match[0][0].islower()
    return None, False
