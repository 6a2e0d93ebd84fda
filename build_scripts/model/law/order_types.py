"""The kinds of decisions, by their printed titles and texts."""

from build_scripts.model.description import OrderType
from build_scripts.model.text.pattern_table import read_patterns, read_rows

_FILE = "order_types.toml"
_BY_TITLE = tuple(
    (row.pattern, OrderType(row.kind)) for row in read_rows(__package__, _FILE, "title")
)
# Wording in the text that shows the kind if the title does not.
BODY_SIGNS = tuple(
    (row.pattern, OrderType(row.kind), row.name) for row in read_rows(__package__, _FILE, "body")
)
_PATTERNS = read_patterns(__package__, _FILE)
MINUTES_FORM = _PATTERNS.MINUTES_FORM
OPINION_LINE = _PATTERNS.OPINION_LINE
DECISION = _PATTERNS.DECISION


def classify_title(title: str) -> OrderType | None:
    """Return the kind of decision that a printed title names, or None."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), None)
