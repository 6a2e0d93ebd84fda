"""Pin cites and the parentheses with court and year, as they follow a citation's core."""

import re
from dataclasses import dataclass

from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern import Pattern

# Accepted: "1206", "*2-3", "71 n. 10", "1206 & n.3", "437-40 & n. 25", "nn.3-4". A page list ends
# before anything that is not a page, so that ", 104 S. Ct. 1482" is cut off by the caller.
_NOTE = r"(?:&\s?)?(?:n{1,2}\.|fn\.|notes?\s)\s?\d{1,4}(?:[-–]\d{1,4})?"
_PAGE = rf"(?:\*{{1,2}}\s?)?\d{{1,6}}(?:\s?[-–—]\s?(?:\*{{1,2}}\s?)?\d{{1,6}})?(?:,?\s?{_NOTE})?"
_PAGES = rf"{_PAGE}(?:,\s?(?:&\s?|and\s)?{_PAGE}|\s?&\s?{_PAGE}){{0,12}}"
_PARAGRAPHS = (
    r"¶{1,2}\s?\d{1,4}(?:\([a-z0-9]\))?(?:\s?[-–—]\s?\d{1,4})?"
    r"(?:,\s?(?:and\s|&\s)?\d{1,4}(?:\s?[-–—]\s?\d{1,4})?){0,40}"
)

PIN = rf"""
    (?: \d{{1,4}}:\d{{1,2}}(?:[-–]\d{{1,4}}(?::\d{{1,2}})?)?(?![\d:])
      | (?: p{{1,2}}\.\s? | pages?\s )? (?: {_PAGES} ) (?: \s?\(¶{{1,2}}\s?[\d,–\-\s]{{1,30}}\) )?
      | {_PARAGRAPHS}
      | {_NOTE}
      | (?:Page\s?ID|PID|Pg\.?\s?ID)\.?\s?(?:Nos?\.?\s?)?[\#:]{{0,2}}\s?\d{{1,6}}(?:[-–]\d{{1,6}})?
    )
"""

# After a core. The year of ", 2006 WL" would be a page: the caller ends the region before the next
# citation.
AFTER_CORE = Pattern(
    rf"(?:,?\s?at\s?|,\s?)(?P<pin>{PIN})(?![\w.-]?\w)",
    re.VERBOSE,
    accepts=[", 1206 & n.3", ", at *2", " at 5", ", ¶ 12", ", p. 7"],
    refuses=[", 1206th Street", ", 2021-NCSC-57"],
    by="match",
)
PIN_ALONE = Pattern(
    PIN,
    re.VERBOSE,
    accepts=["1206", "*2-3", "71 n. 10", "437-40 & n. 25", "nn.3-4", "¶ 12"],
    refuses=["Cir.", "[159]", "the page"],
    by="match",
)
# "id.": a page may follow without "at" (Connecticut: "Id., 711"; Supreme Court: "Id., at 9").
AFTER_ID = Pattern(
    rf"(?:,?\s?at\s?(?P<pin>{PIN}|_{{2,}}) | ,?\s?(?P<paragraph>{_PARAGRAPHS})"
    rf" | ,?\s(?P<place>pp?\.\s{_PAGES}|PID\s\d{{1,6}}(?:[-–]\d{{1,6}})?"
    r"     |\d{1,4}:\d{1,2}(?:[-–]\d{1,4}(?::\d{1,2})?)?)"
    rf" | ,\s?(?P<page>{_PAGES})(?=[.;,)\]]))(?!\w)",
    re.VERBOSE,
    accepts=[" at 9", ", at ___", ", 711.", ", ¶ 12"],
    refuses=[", 711 F.2d 1", ". The court"],
    by="match",
)

COURT_AND_YEAR = Pattern(
    r"""\s?\(
    (?P<court>[^()]{0,90}?)
    (?P<date>"""
    + MONTH_BEGUN
    + r"""\s?\d{1,2},\s?)?
    (?P<year>1[6-9]\d\d|20\d\d)(?:[-–]\d{2,4})?
    (?:,\s(?:no\s|pet\.|writ|orig\.|rev\.|perm\.|cert\.|mem\.|unpub|per\scuriam)[^()\d]{0,40})?
    \)""",
    re.VERBOSE,
    accepts=[
        " (9th Cir. 2006)",
        " (N.D. Cal. Mar. 6, 2006)",
        " (CA10 1994)",
        " (1984)",
        " (2d Cir.1997)",
        " (D.C.Cir. Mar. 11, 1981)",
        " (Tex. App.—Waco 2005, no pet.)",
    ],
    refuses=[" (2006 amendment)", "(en banc)"],
    by="match",
)
# New York prints brackets within parentheses: "(People v Mendoza, 82 NY2d 415, 421 [1993])".
_BRACKETED_YEAR = Pattern(
    r"\s\[(?P<court>[^()\[\]]{0,40}?)(?P<year>1[89]\d\d|20\d\d)\]",
    accepts=[" [1993]", " [2d Dept 2010]"],
    refuses=[" (1993)", " [159]", "[1993]"],
    by="match",
)
# The year is left to a later history of the same year (Bluebook rule 10.5(d)):
# " (2d Cir.), cert. denied, 531 U.S. 1012 (2000)".
COURT_ALONE = Pattern(
    r"\s?\((?P<court>[^()\d]{2,40}|(?:[NSEWCM]\.)?[^()\d]{0,4}\d{1,2}(?:st|d|nd|rd|th)\sCir\.)\)(?=,\s[a-z])",
    accepts=[" (2d Cir.), cert. denied", " (N.D. Cal.), aff’d"],
    refuses=[" (2d Cir.)", " (2d Cir. 1990), cert. denied", " (2d Cir.), Roe"],
    by="match",
)
# California prints the year before the volume: "People v. Suite (1980) 101 Cal.App.3d 680".
YEAR_BEFORE = Pattern(
    r"\((?:[^()]{0,40}\s)?(?P<year>1[6-9]\d\d|20\d\d)\)\s?$",
    accepts=["People v. Suite (1980) ", "Roe v. Doe (9th Cir. 1980) "],
    refuses=["People v. Suite 1980 ", "(1980) Roe "],
)


@dataclass(frozen=True, slots=True)
class CourtAndYear:
    """The court and year in the parentheses after a citation."""

    court: str
    year: int
    end: int


def read_pin(text: str, start: int, limit: int) -> tuple[str | None, int]:
    """Return the pin cite printed at `start` (None if there is none) and where it ends.

    Nothing at or after `limit`, where the next citation begins, is read.
    """
    match = AFTER_CORE.match(text, start, limit)
    if match is None:
        return None, start
    return match["pin"].strip(), match.end()


def read_court_and_year(text: str, start: int) -> CourtAndYear | None:
    """Return court and year if they are at `start` in parentheses."""
    limit = min(len(text), start + 140)
    match = COURT_AND_YEAR.match(text, start, limit) or _BRACKETED_YEAR.match(text, start, limit)
    if match is None:
        return None
    return CourtAndYear(match["court"].strip(" ,"), int(match["year"]), match.end())
