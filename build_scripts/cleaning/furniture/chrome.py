"""Find what services, browsers and programs print around an order.

Only whole lines count: prose about a service stays. The order is between the first and the last
such line of a page that was saved whole.
"""

from collections.abc import Sequence

from build_scripts.cleaning.furniture.phrases import PHRASES, matches_phrase
from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import RemovalReason

HEAD, FOOT = 40, 80  # lines that hold anything
LONGEST_HEAD = 90  # characters of a line above the order
LONGEST = 320
STICKER, STICKER_NAME = 2, 60  # lines above a sticker's code that are its, characters of one
FILING = 6  # lines at the head that hold a filing's number and its docket text
INSIDE = 5  # lines into which a tool ran a service's buttons


def find_chrome(lines: Sequence[Line]) -> list[Cut]:
    """Return every line of the table; with "print above" all short lines above it, at the head of
    the file, with "print below" all lines below it, at its end, down to a long one.
    """
    found: set[int] = set()
    filled = list_filled(lines)
    for rank, index in enumerate(filled):
        content = lines[index].content
        if len(content) > LONGEST:
            continue
        if matches_phrase("print", content):
            found.add(index)
        elif matches_phrase("sticker", content):
            above = filled[max(0, rank - STICKER) : rank]
            names = [at for at, i in enumerate(above) if _is_case_name(lines[i].content)]
            found.update([*(above[names[0] :] if names else []), index])
        elif matches_phrase("print above", content):
            found.add(index)
            if rank < HEAD and all(len(lines[i].content) < LONGEST_HEAD for i in filled[:rank]):
                found.update(filled[:rank])
        elif rank < FILING and matches_phrase("filing", content):
            # The clerk's docket text, as Justia prints it above the order.
            below = filled[rank : rank + FILING]
            ends = (at for at, i in enumerate(below) if lines[i].content.strip() == "Download PDF")
            found.update(below[: next(ends, -1) + 1])
        elif matches_phrase("print below", content):
            tail = filled[rank:] if len(filled) - rank < FOOT else [index]
            long = (at for at, i in enumerate(tail) if len(lines[i].content) > LONGEST)
            found.update(tail[: next(long, len(tail))])
    inside = [
        Cut(index, match.start(), match.end(), RemovalReason.CHROME)
        for index in filled[:INSIDE]
        if index not in found
        for match in PHRASES["print inside"].finditer(lines[index].text)
    ]
    return inside + [cut_whole(i, lines[i], RemovalReason.CHROME) for i in sorted(found)]


def _is_case_name(content: str) -> bool:
    """Whether a line is a short case name, as an archive's sticker has it above a bar code."""
    return " v. " in content and len(content) <= STICKER_NAME
