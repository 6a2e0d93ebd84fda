"""Labels of the numbers that a paper prints: a case's, a lower court's, a paper's."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.description import DocketNumber
from build_scripts.model.law.docket_numbers import fold_minus, list_alike, pick_numbers
from build_scripts.model.text.pattern import DIGITS, holds_any
from build_scripts.model.text.pattern_table import read_patterns, read_rows


class Label(StrEnum):
    """The meaning that a paper gives a number."""

    CASE = "of a case"
    NUMBER = "a number alone"
    BELOW = "of another court"
    RELATED = "of a related case"
    BANKRUPTCY = "of a bankruptcy case"
    ENTRY = "of a paper"
    OTHER = "of a person or place"
    NONE = "none"


_FILE = "docket_labels.toml"
# Meanings of the words in front of a number; the first that fits counts.
_CALLED = tuple((Label(row.name), row.pattern) for row in read_rows(__package__, _FILE, "called"))
_PATTERNS = read_patterns(__package__, _FILE)
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number in a text: its place, its form, and its label."""

    start: int
    end: int
    number: DocketNumber
    form: str
    label: Label
    listed: bool = False  # it goes on in a list
    several: bool = False  # its label announces more: "Nos."


def read_numbers(text: str, before: PrintedNumber | None = None) -> Iterator[PrintedNumber]:
    """Yield everything in a line that may be a case's number, with its label.

    `before`: the last number of the line above, whose list may go on in this one.
    """
    if not holds_any(text, DIGITS):
        return
    text = fold_minus(text)
    found = pick_numbers(text, (label.end() for label in _PATTERNS.LABEL.finditer(text)))
    if before and not found:
        alike = list(list_alike(text, 0, before.number.text))
        if alike and not text[alike[-1][1] :].strip(" ,;.)"):
            for start, end, number in alike:
                yield PrintedNumber(start, end, number, before.form, before.label, listed=True)
        return
    last = before if before and found and before.form == found[0][3] else None
    behind = 0
    for start, end, number, form in found:
        listed = bool(last and _PATTERNS.LIST.fullmatch(text[behind:start]))
        words = text[max(0, start - _LONGEST_LABEL) : start].rstrip("([")
        if last and listed:
            label = last.label
        elif _PATTERNS.CALENDAR.match(text, start):
            label = Label.OTHER
        else:
            label = next((name for name, called in _CALLED if called.search(words)), Label.NONE)
        several = listed or bool(_PATTERNS.SEVERAL.search(text[:start]))
        last, behind = PrintedNumber(start, end, number, form, label, listed, several), end
        yield last
        for more_start, more_end, more in list_alike(text, end, number.text) if several else ():
            if all(more_end <= other[0] or more_start >= other[1] for other in found):
                last = PrintedNumber(more_start, more_end, more, form, label, listed=True)
                behind = more_end
                yield last
