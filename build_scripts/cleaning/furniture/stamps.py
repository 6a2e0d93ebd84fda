"""The line that an electronic filing system stamps on each page."""

import re
from collections.abc import Sequence

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
