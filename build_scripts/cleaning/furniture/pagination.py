"""Where each page of the order begins, from the best evidence that the form left."""

from collections.abc import Mapping, Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.furniture.marks import (
    TOO_LONG,
    Mark,
    begins_pages,
    find_marks,
    measure_page,
)
from build_scripts.cleaning.lines import Line, list_filled
from build_scripts.model.clean_order import EcfStamp
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "pagination.toml")
HIGHEST_BEFORE_FIRST = 99  # stands for "no number yet"


def find_page_marks(
    lines: Sequence[Line], stamps: Mapping[int, EcfStamp], gutter: Sequence[NumberPlace]
) -> list[Mark]:
    """Return the lines that mark pages, where neither form, stamps nor pleading numbers do.

    Where they do, a number alone on its line is a footnote's.
    """
    if lines[-1].page > 1 or _start_at_stamps(lines, stamps) or _start_at_first_numbers(gutter):
        return []
    return find_marks(lines)


def number_pages(
    lines: Sequence[Line],
    stamps: Mapping[int, EcfStamp],
    gutter: Sequence[NumberPlace],
    marks: Sequence[Mark],
) -> list[Line]:
    """Give every line its page.

    Evidence, best first: the form's own pages (form feeds), ECF stamps, pleading numbers that
    begin again, lines with numbers that count up a page's length from each other (marks.py).
    Pages count from 1; where stamps number them, the stamp's number holds.
    """
    if lines and lines[-1].page > 1:
        return list(lines)
    starts = (
        _start_at_stamps(lines, stamps)
        or _start_at_first_numbers(gutter)
        or _start_at_marks(lines, marks)
    )
    numbered = []
    page = 1
    for index, line in enumerate(lines):
        page = max(page, starts.get(index, page))
        numbered.append(line.at_place(page, line.printed))
    return numbered


def _start_at_stamps(lines: Sequence[Line], stamps: Mapping[int, EcfStamp]) -> dict[int, int]:
    """Return pages that begin at the stamps at their head, or below the stamps at their foot.

    Stamps are at the foot where text is above the first and none below the last.
    """
    starts = {index: stamp.page for index, stamp in stamps.items() if stamp.page}
    if len(set(starts.values())) < 2:
        return {}
    filled = [index for index, line in enumerate(lines) if not line.blank]
    if filled and filled[0] < min(starts) and filled[-1] < max(starts):
        starts = {0: min(starts.values())} | {at + 1: page + 1 for at, page in starts.items()}
    return starts


def _start_at_first_numbers(gutter: Sequence[NumberPlace]) -> dict[int, int]:
    """Return pages that begin where the pleading numbers begin again."""
    starts: dict[int, int] = {}
    previous = HIGHEST_BEFORE_FIRST
    for place in gutter:
        if place.value <= 2 < previous:
            starts[place.at] = len(starts) + 1
        previous = place.value
    if len(starts) < 2:
        return {}
    first = min(starts)
    starts[0] = starts.pop(first)
    return starts


def _start_at_marks(lines: Sequence[Line], marks: Sequence[Mark]) -> dict[int, int]:
    """Return pages that begin at their head, or after their foot."""
    if not marks:
        return {}
    filled = list_filled(lines)
    rank = {index: at for at, index in enumerate(filled)}
    if begins_pages(marks, rank, len(filled)):
        return {mark.at: mark.number for mark in marks}
    starts = {
        filled[rank[mark.at] + 1]: mark.number + 1
        for mark in marks
        if rank[mark.at] + 1 < len(filled)
    }
    if marks[0].number == 2:
        first = filled[: rank[marks[0].at]]
        starts.update(_start_after_first_notes(lines, first))
        if 2 not in starts.values():
            starts.update(_start_at_gap(lines, first, measure_page(marks, rank)))
    return starts


def _start_at_gap(lines: Sequence[Line], filled: Sequence[int], usual: float) -> dict[int, int]:
    """Return the end of a first page without a number: a blank line from which the second has its
    usual length, where the two are too long for one.
    """
    if not 0 < usual * TOO_LONG < len(filled):
        return {}
    gaps = [rank for rank, index in enumerate(filled) if rank and lines[index - 1].blank]
    nearest = min(gaps, key=lambda rank: abs(len(filled) - rank - usual), default=0)
    near = abs(len(filled) - nearest - usual) <= (TOO_LONG - 1) / 2 * usual
    return {filled[nearest]: 2} if nearest and near else {}


def _start_after_first_notes(lines: Sequence[Line], filled: Sequence[int]) -> dict[int, int]:
    """Return the end of a first page without a number (9th Cir. memoranda): its last footnote."""
    labels = [index for index in filled if _PATTERNS.NOTE_LABEL.fullmatch(lines[index].text)]
    if not labels:
        return {}
    for index in range(labels[-1] + 2, filled[-1] + 1):
        if not lines[index].blank and lines[index - 1].blank:
            return {index: 2}
    return {}
