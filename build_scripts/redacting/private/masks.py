"""Public data that resemble private data: blanked before a search for shapes alone.

Citations, docket numbers, statutes, amounts, dates and the numbers that lawyers give to papers have
as many digits as a telephone number, in similar groups.
"""

import re

from build_scripts.model.text.pattern import Pattern

BLANK = "\x00"  # no detector takes it for a digit, a letter or a blank

_REPORTED = Pattern(
    r"\d{1,4}\s(?:[A-Z][\w.']{0,12}\s?){1,5}(?:\d?[a-z]{1,2}\.?\s)?\s?\d{1,5}(?:[-–]\d{1,5})?",
    accepts=["433 F.3d 1199", "141 S. Ct. 2190, 2194-95", "212 Cal. App. 4th 415", "555 U.S. 123"],
    refuses=["702-555-0142", "(702) 555-0142", "219 09 9999"],
)
_DATABASE = Pattern(
    r"(?:19|20)\d\d\s(?:WL|[\w.\s]{0,30}LEXIS|[A-Z]{2}\b[\w.()\s-]{0,14})\s?\d{1,9}",
    accepts=["2017 WL 1343597", "2021 U.S. Dist. LEXIS 123456", "2015 IL App (1st) 142372-U"],
    refuses=["2017 and 1343597", "in 2017, 702-555-0142", "1817 WL 12"],
)
_DOCKET = Pattern(
    r"""
    \b (?:\d{1,2}:)? \d{2,4} \s?[-–]\s? [A-Za-z]{1,5}\.? \s?[-–]\s? \d{2,6}
    (?:[-–]?\(?\w{1,6}\)?){0,4}
    """,
    re.VERBOSE,
    accepts=["5:17-cv-02540-HRL", "No. 3:24-cr-00017-ABC-2", "2:15-ml-02668", "1:20-md-2924"],
    refuses=["702-555-0142", "219-09-9999", "X12-345678"],
)
_SECTION = Pattern(
    r"""
    (?: §{1,2} | \b(?:sections?|secs?\.|ch\.|art\.|Code|Stat\.|C\.F\.R\.|R\.?S\.?A?\.?) )
    \s? \d[\d.:–-]* (?:\(\w{1,5}\))*
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "18 U.S.C. § 1836(b)",
        "Cal. Code Civ. Proc. § 2019.210",
        "§§ 25-1-101 to 25-1-120",
        "29 C.F.R. § 1604.11",
        "Section 415-555-0123",
        "N.J.R.S. 10:5-12",
    ],
    refuses=["702-555-0142", "a section of 702-555-0142", "party 12-3456789"],
)
_AMOUNT = Pattern(
    r"[$€£]\s?\d[\d,.]*|\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b",
    accepts=["$1,234,567.89", "123,456,789"],
    refuses=["702-555-0142", "12,34", "1234567"],
)
_BATES = Pattern(
    r"""
    \b [A-Z][A-Z&]+ (?:[-_ ][A-Z]{1,8})? [-_ ]? \d{4,10}
    (?:\s?[-–]\s?(?:[A-Z]+[-_ ]?)?\d{2,10})? \b
    """,
    re.VERBOSE,
    accepts=["ABC_0012345", "SMITH-000123", "DEF000456-460", "PX-0012345", "GOOG-DOJ-1234567"],
    refuses=["X12-345678", "702-555-0142", "Fax 7025550142"],
)
# A number after a label other than a telephone's.
_NUMBERED = Pattern(
    r"""
    \b(?: (?:Case|Docket|Dkt|Doc|Document|ECF|Index|File|Civ(?:il)?|Crim(?:inal)?|Cause|Appeal
          |Claim|Policy|Invoice|Contract|Patent|Application|Appl?|Serial|Model|Part|Lot|Parcel
          |Permit|Registration|Reg|Trademark|Order|Purchase|Tracking|Bates|Exhibit|Ex|Exh|APN|PIN
          |Adv|Proc|Control|Matter|Project|Item|Badge|Report|Incident|Grievance|Cert(?:ificate)?
          |Transaction|Ticket|Recording|Instrument|Book|Bill|Charge|NDC|ISBN|ISSN|SKU|VIN|CAS)
        s?\.?[ ]? (?:nos?\.?|numbers?|\#|:|id)? [ ]? :? [ ]?
      | (?<!tel\.[ ]) (?<!fax[ ]) (?<!phone[ ]) (?<!telephone[ ]) (?<!cell[ ])
        (?:nos?\.[ ]|\#[ ]?) )
    (?=[\w-]*\d) [\w/.–-]{3,40}\w (?:[ ]\d{3}[ ]\d{4}\b)?
    (?: (?:,[ ]|[ ]?&[ ]|,?[ ]and[ ]) (?=[\w-]*\d) [\d-]{3,40}\d ){0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Docket No. 123-456-7890",
        "Exhibit 212-555-0100",
        "APN 415-555-0123",
        "Nos. 212-555-0100 and 212-555-0101",
    ],
    refuses=["tel. no. 212-555-0100", "fax # 212-555-0100", "at 212-555-0100", "Docket No. A"],
)
_ADDRESS = Pattern(
    r"\b(?:https?://|www\.)[^\s<>\"”]{1,2000}",
    accepts=["https://example.org/a/2125550100", "www.example.org/2125550100"],
    refuses=["example.org 2125550100", "https:// 2125550100"],
)
_PIN = Pattern(
    r"""
    (?: \b(?:at|pp?\.|nn?\.|lines?|pages?) | ¶{1,2} ) \s
    (?!\d{3}[-–]\d{3}[-–]\d{4}) \d{1,5} (?:[:–,-]\s?\d{1,5})+
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "at 212:14-21",
        "pp. 415-555-601",
        "lines 415-555",
    ],
    refuses=["at 877-555-1839", "at 415", "that 212:14-21"],
)

_MASKS = (
    _ADDRESS,
    _DOCKET,
    _REPORTED,
    _DATABASE,
    _SECTION,
    _AMOUNT,
    _NUMBERED,
    _BATES,
    _PIN,
)


def mask_public_numbers(text: str) -> str:
    """Return `text`, with its length unchanged, with what is surely no private data blanked."""
    for mask in _MASKS:
        text = mask.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return BLANK * (match.end() - match.start())
