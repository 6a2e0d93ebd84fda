"""Courts whose printed names OCR misread: "EASTERN DlSTIUCT OF MICHIGAN"."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from build_scripts.model.description import Court
from build_scripts.model.law.court_table import load_court_table
from build_scripts.model.text.folding import normalize_alnum

_HEADS = ("unitedstatesdistrictcourt", "unitedstatescourtofappeals")
_ALONE = ("scotus", "fisc")
_LIKE = 0.8  # of the letters of a name
_HEAD_LIKE = 0.75
_AHEAD = 0.02  # of the next likely name
_FEWEST_LETTERS = 15


@cache
def _list_names() -> tuple[Mapping[str, Court], ...]:
    """Return the names that a second line prints, below each head, and those of one line."""
    table = load_court_table()
    districts = {
        normalize_alnum(f"{head}{direction} district of {place}"): court
        for (direction, place), court in table.districts.items()
        for head in ("", "for the ")
    }
    circuits = {
        normalize_alnum(f"for the {name} circuit"): court for name, court in table.circuits.items()
    }
    alone = {
        normalize_alnum(court.name): court
        for court in table.named.values()
        if court.court_id in _ALONE
    }
    return districts, circuits, alone


def _measure(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _HEAD_LIKE else 0.0


def _find_likest(printed: str, names: Mapping[str, Court]) -> Court | None:
    if not _FEWEST_LETTERS <= len(printed) <= 60:
        return None
    scores = sorted(((_measure(printed, name), name) for name in names), reverse=True)[:2]
    is_clear = scores[0][0] - scores[-1][0] >= _AHEAD
    return names[scores[0][1]] if scores[0][0] >= _LIKE and is_clear else None


def find_misread_court(lines: Sequence[str]) -> tuple[int, Court] | None:
    """Return the first court whose printed name some lines have nearly, and the line, or None.

    A federal trial court or court of appeals has its kind on one line, its place on the next or
    below it; the kind alone is not enough.
    """
    districts, circuits, alone = _list_names()
    squeezed = [normalize_alnum(line) for line in lines]
    for index, line in enumerate(squeezed):
        for head, names in zip(_HEADS, (districts, circuits), strict=True):
            if abs(len(line) - len(head)) < len(head) // 3 and _measure(line, head) >= _HEAD_LIKE:
                for below in squeezed[index + 1 : index + 3]:
                    if court := _find_likest(
                        below.removeprefix("forthe") if names is districts else below, names
                    ):
                        return index, court
        if court := _find_likest(line, alone):
            return index, court
    return None
