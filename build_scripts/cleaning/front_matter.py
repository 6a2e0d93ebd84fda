"""Read the lines between an appellate caption and the text: origin, dates, panel, authors."""

from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import ORIGIN
from build_scripts.cleaning.headings import read_heading
from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "front_matter.toml")


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
        if not items or _PATTERNS.BEGINS_ITEM.match(line.content) or previous_blank:
            items.append([line])
        else:
            items[-1].append(line)
        previous_blank = False
    return items, len(lines)
