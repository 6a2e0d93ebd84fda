"""Words that papers print with their dates, and their meaning."""

from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern_table import read_patterns, read_rows

_FILE = "date_words.toml"
# The origin of a date, and the words printed before it; the most specific first.
LABELS = tuple((row.name, row.pattern) for row in read_rows(__package__, _FILE, "label"))
words = read_patterns(__package__, _FILE, month=MONTH_BEGUN)
APPEALS = words.APPEALS
_LABEL_REACH = 90
_SCRAPS = "¢~^`•«»"  # what OCR makes of a stamp's edge


def read_label(before: str) -> tuple[str | None, bool]:
    """Return the label in the words before a date, and whether they are amid a sentence."""
    near = before[-_LABEL_REACH:].rstrip(_SCRAPS)
    for printed in (near, words.PLACE_AFTER.sub("", near)):
        for name, label in LABELS:
            if printed is not near and name == "other event":
                continue
            if match := label.search(printed):
                return name, match.start() > 0 and match[0][0].islower()
    return None, False
