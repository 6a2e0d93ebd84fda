"""Clerks' boxes: rubber stamps and printed boxes in line with the text of a page's head or foot.

A box is told by its own words in capitals, each a segment of a line or a whole one; what else it
holds (a date, the city, "AT 3 O'CLOCK") leaves where it stands near such words.
"""

import re
from collections.abc import Iterator, Sequence

from build_scripts.cleaning.caption.patterns import DOCKET, TITLE
from build_scripts.cleaning.lines import Cut, Line, index_pages
from build_scripts.model.clean_order import RemovalReason
from build_scripts.text.pattern import Pattern

SEGMENT = Pattern(
    r"\S+(?:[ ]{1,2}\S+)*",
    accepts=["JANE ROE      FILED"],
    refuses=["   "],
)
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
_DATE = rf"{_MONTH}[A-Z]{{0,6}}\.?\s{{0,3}}[-–—~:]?\s{{0,3}}\d{{1,2}},?\s{{1,3}}(?:19|20)\d\d"
_FILED = r"(?:E-?FILED|FILED|ENTERED|LODGED|RECEIVED|DOCKETED)"
_JUNK = r"(?:[^\w\s]{1,3}\s?|[A-Za-z]{1,4}\s){0,2}"  # what OCR makes of a box's frame
# Words that no line of an order is made of.
BOX = Pattern(
    rf"""
    {_JUNK} (?:
      FILED
    | (?:ELECTRONICALLY\s+)? {_FILED} (?:\s+(?:AND|&|/)\s+ {_FILED})
    | ELECTRONICALLY \s+ (?:FILED|RECEIVED|ISSUED) .{{0,60}} | FILED\s+ELECTRONICALLY .{{0,40}}
    | {_FILED} \s+ (?:IN\s+(?:OPEN\s+COURT|(?:THE\s+)?(?:CLERK|OFFICE)\b) .{{0,40}}
        | BY\s+(?:THE\s+)?CLERK .{{0,40}} | ON\s+(?:THE\s+)?DOCKET .{{0,40}} | {_DATE} )
    | ENTERED\s+ON\s+(?:THE\s+)?DOCKET .{{0,40}}
    | CLERK [,.']? \s+ U\.?\s?S\.?,?\s+ (?:DIST|BANKR|COURT)\S{{0,10}} [A-Z.,?=’' ]{{0,40}}
    | CLERK [,.']? \s+ (?:SUPREME|SUPERIOR|CIRCUIT|DISTRICT|COUNTY|APPELLATE)\s+COURTS?\b .{{0,40}}
    | CLERK\s+OF\s+(?:THE\s+)?(?:SUPREME|SUPERIOR|CIRCUIT|DISTRICT|APPELLATE)\s+COURTS?\b .{{0,40}}
    | (?:BY:?\s*)? [A-Z._/ ]{{0,30}} DEPUTY (?:\s+CLERK)? [.,]?
    | \S{{0,12}}\s?DEPUTY\s+CLERK (?:\W{{1,4}}\w{{0,3}}\W{{0,4}})?
    | A\s?TRUE\s+COPY \b .{{0,40}} | ATTEST:?\s+(?:A\s+)?TRUE\s+COPY .{{0,30}}
    | [A-Z][A-Z.'’ -]{{3,40}},\s+CLERK(?:\s+OF\s+(?:THE\s+)?COURTS?)?
    )
    """,
    re.VERBOSE,
    accepts=[
        "FILED",
        "FILED & ENTERED",
        "ELECTRONICALLY FILED",
        "CLERK, U.S. DISTRICT COURT",
        "BY DEPUTY",
        "re DEPUTY CLERK",
        "CLERK, U.S. DISTHIEE ZOURT’. .? =",
        "A TRUE COPY, TESTE:",
        "MOLLY C. DWYER, CLERK",
        "ENTERED ON DOCKET",
        "FILED IN OPEN COURT",
        "CLERK OF SUPREME COURT",
    ],
    refuses=[
        "UNITED STATES COURT OF APPEALS",
        "Filed: May 1, 2020",
        "ORDER FILED UNDER SEAL",
        "Clerk of the Court",
        "ENTERED this 1st day of May",
        "ORDER DIRECTING CLERK OF COURT",
    ],
    by="fullmatch",
)
# What else stands in a box.
BESIDE = Pattern(
    rf"""
    (?: {_JUNK}{_DATE} | {_FILED} | \d{{1,2}}[:.]\d\d\s*[AP]\.?M\.?(?:\s?\([A-Z]{{2,3}}\))?
    | AT\s+.{{0,12}}O['’]CLOCK .{{0,10}}
    | U\.\s?S\.\s+(?:COURT\s+OF\s+APPEALS|DISTRICT\s+COURT) | [A-Z]{{3,20}}[,.]\s+[A-Z]{{4,20}}
    | BY:?\s*_{{0,30}} | \d{{1,2}}/\d{{1,2}}/\d{{2,4}} | TIME:? .{{0,12}} )
    """,
    re.VERBOSE,
    accepts=["MAY 31 2022", "U.S. COURT OF APPEALS", "ALEXANDRIA, VIRGINIA", "4:15 PM"],
    refuses=["UNITED STATES COURT OF APPEALS", "May 31, 2022", "ORDER"],
    by="fullmatch",
)
# A rubber stamp's date: a short month in capitals, no comma.
STAMPED_DATE = Pattern(
    rf"{_JUNK}{_MONTH}\.?\s{{0,3}}[-–—~]?\s{{0,3}}\d{{1,2}}\s{{1,3}}(?:19|20)\d{{1,2}}",
    accepts=["AUG 31 2011", "MAY - 2 2013", "' . APR 15 2011"],
    refuses=["MAY 31, 2022", "AUGUST 31 2011", "Aug 31 2011"],
    by="fullmatch",
)
# The same, which OCR ran on to a line of the heading.
TRAILING_DATE = Pattern(
    rf"(?<=[\s'’.]){_MONTH}\.?\s{{0,3}}[-–—~]?\s{{0,3}}\d{{1,2}}\s{{1,3}}(?:19|20)\d{{1,2}}$",
    accepts=["DISTRICT OF VIRGINIA' . APR 15 2011"],
    refuses=["ON MAY 31, 2022", "APR 15 2011 ORDER"],
)
CORNER_FROM = 45  # columns: the upper right corner
CORNER_DRIFT = 16
TALLEST = 8  # lines of a box
GAP = 2  # at most one blank line in it
HEAD, FOOT = 16, 10  # lines of a page that hold anything
NEAR = 4  # lines between two parts of a box


def find_boxes(lines: Sequence[Line]) -> list[Cut]:
    """The boxes at pages' heads and feet, told from the heading by their columns."""
    cuts: list[Cut] = []
    for indexes in index_pages(lines).values():
        filled = [index for index in indexes if not lines[index].blank]
        for edge in {tuple(filled[:HEAD]), tuple(filled[-FOOT:])}:
            cuts.extend(_find_box(lines, edge))
    return sorted(set(cuts))


def _find_box(lines: Sequence[Line], edge: Sequence[int]) -> list[Cut]:
    segments = [(i, match) for i in edge for match in SEGMENT.finditer(lines[i].text)]
    parts = [part for part in segments if BOX.fullmatch(part[1][0])]
    ranks = {index: rank for rank, index in enumerate(edge)}
    near = {ranks[index] + step for index, _ in parts for step in range(-NEAR, NEAR + 1)}
    parts += [
        (index, match)
        for index, match in segments
        if (ranks[index] in near and BESIDE.fullmatch(match[0])) or STAMPED_DATE.fullmatch(match[0])
    ]
    if parts:
        parts += _find_below(lines, edge, *min(parts, key=lambda part: part[0]))
    parts += [(i, date) for i in edge if (date := TRAILING_DATE.search(lines[i].text))]
    return [Cut(i, m.start(), m.end(), RemovalReason.FILED_STAMP) for i, m in parts]


def _find_below(
    lines: Sequence[Line], edge: Sequence[int], top_at: int, top: re.Match[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """What stands below a box's first line in the same corner: the clerk's name, courts, a date.

    A docket number or a title there is the caption's.
    """
    centre = (top.start() + top.end()) / 2
    last, seen = top_at, 0
    for index in edge:
        if index <= top_at:
            continue
        if index - last > GAP or seen == TALLEST:
            return
        last = index
        for match in SEGMENT.finditer(lines[index].text):
            drift = abs((match.start() + match.end()) / 2 - centre)
            if match.start() < CORNER_FROM or (centre > CORNER_FROM and drift > CORNER_DRIFT):
                continue
            if DOCKET.match(match[0]) or TITLE.match(match[0]):
                return
            seen += 1
            yield index, match
