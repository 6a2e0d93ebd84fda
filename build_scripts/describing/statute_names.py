"""Statutes as prose names them, in one form: "18 U.S.C. § 1836(b)", "Defend Trade Secrets Act"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_NUMBER = r"\d{1,6}[a-z]{0,2}(?:[-–.:]\d{1,5}[a-z]{0,2})?(?:\(\w{1,5}\)){0,6}"
_PATTERNS = read_patterns(__package__, "statute_names.toml", number=_NUMBER)
_BARE_TITLES = {"19": "42", "22": "28"}
_FURTHEST = 50  # characters between one statute of a row and the next


@dataclass(frozen=True, slots=True)
class NamedStatute:
    """A statute, and the characters `start` to `end` of the text that name it."""

    text: str
    start: int
    end: int


def read_statutes(text: str, start: int) -> tuple[NamedStatute, ...]:
    """Return the statutes in a row from `start` on, at most a "the" after it; () if none.

    An act that is also cited by its place in the code is named by that place alone.
    """
    found: list[NamedStatute] = []
    waiting: NamedStatute | None = None  # an act, until its citation follows or doesn't
    at = start
    while True:
        pattern, match = _find_next(text, at)
        if match is None:
            break
        cited = pattern is _PATTERNS.CITED
        comma_only = not re.search(r"\b(?:and|or|as well as)\b|[;&]", text[at : match.start()])
        if waiting and not (cited and comma_only):
            found.append(waiting)
        waiting = None
        if pattern is _PATTERNS.NAMED:
            waiting = NamedStatute(_tidy(match["name"]), match.start(), match.end())
        else:
            found.extend(_list_sections(pattern, match))
        at = match.end()
    return (*found, waiting) if waiting else tuple(found)


def _find_next(text: str, at: int) -> tuple[Pattern[str], re.Match[str] | None]:
    for pattern in (_PATTERNS.CITED, _PATTERNS.BARE, _PATTERNS.NAMED):
        match = pattern.search(text, at, at + _FURTHEST + 300)
        if (
            match
            and match.start() <= at + _FURTHEST
            and _PATTERNS.LINK.match(text[at : match.start()])
        ):
            return pattern, match
    return _PATTERNS.NAMED, None


def _list_sections(pattern: Pattern[str], match: re.Match[str]) -> Iterator[NamedStatute]:
    if pattern is _PATTERNS.BARE:
        title = _BARE_TITLES[match["number"][:2]]
        yield NamedStatute(f"{title} U.S.C. § {match['number']}", match.start(), match.end())
        return
    code = _name_code(match["code"])
    numbers = list(re.finditer(_NUMBER, match["numbers"]))
    for place, number in enumerate(numbers):
        last = place == len(numbers) - 1
        tail = " et seq." if last and match["et_seq"] else ""
        first = match.start("numbers") + number.start()
        yield NamedStatute(
            f"{code} § {number[0].replace('–', '-')}{tail}",
            first if place else match.start(),
            match.end() if last else match.start("numbers") + number.end(),
        )


def _name_code(printed: str) -> str:
    federal = re.match(r"(\d{1,2})\s?U", printed)
    if federal:
        return f"{federal[1]} U.S.C.{' App.' if 'App' in printed else ''}"
    return _tidy(printed)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("'", "’")
