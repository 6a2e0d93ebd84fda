"""Read the lines between an appellate caption and the text: origin, dates, panel, authors."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import ORIGIN
from build_scripts.cleaning.headings import read_heading
from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern import Pattern

# Each begins a line of its own.
BEGINS_ITEM = Pattern(
    r"""
      (?:on\s+)?(?:appeals?|petitions?|writ)\b | argued | submitted | filed | decided | before\b
    | (?:opinion|order|per\s+curiam|concurrence|dissent|partial|memorandum)\b
    | .{3,60},\s+(?:chief\s+)?(?:u\.?s\.?\s+|united\s+states\s+)?(?:district|magistrate|bankruptcy)
      \s+judge,\s+presiding
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Appeal from the",
        "Argued and Submitted June 3",
        "Before: Clifton",
        "Opinion by Judge Lee;",
        "David O. Carter, District Judge, Presiding",
    ],
    refuses=["for the Northern District of California", "and Lee, Circuit Judges"],
    by="match",
)


def split_front_matter(lines: Sequence[Line]) -> tuple[list[list[Line]], int]:
    """Group the lines before the first heading or paragraph of the text into items.

    Only an appellate order has any: its first line names the court that the case came from. An item
    is a run of lines without a blank one; words such as "Argued" begin a new one. Returns the items
    and how many lines they take up.
    """
    first = next((line for line in lines if not line.blank), None)
    if first is None or not ORIGIN.match(first.content):
        return [], 0
    items: list[list[Line]] = []
    previous_blank = True
    for index, line in enumerate(lines):
        if line.blank:
            previous_blank = True
            continue
        if read_heading(line, set_apart=True) is not None:
            return items, index
        if not items or BEGINS_ITEM.match(line.content) or previous_blank:
            items.append([line])
        else:
            items[-1].append(line)
        previous_blank = False
    return items, len(lines)
