"""The court's name that some courts print up the margin (N.D. Cal., bottom to top)."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern import Pattern

NAME = r"""
    (?: United[ ]States[ ]District[ ]Court
      | (?:[Ff]or[ ]the[ ])? (?:(?:Northern|Southern|Eastern|Western|Central|Middle)[ ])?
        District[ ]of[ ](?:the[ ])?[A-Z][a-z]+(?:[ ][A-Z][a-z]+)? )
"""
WHOLE_LINE = Pattern(
    rf"\s*{NAME}(?:\s+{NAME})?\s*",
    re.VERBOSE,
    accepts=[
        "United States District Court",
        "For the Northern District of California",
        "District of Arizona",
        "United States District Court  Northern District of California",
    ],
    refuses=[
        "UNITED STATES DISTRICT COURT",  # the caption
        "the Northern District of California.",
    ],
    by="fullmatch",
)
COURT_HEADING = Pattern(
    r"UNITED\s+STATES\s+(?:DISTRICT|BANKRUPTCY)\s+COURT",
    accepts=["UNITED STATES DISTRICT COURT", "UNITED STATES BANKRUPTCY COURT"],
    refuses=["United States District Court", "SUPERIOR COURT"],
)
LEFT_EDGE = 6  # columns: a rotated name comes out at the paper's edge, left of the line numbers


def find_margin_names(lines: Sequence[Line], numbers: Sequence[NumberPlace]) -> list[Cut]:
    """Return cuts for rotated court names on lines of their own, next to a caption in capitals; on
    paper with line numbers only.
    """
    if not numbers or not any(COURT_HEADING.search(line.text) for line in lines):
        return []
    edge = max(LEFT_EDGE, min(place.end for place in numbers))
    return [
        cut_whole(index, line, RemovalReason.MARGIN_NAME)
        for index, line in enumerate(lines)
        if "istrict" in line.text and line.indent <= edge and WHOLE_LINE.fullmatch(line.text)
    ]
