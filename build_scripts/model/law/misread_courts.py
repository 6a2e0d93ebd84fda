"""Courts whose printed names OCR misread: "EASTERN D1STRlCF OF MICHTGAN"."""

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
_FEWEST_LETTERS, _MOST_LETTERS = 15, 60
_APART = 8  # letters more or less than a name's


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
        normalize_alnum(f"{lead}{name} circuit"): court
        for name, court in table.circuits.items()
        for lead in ("", "for the ")
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
    if not _FEWEST_LETTERS <= len(printed) <= _MOST_LETTERS:
        return None
    likest: dict[Court, float] = {}
    for name, court in names.items():
        likest[court] = max(likest.get(court, 0.0), _measure(printed, name))
    first, second = sorted(likest, key=lambda court: -likest[court])[:2]
    is_clear = likest[first] >= max(_LIKE, likest[second] + _AHEAD)
    return first if is_clear else None


def find_misread_court(lines: Sequence[str]) -> tuple[int, Court] | None:
    """Return the first court whose printed name some lines have nearly, and its line, or None. A
    federal court has its kind on one line, its place on the next or below; one alone is not enough.
    """
    districts, circuits, alone = _list_names()
    squeezed = [normalize_alnum(line[:_MOST_LETTERS]) for line in lines]
    for index, line in enumerate(squeezed):
        run = line + "".join(squeezed[index + 1 : index + 2])
        for head, names in zip(_HEADS, (districts, circuits), strict=True):
            # "UNITEDSTATESDISTRICTCOURTFORTHESOUTHERNDISTRICTOF" | "NEWYORK"
            place = run.removeprefix(head) if run.startswith(head) else ""
            if named := next((name for name in names if place and place.startswith(name)), None):
                return index, names[named]
            is_head = abs(len(line) - len(head)) < _APART and _measure(line, head) >= _HEAD_LIKE
            for below in squeezed[index + 1 : index + 3] if is_head else ():
                if court := _find_likest(below, names):
                    return index, court
        if court := _find_likest(line, alone):
            return index, court
    return None
