"""Read a line's first and last words: whether its sentence ends, whether it begins an item."""

from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern_table import read_patterns

LONGEST_END = 16  # characters: what ends a line is told by fewer
_PATTERNS = read_patterns(__package__, "line_ends.toml")
ENDED = _PATTERNS.ENDED
ENDS_SENTENCE = _PATTERNS.ENDS_SENTENCE
ABBREVIATED = _PATTERNS.ABBREVIATED
ENDS_ITEM = _PATTERNS.ENDS_ITEM
SO_ORDERED = _PATTERNS.SO_ORDERED
DECREES = _PATTERNS.DECREES
LEADS_TO_DECREE = _PATTERNS.LEADS_TO_DECREE
RUN_INTO = _PATTERNS.RUN_INTO
DANGLES = _PATTERNS.DANGLES
BULLET = _PATTERNS.BULLET
ITEM = _PATTERNS.ITEM


def is_finished(line: Line) -> bool:
    """Return whether a line can be its paragraph's last."""
    end = line.content[-LONGEST_END:]
    if end[-1:].isalpha():
        return False
    return ENDED.search(end) is not None and ABBREVIATED.search(end) is None


def ends_sentence(line: Line) -> bool:
    """Return whether a line ends with a sentence's point."""
    return ENDS_SENTENCE.search(line.content[-LONGEST_END:]) is not None


def goes_on(line: Line) -> bool:
    """Return whether a line can't begin a sentence ("Vascular, Inc." | "(collectively, …)")."""
    return line.content.lstrip("([“‘\"'")[:1].islower() and ITEM.match(line.text) is None


def is_item(line: Line) -> bool:
    """Return whether a line begins an item of a list."""
    return ITEM.match(line.text) is not None or BULLET.match(line.text) is not None
