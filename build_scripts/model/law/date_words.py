"""Words that papers print with their dates, and their meaning."""

from build_scripts.model.text.pattern_table import read_patterns, read_rows

_FILE = "date_words.toml"
# The origin of a date, and the words printed before it; the most specific first.
LABELS = tuple((row.name, row.pattern) for row in read_rows(__package__, _FILE, "label"))
_PATTERNS = read_patterns(__package__, _FILE)
BELOW = _PATTERNS["BELOW"]
LINE_START = _PATTERNS["LINE_START"]
LINE_LABEL = _PATTERNS["LINE_LABEL"]
LABEL_AFTER = _PATTERNS["LABEL_AFTER"]
SENTENCE_START = _PATTERNS["SENTENCE_START"]
WEEKDAY = _PATTERNS["WEEKDAY"]
HOUR = _PATTERNS["HOUR"]
PLACE_BEFORE = _PATTERNS["PLACE_BEFORE"]
PLACE_AFTER = _PATTERNS["PLACE_AFTER"]
WRITER = _PATTERNS["WRITER"]
CLERK = _PATTERNS["CLERK"]
SIGNED_ON = _PATTERNS["SIGNED_ON"]
APPEALS = _PATTERNS["APPEALS"]
YEAR = _PATTERNS["YEAR"]


_LABEL_REACH = 90


def read_label(before: str) -> tuple[str | None, bool]:
    """Return the label in the words before a date, and whether they are amid a sentence."""
    near = before[-_LABEL_REACH:]
    for words in (near, PLACE_AFTER.sub("", near)):
        for name, label in LABELS:
            if words is not near and name == "other event":
                continue
            if match := label.search(words):
                return name, match.start() > 0 and match[0][0].islower()
    return None, False
