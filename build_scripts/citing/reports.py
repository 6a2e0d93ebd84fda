"""Committee reports of Congress: "S. Rep. No. 99-541, at 3 (1986)"."""

import re

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import read_pin
from build_scripts.model.citation import CitationKind
from build_scripts.text.pattern import Pattern

_REPORT = Pattern(
    r"""
    (?<![\w.])(?P<house>S\.|H\.\s?R?\.?|Senate|House)\s?(?P<conference>Conf(?:erence|\.)\s)?R(?:ep\.|eport)
    \s?(?:No\.\s?)?(?P<number>\d{1,4}(?:[-–]\d{1,4})?)
    (?P<session>,\s\d{2,3}(?:th|st|d|nd|rd)\sCong\.,\s(?:\dd|1st|2d|2nd)\sSess\.)?
    """,
    re.VERBOSE,
    accepts=[
        "S. Rep. No. 99-541",
        "H.R. Rep. No. 103-827",
        "S.Rep. No. 1097, 90th Cong., 2d Sess.",
        "H.R. Conf. Rep. No. 104-458",
    ],
    refuses=["Police Report No. 12", "House report", "Rep. No. 12"],
)
_YEAR = Pattern(
    r"[^();.]{0,60}\((?P<year>\d{4})\)",
    accepts=[", at 3 (1986)"],
    refuses=[". The court (1986)", ", at 3"],
    by="match",
)


def find_reports(text: str) -> list[Mention]:
    """Return committee reports; the normal form has house, number, session and year as printed."""
    found = []
    for match in _REPORT.finditer(text):
        pin, end = read_pin(text, match.end(), len(text))
        year = _YEAR.match(text, end)
        house = "S." if match["house"].startswith("S") else "H.R."
        conference = "Conf. " if match["conference"] else ""
        number = match["number"].replace("–", "-")
        normal_form = f"{house} {conference}Rep. No. {number}{match['session'] or ''}"
        if year:
            normal_form += f" ({year['year']})"
        start = match.start()
        found.append(
            Mention(
                CitationKind.OTHER,
                start,
                end,
                normal_form,
                start,
                year.end() if year else end,
                year=int(year["year"]) if year else None,
                pin_cite=pin,
            )
        )
    return found
