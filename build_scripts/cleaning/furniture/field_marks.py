"""Find the counts of notes' fields that a word processor leaves next to the marks: "0F", "1F".

They count from 0, one below the mark that a reader sees, alone on a line or after a word.
"""

from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.text.pattern import Pattern

_MARK = Pattern(
    r"(?<!\S)(?P<number>\d{1,3})F(?!\S)",
    accepts=["0F", "denied. 12F"],
    refuses=["5F.", "40°F", "F.2d"],
)
_FEWEST = 3


def find_field_marks(lines: Sequence[Line]) -> list[Cut]:
    """Cut such counts where they run from 0 on, in order, none left out."""
    cuts: list[Cut] = []
    for index, line in enumerate(lines):
        for match in _MARK.finditer(line.text) if "F" in line.text else ():
            if int(match["number"]) == len(cuts):
                cuts.append(Cut(index, *match.span(), RemovalReason.CHROME))
    return cuts if len(cuts) >= _FEWEST else []
