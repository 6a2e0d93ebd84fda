"""The line that an electronic filing system stamps on each page."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import EcfStamp, RemovalReason
from build_scripts.model.text.pattern import Pattern

_DATE = r"\d{1,2}/\d{1,2}/\d{2,4}"
_NUMBER = r"\d{1,2}:\s?\d{2}\s?-[a-z]{2,4}-\d{3,6}(?:\s?-[A-Za-z0-9]{1,5}){0,5}"
# What stands behind the docket number, as each court has set up its system.
_PARTS = rf"""(?: [\s,]{{1,40}} (?:
      (?:Document|Doc\.?|ECF\s+No\.|DktEntry|Entry\s+Number) \s*[:\#]{{0,2}}\s*
        (?P<document>[\d-]{{1,12}}(?:\.\d{{1,3}})?)
    | (?:Date\s+)?Filed \s*(?:in\s+USDC\s+[A-Z]{{2}}/[A-Z]{{2}}\s+)?(?:on\s+)?:?\s*
        (?P<filed>{_DATE}) (?:\s+in\s+[A-Z]{{4}})?
    | (?:Date\s+)?Entered \s*:?\s* {_DATE} (?:\s+\d{{1,2}}:\d{{2}}:\d{{2}})?
    | Entered\s+on\s+[A-Z]{{4}}\s+Docket:?\s+ (?P<entered>{_DATE})
    | in\s+[A-Z]{{4}} (?:\s+on\s+{_DATE})?
    | (?P<bare>{_DATE}) (?=,) (?:,\s(?:ID:\s)?\d{{5,9}}(?=,))?
    | (?:Page|Pg) \s*:?\s* ["']?(?P<page>\d{{1,4}})
        (?:\s*of(?:\s+(?P<count>\d{{1,4}})|\s*$))? (?:\s-(?=\s))?
    | USDC\s[A-Z][a-z]{{3,12}} | P(?:age|g)\s*[Il]D \s*[.\#:]{{0,3}}\s* (?:<\w{{1,12}}>|\d{{1,7}})?
    | (?:Desc\s+)?Main(?:\s+Document)? | Entry\s+ID:\s\d{{4,9}}
    ) ){{2,8}} (?![A-Za-z0-9])  # a word glued to it stays whole
"""
ECF_STAMP = Pattern(
    rf"""
    (?<![A-Za-z0-9:/-])
    (?: (?:USCA\d{{0,2}}\s+|Appellate\s+|USDC\s+[A-Z]{{2}}/[A-Z]{{2}}\s+)?
        (?:Case|Appeal) \s*[:\#]?\s*
        (?P<docket> {_NUMBER} | \d{{2}}-\d{{2,5}}(?:-[A-Za-z]{{2,4}}\d{{0,2}})?
          | MDL\s+No\.\s+\d{{2,4}} )
      | (?P<alone> {_NUMBER} | \d{{2}}-\d{{5}}-[a-z]{{2,4}}\d{{0,2}} ) )
    {_PARTS}
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Case 5:24-cv-06184-EKL Document 22 Filed 01/02/25 Page 1 of 6",
        "Case 3:22-cv-01985-DMS-KSC Document 17 Filed 07/13/23 PageID.<pageID> Page 1 of 12",
        "Case: 10-1234 Document: 003110 Page: 1 Date Filed: 01/02/2010",
        "Case 2:16-cv-04626-PSG-SK Document 125 Filed 04/13/18 Page 1 of 4 Page ID #:3371",
        "USCA Case #08-5393 Document #1200 Filed: 01/02/2009 Page 1 of 5",
        "Case: 1:18-cv-05587 Document #: 24 Filed: 01/02/20 Page 1 of 6 PageID #:123",  # N.D. Ill.
        "Case: 19-12346 Date Filed: 01/02/2020 Page: 1 of 5",  # 11th Cir.
        "USCA4 Appeal: 19-1235 Doc: 12 Filed: 01/02/2020 Pg: 1 of 5",
        "Appellate Case: 19-1235 Page: 1 Date Filed: 01/02/2020 Entry ID: 4567891",  # 8th Cir.
        "Case: 19-12346, 01/02/2020, ID: 11534567, DktEntry: 12.1, Page 1 of 5",  # 9th Cir.
        "Case 19-1235, Document 123, 01/02/2020, 2345678, Page1 of 5",  # 2d Cir.
        "Case 1:19-cv-00124 ECF No. 12 filed 01/02/20 PageID.34 Page 1 of 5",  # W.D. Mich.
        "2:19-cv-12346-AC-DRG Doc # 12 Filed 01/02/20 Pg 1 of 5 Pg ID 34",  # E.D. Mich.
        "3:19-cv-00124-MGL Date Filed 01/02/20 Entry Number 12 Page 1 of 5",  # D.S.C.
        "19-12346-mg Doc 123 Filed 01/02/20 Entered 01/02/20 12:34:56 Main Document Pg 1 of 5",
        "Case 1:19-cv-20124-KMM Document 12 Entered on FLSD Docket 01/02/2020 Page 1 of 5",
        "Case 4:19-cv-00124 Document 5 Filed on 01/02/20 in TXSD Page 1 of 5",
        "Case MDL No. 2346 Document 12 Filed 01/02/20 Page 1 of 5",
        "Case 1: 19 -cv-00124-ABC  Document 5-1  Filed 01/02/20  Page '1 of 2 PagelD #: 34",  # OCR
        "Case 1:19-cv-00124-ABC -DEF Document 12 Filed 01/02/20 USDC Colorado Page 1 of",
        "Case 4:19-cv-00124-ABC-DE Document 12 Filed in USDC ND/OK on 01/02/20 Page 2 of 5",
        "USDC IN/ND case 1:19-cv-00124 document 12 filed 01/02/20 page 1 of 5",
    ],
    refuses=["in Case 5:24-cv-06184, Document 22 was filed on", "Case 19-1235, page 3"],
)
PIECE = Pattern(
    r"(?:document|doc|ecf|filed|date filed|entered|page|pg)\b.{0,40}$",
    re.IGNORECASE,
    accepts=["Document 12", "Filed 01/02/20", "Page 2 of 4 PageID #: 34"],
    refuses=["The document", "Filed under seal by Plaintiff in the district court in May of 2020"],
    by="match",
)
# A stamp too wide for its line: "PageID #:" | "168".
WRAPPED = Pattern(
    r"P(?:age|g)\s*[Il]D[\s.#:]{0,5}$",
    re.IGNORECASE,
    accepts=["Page 3 of 4 PageID #:", "Page 2 of 5 Page ID"],
    refuses=["PageID.34", "Page 3 of 4"],
)
WRAPPED_NUMBER = Pattern(
    r"[#:.]{0,2}\s?\d{1,7}",
    accepts=["168", "#:6288"],
    refuses=["168 F.3d", "1-2"],
    by="fullmatch",
)
LONGEST_PIECE = 60  # characters
LONGEST_STAMP = 9  # lines, blank ones included
_MAY_STAMP = Pattern(
    r"filed|page|pg\b",
    re.IGNORECASE,
    accepts=["Page 1", "Pg: 1", "FILED"],
    refuses=["the motion"],
)


def find_ecf_stamps(lines: Sequence[Line]) -> tuple[list[Cut], dict[int, EcfStamp]]:
    """Return every ECF stamp as a cut, and its content by line (the first of doubled stamps)."""
    cuts = []
    stamps: dict[int, EcfStamp] = {}
    for index, line in enumerate(lines):
        if line.content.casefold().startswith("case") and len(line.content) <= LONGEST_PIECE:
            pieces = _list_pieces(lines, index)
            joined = " ".join(lines[piece].content for piece in pieces)
            match = ECF_STAMP.fullmatch(joined)
            if match and len(pieces) > 1:
                cuts += [cut_whole(i, lines[i], RemovalReason.ECF_STAMP) for i in pieces]
                stamps[index] = _read_stamp(match)
        if not _MAY_STAMP.search(line.text):
            continue
        for match in ECF_STAMP.finditer(line.text):
            cuts.append(Cut(index, match.start(), match.end(), RemovalReason.ECF_STAMP))
            stamps.setdefault(index, _read_stamp(match))
            below = next((i for i in range(index + 1, len(lines)) if not lines[i].blank), None)
            if (
                below is not None
                and WRAPPED.search(match[0])
                and WRAPPED_NUMBER.fullmatch(lines[below].content)
            ):
                cuts.append(cut_whole(below, lines[below], RemovalReason.ECF_STAMP))
    return cuts, stamps


def _list_pieces(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines over which a tool split a stamp: "Document 19", "Page 2 of 4"."""
    pieces = [start]
    for index in range(start + 1, min(start + LONGEST_STAMP, len(lines))):
        if not lines[index].blank:
            if not PIECE.match(lines[index].content):
                break
            pieces.append(index)
    return pieces


def _read_stamp(match: re.Match[str]) -> EcfStamp:
    docket = match["docket"] or match["alone"]
    return EcfStamp(
        "".join(docket.split()) if ":" in docket else docket,  # OCR's blanks
        match["document"],
        match["filed"] or match["entered"] or match["bare"],
        int(match["page"]) if match["page"] else None,
        int(match["count"]) if match["count"] else None,
    )
