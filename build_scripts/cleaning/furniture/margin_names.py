"""The court's name that some courts print up the margin (N.D. Cal., bottom to top)."""

from collections.abc import Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "margin_names.toml")
LEFT_EDGE = 6  # columns: a rotated name comes out at the paper's edge, left of the line numbers


def find_margin_names(lines: Sequence[Line], numbers: Sequence[NumberPlace]) -> list[Cut]:
    """Return cuts for rotated court names next to a caption in capitals, on numbered lines only."""
    if not numbers or not any(_PATTERNS.COURT_HEADING.search(line.text) for line in lines):
        return []
    edge = max(LEFT_EDGE, min(place.end for place in numbers))
    return [
        cut_whole(index, line, RemovalReason.MARGIN_NAME)
        for index, line in enumerate(lines)
        if "istrict" in line.text
        and line.indent <= edge
        and _PATTERNS.WHOLE_LINE.fullmatch(line.text)
    ]
