"""Read the page numbers that an order prints: which sheet has which.

Lawyers cite what is printed: a cover sheet, or a table of contents with roman numbers, moves every
page after it. Furniture has taken the numbers off the pages; here they are read. They are accepted
if they are their sheet's number plus the same on most sheets. A dissent or an appendix that
begins at 1 again makes "page 3" two pages: then the sheets are counted.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from build_scripts.cleaning.furniture.page_numbers import LONE_NUMBER
from build_scripts.model.clean_order import PageNumbers, RemovalReason
from build_scripts.model.text.numbers import read_roman, write_roman
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "printed_pages.toml")
LONGEST_HEAD = 130  # characters
FEWEST = 2  # sheets with numbers, where these are not the sheets' own


class PrintedPages(NamedTuple):
    """By what pages are cited; `labels` of all sheets, () where each label is its sheet's count."""

    numbers: PageNumbers
    labels: tuple[str, ...] = ()


class Number(NamedTuple):
    """A number at the edge of a sheet that may be its page's; `lone`: nothing is next to it."""

    value: int
    roman: bool = False
    lone: bool = False


def read_numbers(text: str, reason: RemovalReason) -> set[Number]:
    """Return the numbers in a piece of furniture that may be the page's."""
    if reason not in {RemovalReason.PAGE_NUMBER, RemovalReason.RUNNING_HEAD} or "*" in text:
        return set()
    if len(text) <= 24 and (lone := LONE_NUMBER.fullmatch(text)):
        return {_read(lone["number"], lone=True)}
    if len(text) > LONGEST_HEAD:
        return set()
    words = [match["number"] for match in _PATTERNS.SAID.finditer(text)]
    words += [match["first"] or match["last"] for match in _PATTERNS.EDGES.finditer(text)]
    return {_read(word) for word in words}


def _read(word: str, *, lone: bool = False) -> Number:
    if word.isdigit():
        return Number(int(word), lone=lone)
    return Number(read_roman(word), roman=True, lone=lone)


def find_printed_pages(
    numbers: Mapping[int, Collection[Number]], stamped: Mapping[int, int], sheets: int
) -> PrintedPages:
    """Decide what the pages of an order are called, by the numbers on its sheets.

    Numbers that are printed once each come first, then those of the stamps, then the sheets' own.
    """
    of_stamps = _follow_stamps(stamped, sheets)
    shift = _find_shift(numbers)
    if shift is None:
        return of_stamps
    bearing = {sheet for sheet, found in numbers.items() if _bears(found, sheet + shift)}
    romans = _find_romans(numbers, min(bearing))
    numbered = sheets - max(romans, default=max(0, -shift))
    if 2 * len(bearing) < numbered - 1 or (shift and not _is_sure(numbers, bearing, numbered)):
        return of_stamps
    if _begins_anew(numbers, bearing):
        return PrintedPages(PageNumbers.RESTARTING)
    if not shift and not romans:
        return PrintedPages(PageNumbers.PRINTED)
    last = max(bearing) + 1  # a last page often bears none; what follows it is not numbered
    labels = [
        romans[sheet]
        if sheet in romans
        else str(sheet + shift)
        if max(romans, default=0) < sheet <= last and sheet + shift > 0
        else ""
        for sheet in range(1, sheets + 1)
    ]
    return PrintedPages(PageNumbers.PRINTED, tuple(labels))


def _bears(found: Iterable[Number], value: int) -> bool:
    return any(one.value == value and not one.roman for one in found)


def _find_shift(numbers: Mapping[int, Collection[Number]]) -> int | None:
    """Return by how much most sheets' numbers differ from the sheets'; a lone one counts twice."""
    weights: Counter[int] = Counter()
    for sheet, found in numbers.items():
        for shift in {one.value - sheet for one in found if not one.roman}:
            lone = any(one.lone and one.value == sheet + shift for one in found)
            weights[shift] += 1 + lone
    return max(weights, key=lambda shift: (weights[shift], -abs(shift)), default=None)


def _is_sure(
    numbers: Mapping[int, Collection[Number]], bearing: Collection[int], numbered: int
) -> bool:
    """Return whether numbers that are not the sheets' own are the pages': most sheets have them."""
    lone = sum(any(one.lone for one in numbers[sheet]) for sheet in bearing)
    return 2 * len(bearing) > numbered and (len(bearing) > FEWEST or lone >= FEWEST)


def _find_romans(numbers: Mapping[int, Collection[Number]], first: int) -> dict[int, str]:
    """Return the labels of sheets before `first`, where roman numbers count them."""
    shifts = Counter(
        one.value - sheet
        for sheet, found in numbers.items()
        for one in found
        if one.roman and sheet < first
    )
    shift, count = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    bearing = [
        (sheet, one.lone)
        for sheet, found in numbers.items()
        for one in found
        if one.roman and sheet < first and one.value == sheet + shift
    ]
    if not bearing or (count == 1 and not bearing[0][1]):
        return {}
    last = max(sheet for sheet, _ in bearing)
    return {sheet: write_roman(sheet + shift) for sheet in range(1, last + 1) if sheet + shift > 0}


def _begins_anew(numbers: Mapping[int, Collection[Number]], bearing: Collection[int]) -> bool:
    """Return whether two consecutive sheets, or one with a lone 1, count from elsewhere."""
    others = {
        sheet: {one for one in found if not one.roman}
        for sheet, found in sorted(numbers.items())
        if sheet not in bearing
    }
    if any(one.lone and one.value == 1 for found in others.values() for one in found):
        return True
    return any(
        behind == before + 1 and {one.value + 1 for one in others[before]} & {
            one.value for one in others[behind]
        }
        for before, behind in pairwise(others)
    )  # fmt: skip


def _follow_stamps(stamped: Mapping[int, int], sheets: int) -> PrintedPages:
    """Return the count of the stamps of electronic filing, if it runs through the file."""
    shifts = Counter(page - sheet for sheet, page in stamped.items())
    if len(shifts) != 1 or 2 * len(stamped) <= sheets:
        return PrintedPages(PageNumbers.COUNTED)
    (shift,) = shifts
    if not shift:
        return PrintedPages(PageNumbers.STAMPED)
    labels = tuple(str(max(0, sheet + shift) or "") for sheet in range(1, sheets + 1))
    return PrintedPages(PageNumbers.STAMPED, labels)
