"""Stamps: the electronic filing system's line on each page, the clerk's "FILED" on the first."""

import re
from collections.abc import Sequence
from itertools import islice

from build_scripts.cleaning.lines import Cut, Line
from build_scripts.model.clean_order import EcfStamp, RemovalReason
from build_scripts.text.pattern import Pattern

ECF_STAMP = Pattern(
    r"""
    (?<![A-Za-z0-9]) (?: USCA \s+ )? Case \s* [:\#]? \s*
    (?P<docket> \d{1,2}:\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Za-z0-9]{1,5}){0,5} | \d{2}-\d{2,5} )
    \s+ (?:Document|Doc\.?) \s* [:\#]{0,2} \s* (?P<document> [\d-]{1,12} )
    (?: \s+ (?:Date\s+)? Filed \s* :? \s* (?P<filed> \d{1,2}/\d{1,2}/\d{2,4} )
      | \s+ (?:Date\s+)? Entered \s* :? \s* \d{1,2}/\d{1,2}/\d{2,4} (?:\s+\d{1,2}:\d{2}:\d{2})?
      | \s+ in \s+ [A-Z]{4} (?:\s+on\s+\d{1,2}/\d{1,2}/\d{2,4})?
      | \s+ Page \s* :? \s* (?P<page> \d{1,4} ) (?: \s+ of \s+ (?P<count> \d{1,4} ) )?
      | \s+ Page \s* ID \s* [.\#:]{0,3} \s* (?: <\w{1,12}> | \d{1,7} )?
    ){1,6} (?![A-Za-z0-9])  # a word glued to it stays whole
    """,
    re.VERBOSE,
    accepts=[
        "Case 5:24-cv-06184-EKL Document 22 Filed 01/02/25 Page 1 of 6",
        "Case 3:22-cv-01985-DMS-KSC Document 17 Filed 07/13/23 PageID.<pageID> Page 1 of 12",
        "Case: 10-1234 Document: 003110 Page: 1 Date Filed: 01/02/2010",
        "Case 2:16-cv-04626-PSG-SK Document 125 Filed 04/13/18 Page 1 of 4 Page ID #:3371",
        "USCA Case #08-5393 Document #1200 Filed: 01/02/2009 Page 1 of 5",
        "Case: 1:18-cv-05587 Document #: 24 Filed: 01/02/20 Page 1 of 6 PageID #:123",  # N.D. Ill.
    ],
    refuses=["in Case 5:24-cv-06184, Document 22 was filed on"],
)

SEGMENT = Pattern(
    r"\S+(?:[ ]{1,2}\S+)*",
    accepts=["JANE ROE      FILED"],
    refuses=["   "],
)
# Parts of a clerk's stamp, each a segment of its own in the upper right corner.
STAMP_PART = Pattern(
    r"""
      FILED | ENTERED | LODGED
    | (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC)[A-Z]{0,6}\.?\s+\d{1,2},?\s+\d{4}
    | [A-Z][A-Z.' -]{3,40},?\s+CLERK(?:\s+OF\s+COURT)?
    | CLERK,?\s+U\.?\s?S\.?\s+[A-Z ]{5,40}
    | U\.\s?S\.\s+(?:COURT\s+OF\s+APPEALS|DISTRICT\s+COURT)
    | (?:BY:?\s+)?[A-Z. _]{0,30}DEPUTY(?:\s+CLERK)?
    """,
    re.VERBOSE,
    accepts=[
        "FILED",
        "MAY 31 2022",
        "MOLLY C. DWYER, CLERK",
        "U.S. COURT OF APPEALS",
        "CLERK, U.S. DISTRICT COURT",
        "BY DEPUTY",
    ],
    refuses=["UNITED STATES COURT OF APPEALS", "May 31, 2022"],
    by="fullmatch",
)
CORNER_FROM = 45  # columns: the upper right corner
CORNER_DRIFT = 6
HEAD_LINES = 16  # a clerk's stamp stands in the first of the lines that hold anything


def find_ecf_stamps(lines: Sequence[Line]) -> tuple[list[Cut], dict[int, EcfStamp]]:
    """Every ECF stamp as a cut, and what it says by line index (the first of doubled stamps)."""
    cuts = []
    stamps: dict[int, EcfStamp] = {}
    for index, line in enumerate(lines):
        if "Case" not in line.text:
            continue
        for match in ECF_STAMP.finditer(line.text):
            cuts.append(Cut(index, match.start(), match.end(), RemovalReason.ECF_STAMP))
            stamps.setdefault(
                index,
                EcfStamp(
                    match["docket"],
                    match["document"],
                    match["filed"],
                    int(match["page"]) if match["page"] else None,
                    int(match["count"]) if match["count"] else None,
                ),
            )
    return cuts, stamps


def find_filed_stamp(lines: Sequence[Line]) -> list[Cut]:
    """The clerk's stamp in the corner of the first page, told from the heading by its columns."""
    filled = (index for index, line in enumerate(lines) if not line.blank)
    head = list(islice(filled, HEAD_LINES))
    parts = [
        (index, match)
        for index in head
        for match in SEGMENT.finditer(lines[index].text)
        if STAMP_PART.fullmatch(match[0])
    ]
    filed = next(((index, match) for index, match in parts if match[0] == "FILED"), None)
    if filed is None:
        return []
    parts += _find_parts_below(lines, head, *filed)
    return [
        Cut(index, match.start(), match.end(), RemovalReason.FILED_STAMP)
        for index, match in sorted(set(parts), key=lambda part: (part[0], part[1].start()))
    ]


def _find_parts_below(
    lines: Sequence[Line], head: Sequence[int], filed_at: int, filed: re.Match[str]
) -> list[tuple[int, re.Match[str]]]:
    """What stands in capitals right below "FILED": the clerk's name is on a line of its own."""
    centre = (filed.start() + filed.end()) / 2
    if centre < CORNER_FROM:
        return []
    return [
        (index, match)
        for index in head
        if filed_at < index
        for match in SEGMENT.finditer(lines[index].text)
        if match[0].isupper()
        and abs((match.start() + match.end()) / 2 - centre) <= CORNER_DRIFT
        and not any(character.isdigit() for character in match[0])
    ]
