"""The court's name that some courts print up the margin (N.D. Cal., bottom to top)."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import RemovalReason
from build_scripts.text.pattern import Pattern

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
LEFT_OF_TEXT = Pattern(
    rf"\s*(?P<name>{NAME})\s{{8,}}\S",
    re.VERBOSE,
    accepts=["Northern District of California          the motion"],
    refuses=["Northern District of California, the motion", "Northern District of California"],
    by="match",
)
# Between two words of a joined sentence: only the two names together are no prose.
INSIDE = Pattern(
    r"(?<=\S\s)United\ States\ District\ Court\s+(?:[Ff]or\ the\ )?"
    r"(?:Northern|Southern|Eastern|Western|Central|Middle)\ District\ of\ [A-Z][a-z]+"
    r"(?=\s+[a-z0-9])",
    re.VERBOSE,
    accepts=["the motion United States District Court Northern District of California is denied"],
    refuses=[
        "in the United States District Court for the District of Arizona, where",
        "United States District Court Northern District of California",
    ],
)
COURT_HEADING = Pattern(
    r"UNITED\s+STATES\s+(?:DISTRICT|BANKRUPTCY)\s+COURT",
    accepts=["UNITED STATES DISTRICT COURT", "UNITED STATES BANKRUPTCY COURT"],
    refuses=["United States District Court", "SUPERIOR COURT"],
)
LEFT_EDGE = 6  # columns: a rotated name comes out at the paper's edge, left of the line numbers


def find_rotated_lines(lines: Sequence[Line]) -> list[Cut]:
    """Lines that the form knows to be set across the page."""
    return [
        cut_whole(index, line, RemovalReason.MARGIN_NAME)
        for index, line in enumerate(lines)
        if line.rotated and not line.blank
    ]


def find_margin_names(lines: Sequence[Line], numbers: Sequence[NumberPlace]) -> list[Cut]:
    """Rotated court names, on paper with line numbers only.

    They stand left of the gutter in layout text, on lines of their own in Markdown (there only
    beside a caption in capitals), or inside a joined sentence.
    """
    if not numbers:
        return []
    named = [(index, line) for index, line in enumerate(lines) if "istrict" in line.text]
    if not named:
        return []
    edge = max(LEFT_EDGE, min(place.end for place in numbers))
    has_caption = any("COURT" in line.text and COURT_HEADING.search(line.text) for line in lines)
    cuts = []
    for index, line in named:
        if WHOLE_LINE.fullmatch(line.text) and line.indent <= edge and has_caption:
            start, end = line.indent, len(line.text)
        elif (match := LEFT_OF_TEXT.match(line.text)) and line.indent <= edge:
            start, end = match.span("name")
        elif match := INSIDE.search(line.text):
            start, end = match.span()
        else:
            continue
        cuts.append(Cut(index, start, end, RemovalReason.MARGIN_NAME))
    return cuts
