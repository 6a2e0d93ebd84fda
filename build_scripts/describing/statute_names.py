"""Statutes as prose names them, in one form: "18 U.S.C. § 1836(b)", "Defend Trade Secrets Act"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.text.pattern import Pattern

_NUMBER = r"\d{1,6}[a-z]{0,2}(?:[-–.:]\d{1,5}[a-z]{0,2})?(?:\(\w{1,5}\)){0,6}"
_SIGN = r"(?:§{1,2}|[Ss]ecs?\.|[Ss]ections?)"
_BETWEEN = rf"(?:\s?,?\s?(?:and|&|or)\s|\s?,\s?)(?:{_SIGN}\s?)?"
_CODE = r"""
    \d{1,2}\s?U\.?\s?S\.?\s?C\.?(?:\s?A\b\.?)?(?:\s?App\.?)?
  | (?:Cal(?:ifornia|\.)?|N\.\s?Y\.|Tex(?:as|\.)|Ill(?:inois|\.)|Fla\.|Mass\.|Wash\.)\s
    (?:[A-Z][A-Za-z.]{1,12}\s(?:&\s)?){1,3}(?:Code|Law)
"""
_CITED = Pattern(
    rf"""
    \b(?P<code>{_CODE}) \s? (?:{_SIGN}\s?)? (?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER}){{0,11}})
    (?P<et_seq>,?\s?et\.?\s?seq\b\.?)?
    """,
    re.VERBOSE,
    accepts=[
        "18 U.S.C. § 1836(b)",
        "42 U.S.C. §§ 1981, 1983, and 1985(3)",
        "28 U.S.C. Sec. 2254",
        "15 USC 1114",
        "46 U.S.C.App. §§ 181 et seq.",
        "Cal. Penal Code §§ 631 & 632.7",
    ],
    refuses=["18 U.S. 518", "ECF No. 18", "Code of Conduct"],
)
# A statute of Congress by its name, "Title VII" of one as well.
_NAMED = Pattern(
    r"""
    (?P<name> (?:Titles?\s[IVX]{1,5}\sof\sthe\s)?
      (?!The\b)[A-Z][\w’'.-]{1,20}
      (?:,?\s(?:(?:and|of|in|for|to|against|with|the|&)\s){0,2}[A-Z][\w’'.-]{1,20}){0,8}?
      \s Act (?:\sof\s\d{4})? ) \b
    """,
    re.VERBOSE,
    accepts=["the Fair Labor Standards Act", "Title VII of the Civil Rights Act of 1964"],
    refuses=["an act of God", "the Act", "Act One"],
)
# Sections that everybody calls by their number alone.
_BARE = Pattern(
    r"(?:§|\b[Ss]ection|\b[Ss]ec\.)\s?(?P<number>198[1356]|2241|225[45])\b(?!\s+of)",
    accepts=["§ 1983", "Section 2254"],
    refuses=["Section 1983 of the Code", "§ 1984"],
)
_BARE_TITLES = {"19": "42", "22": "28"}
# What may stand between the name of an act and its place in the code, or between two statutes.
_LINK = Pattern(
    r"""
    ^ \s? (?:\(\s?[“"‘']?(?:the\s)?[“"‘']?[\w\s.&-]{2,30}[”"’']?\)|,?\sas\samended)?
    (?:\s?[,;])? \s? (?:(?:and|&|or|as\swell\sas)\s)?
    (?:(?:(?:two|three|four|five|six|several|various)\s)?provisions\sof\s)?
    (?:the\s(?:federal\s)?|Title\s|of\s){0,2} (?:[A-Z]{3,6},\s)? $
    """,
    re.VERBOSE,
    accepts=[" (“DTSA”), ", ", ", "; and ", " and the ", "two provisions of the ", "the CIPA, "],
    refuses=[" was amended by ", " and in "],
    by="match",
)
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
        cited = pattern is _CITED
        comma_only = not re.search(r"\b(?:and|or|as well as)\b|[;&]", text[at : match.start()])
        if waiting and not (cited and comma_only):
            found.append(waiting)
        waiting = None
        if pattern is _NAMED:
            waiting = NamedStatute(_tidy(match["name"]), match.start(), match.end())
        else:
            found.extend(_list_sections(pattern, match))
        at = match.end()
    return (*found, waiting) if waiting else tuple(found)


def _find_next(text: str, at: int) -> tuple[Pattern[str], re.Match[str] | None]:
    for pattern in (_CITED, _BARE, _NAMED):
        match = pattern.search(text, at, at + _FURTHEST + 300)
        if match and match.start() <= at + _FURTHEST and _LINK.match(text[at : match.start()]):
            return pattern, match
    return _NAMED, None


def _list_sections(pattern: Pattern[str], match: re.Match[str]) -> Iterator[NamedStatute]:
    if pattern is _BARE:
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
