"""Words that papers print with their dates, and their meaning."""

from typing import TYPE_CHECKING

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns, read_rows

_FILE = "date_words.toml"
# The origin of a date, and the words printed before it; the most specific first.
LABELS = tuple((row.name, row.pattern) for row in read_rows(__package__, _FILE, "label"))
_PATTERNS = read_patterns(__package__, _FILE)
_PLACE_BEHIND = _PATTERNS["PLACE_BEHIND"]
globals().update(_PATTERNS)
if TYPE_CHECKING:  # the names in the table

    def __getattr__(name: str) -> Pattern[str]: ...


_LABEL_REACH = 90


def read_label(before: str) -> tuple[str | None, bool]:
    """Return the label in the words before a date, and whether they are amid a sentence."""
    near = before[-_LABEL_REACH:]
    for words in (near, _PLACE_BEHIND.sub("", near)):
        for name, label in LABELS:
            if words is not near and name == "other event":
                continue
            if match := label.search(words):
                return name, match.start() > 0 and match[0][0].islower()
    return None, False
