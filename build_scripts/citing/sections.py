"""Section numbers and lists of them: "1331, 1332(a)", "17200, et seq.", "270a-270f"."""

import re
from dataclasses import dataclass

# One provision. Accepted: "1331", "1332(a)", "2000e-5(e)(1)", "53a-189", "2A:14-2(a)", "1798.150",
# "2560.503-1(h)(2)(iii)", "16.02". A full stop or hyphen at the end is the sentence's.
_PARTS = r"(?:\s?\((?!(?:18|19|20)\d\d\))[0-9A-Za-z]{1,5}\)){0,7}"
SECTION = rf"\d{{1,6}}[A-Za-z]{{0,3}}(?:[-–.:][0-9A-Za-z]{{1,6}}){{0,4}}{_PARTS}"
# The sign: "§", "§§", "section", "sec.", and "s", "ss" where a machine lost the sign.
SIGN = r"(?:§{1,2}|[Ss]ections?\b|[Ss]ecs?\.|ss?\b\.?(?=\s\d))"

_ITEM = re.compile(SECTION)
_SEPARATOR = re.compile(r"\s?(?:,\s?(?:and|&|or)|,|;|&|and|or|through|to)\s?(?:§{1,2}\s?)?(?=\d)")
_ET_SEQ = re.compile(r",?\s?et\.?\s?seq\.?(?:\s?q\.)?")
# What follows a number that is no further item of the list: another code, a reporter, a date.
_NOT_AN_ITEM = re.compile(
    r"\s?(?:U\.?\s?S\.?|C\.?\s?F\.?\s?R|F\.|S\.\s?Ct|L\.\s?Ed|WL\b|Fed\.|Cal\.|N\.|P\.|A\.|So\.|"
    r"Stat\.|[A-Z][a-z]+\.?\s\d|v\.\s|Cong\b|days?\b|years?\b|counts?\b)"
)
_RANGE = re.compile(r"(?P<first>\d{2,6}[a-z]?)[-–](?P<last>\d{2,6}[a-z]?)")


@dataclass(frozen=True, slots=True)
class Item:
    """One provision of a list; `number` has no blanks inside."""

    start: int
    end: int
    number: str


def read_sections(text: str, start: int, plural: bool) -> list[Item]:
    """Return the provisions listed at `start`, at most 24; only the first unless `plural`.

    "et seq." stays with its provision ("2510 et seq."); a range is one item ("270a-270f").
    """
    items: list[Item] = []
    while len(items) < 24 and (match := _ITEM.match(text, start)):
        end = match.end()
        if items and _NOT_AN_ITEM.match(text, end):
            break
        raw = match[0].rstrip(".-–: ")
        end = match.start() + len(raw)
        number = re.sub(r"\s", "", raw).replace("–", "-").replace("(l)", "(1)")
        if tail := _ET_SEQ.match(text, end):
            end, number = tail.end(), f"{number} et seq."
        items.append(Item(match.start(), end, number))
        separator = _SEPARATOR.match(text, end)
        if not plural or separator is None:
            break
        start = separator.end()
    return items


def is_range(number: str) -> bool:
    """Whether `number` is several provisions ("270a-270f"), not one with a hyphen ("53a-189")."""
    match = _RANGE.fullmatch(number)
    if match is None:
        return False
    first, last = (int(re.sub(r"\D", "", match[part])) for part in ("first", "last"))
    lettered = [match[part][-1].isalpha() for part in ("first", "last")]
    return first <= last and lettered[0] == lettered[1]


def base_of(number: str) -> str:
    """Return the section without its subdivisions: "1332(a)" → "1332"."""
    return re.split(r"[(\s]", number, maxsplit=1)[0]
