"""Section numbers and lists of them: "1331, 1332(a)", "17200, et seq.", "270a-270f"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.model.text.pattern_table import read_patterns

# One provision. Accepted: "1331", "1332(a)", "2000e-5(e)(1)", "53a-189", "2A:14-2(a)", "1798.150",
# "2560.503-1(h)(2)(iii)", "16.02". A full stop or hyphen at the end is the sentence's.
# OCR reads "(i)" as "®".
_PARTS = r"(?:\s?\((?!(?:18|19|20)\d\d\))[0-9A-Za-z]{1,5}\)){0,7}®?"
SECTION = rf"\d{{1,6}}[A-Za-z]{{0,3}}(?:[-–.:][0-9A-Za-z]{{1,6}}){{0,4}}{_PARTS}"
# A section of the Sentencing Guidelines: "2D1.1(b)(1)"; OCR reads "1" as "l": "2Dl.l".
GUIDELINE_NUMBER = r"[1-8][A-Z][1-9l]\.[\dl]{1,2}(?:\([0-9A-Za-z]{1,3}\)){0,5}"
# The sign: "§", "§§", "section", "sec.", and "s", "ss" where OCR lost the sign.
SIGN = r"(?:§{1,2}|[Ss]ections?\b|[Ss]ecs?\.|ss?\b\.?(?=\s\d))"

_PATTERNS = read_patterns(__package__, "sections.toml", section=SECTION)


@dataclass(frozen=True, slots=True)
class Item:
    """One provision of a list; `number` has no blanks inside."""

    start: int
    end: int
    number: str


def stretch(items: Sequence[Item], start: int, end: int | None = None) -> list[Item]:
    """Return a list's items, the first beginning at `start`, with the code or sign.

    If `end` is given, the last ends there, with the code after it.
    """
    stretched = list(items)
    if stretched:
        stretched[0] = replace(stretched[0], start=start)
        stretched[-1] = replace(stretched[-1], end=end or stretched[-1].end)
    return stretched


def read_sections(text: str, start: int, plural: bool) -> list[Item]:
    """Return the provisions listed at `start`, at most 24; only the first unless `plural`.

    "et seq." stays with its provision ("2510 et seq."); a range is one item ("270a-270f").
    """
    items: list[Item] = []
    while len(items) < 24 and (match := _PATTERNS.ITEM.match(text, start)):
        end = match.end()
        if items and _PATTERNS.NOT_AN_ITEM.match(text, end):
            break
        raw = match[0].rstrip(".-–: ")
        end = match.start() + len(raw)
        number = re.sub(r"\s", "", raw).replace("–", "-").replace("(l)", "(1)").replace("®", "(i)")
        if tail := _PATTERNS.ET_SEQ.match(text, end):
            end, number = tail.end(), f"{number} et seq."
        items.append(Item(match.start(), end, number))
        items += read_continuations(text, end, number)
        end = items[-1].end
        separator = _PATTERNS.SEPARATOR.match(text, end)
        if not plural or separator is None:
            break
        start = separator.end()
    return items


def read_continuations(text: str, start: int, number: str, limit: int | None = None) -> list[Item]:
    """Return the further subdivisions listed at `start`, each with the whole of `number` before it.

    A subdivision replaces the last one of its sort: "12(b)(1), (6)" is 12(b)(6) too. One of another
    sort is a list in the sentence: "under § 1332(a), (2) the claim".
    """
    items: list[Item] = []
    limit = len(text) if limit is None else limit
    while len(items) < 12 and (more := _PATTERNS.CONTINUED.match(text, start, limit)):
        parts = more["parts"]
        stem = _cut_before_sort(number, _sort_of(parts[1 : parts.index(")")]))
        if stem is None:
            break
        number = f"{stem}{parts}"
        start = more.end()
        items.append(Item(more.start("parts"), start, number))
    return items


def _cut_before_sort(number: str, sort: str) -> str | None:
    for part in reversed(list(re.finditer(r"\(([0-9A-Za-z]{1,5})\)", number))):
        if _sort_of(part[1]) == sort:
            return number[: part.start()]
    return None


def _sort_of(part: str) -> str:
    if part.isdigit():
        return "digits"
    return "small letters" if part.islower() else "capitals"


def is_range(number: str) -> bool:
    """Return whether `number` is a range ("270a-270f"), not one with a hyphen ("53a-189")."""
    match = _PATTERNS.RANGE.fullmatch(number)
    if match is None:
        return False
    first, last = (int(re.sub(r"\D", "", match[part])) for part in ("first", "last"))
    lettered = [match[part][-1].isalpha() for part in ("first", "last")]
    return first <= last and lettered[0] == lettered[1]


def correct_guideline_number(number: str) -> str:
    """Return a guideline's number with ones for what OCR read as letters: "2Dl.l(b)(l)"."""
    return re.sub(r"(?<=[A-Z.])l|(?<=\()l(?=\))", "1", number)


def base_of(number: str) -> str:
    """Return the section without its subdivisions: "1332(a)" → "1332"."""
    return re.split(r"[(\s]", number, maxsplit=1)[0]
