"""Public-domain citations, which courts give their own decisions: "2015 UT 46" is Utah's."""

import re

from build_scripts.model.law.known_courts import BESIDE
from build_scripts.model.text.pattern import Pattern

NEUTRAL = Pattern(
    r"""
    (?<![\w.-])(?P<year>(?:19[89]|20[0-4])\d)
    [-\s](?P<court>NCSC|NCCOA|NMSC|NMCA|NMCERT|Ohio|UT(?:\sApp)?|ND(?:\sApp)?|SD|MT|ME|VT|WY
      |COA?|WI(?:\sApp)?|OK(?:\sC(?:R|IV\sAPP))?|IL(?:\sApp\s\(\d(?:st|nd|rd|d|th)\))?|AR|Ark\.|DNH|NH
      |PA\sSuper|MSPB|BNH)
    [-\s](?P<number>\d{1,7})(?:-[UB])?(?![\w.]*\d)
    """,
    re.VERBOSE,
    accepts=[
        "2021-NCSC-57",
        "2019-Ohio-4592",
        "2012 UT 33",
        "2010 ND 5",
        "2014 COA 113",
        "2011-NMSC-016",
        "2020 IL 124213",
        "2005 MT 90",
    ],
    refuses=[
        "2003-SCC-12",  # no such court here
        "in 2012 UT law",
    ],
)
# A court's own spelling at the head of its decision: without blanks, with the parish's "U".
OWN_NEUTRAL = Pattern(
    r"(?:19[89]|20[0-4])\d\s?(?P<court>COA?)\s?\d{1,4}M?"
    r"|(?:19[89]|20[0-4])\d[ -](?P<other>NCSC|NCCOA|NMSC|NMCA|UT(?:\sApp)?|ND|SD|MT|ME|VT|WY|VT"
    r"|WI(?:\sApp)?|OK(?:\sC(?:R|IV\sAPP))?|IL(?:\sApp\s\(\d(?:st|nd|rd|d|th)\))?"
    r"|Ark\.(?:\sApp\.)?|N\.H\.|PA\sSuper|MSPB|Ohio|CO|NV|S\.D\.|N\.D\.)"
    r"[ -]\d{1,7}(?:-[UB])?(?:\s\([A-Z]\))?",
    re.IGNORECASE,
    accepts=["2019COA123", "2022-NCSC-1", "2020 IL App (1st) 190001-U", "2015 UT App 46"],
    refuses=["2019 WL 12345", "2020 in Ohio"],
)


def name_neutral_court(printed: str) -> str | None:
    """Return the id of the court whose citations have `printed` between year and number, or None.

    All of Ohio's courts share one mark, which identifies none.
    """
    mark = re.sub(r"\s*\(.*|\.", "", printed).upper().strip()
    court: str | None = BESIDE["neutral"].get(mark)
    return court
