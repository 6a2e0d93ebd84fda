"""Which lines of an order's front number a case: its own, one below, or a related one."""

import re

from build_scripts.describing.opening import LocatedBlock
from build_scripts.law.docket_numbers import LONGEST_LINE
from build_scripts.model.clean_order import BlockKind
from build_scripts.text.pattern import Pattern

# A line that numbers this case.
_DOCKET_LINE = Pattern(
    r"""
    ^\W{0,3}(?:\(?\s*(?:case|civil|criminal|crim|civ|action|docket|misc|mdl|adv|cause|court|record
        |bankruptcy|chapter|cv|cr|c|calendar)\b[\s.:]{0,4}){0,5}
    (?:action|case|number|proceeding|a\.)?\s{0,3} (?:nos?\b[.:\s]{0,3})? \s{0,3}
    (?:[A-Z.]{1,6}[-–—\s]{0,2}){0,2} [\[(]?\d
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Case No.: 22-cv-1985",
        "Nos. 96-7169, 96-7186",
        "Civil Action No. 08-99",
        "CV 16-05234",
        "MDL No. 15-2641",
    ],
    refuses=["Re: Dkt. No. 16"],
    by="match",
)
_ENTRY_LINE = Pattern(
    r"\b(?:re\s*:|dkt|ecf\s+nos?|docs?\.|document)",
    re.IGNORECASE,
    accepts=["Re: Dkt. No. 16", "[Doc. 4]", "ECF No. 7"],
    refuses=["Case No. 22-cv-1985", "Docket No. 1633-65"],
)
_LOWER_LABEL = Pattern(
    r"\b(?:d\.\s?c\.(?!\s+cir)|agency|bap|bankr\w*\.?\s+court|tax\s+ct|district\s+court|lower)"
    r"(?!\w)[\w\s.]{0,20}\b(?:nos?|docket)\b|\bd\.\s?ct\.",
    re.IGNORECASE,
    accepts=["D.C. No. 4:20-cv-02860-JSW", "D. C. Docket No.", "Agency No. A12-345", "BAP No."],
    refuses=["D.C. Cir. No. 12-1234", "Civil Action No. 08-99"],
)
# In an appellate panel's own caption the bankruptcy case is the lower one.
_BANKRUPTCY_LABEL = Pattern(
    r"\b(?:bk|bankr|adv)\w*\.?\s+(?:case\s+)?nos?\b",
    re.IGNORECASE,
    accepts=["Bk. No. 19-12345", "Bankr. Case No. 19-12345", "Adv. No. 20-01234"],
    refuses=["BAP No. NV-19-1288-LBT", "Bankruptcy Judge"],
)
_PANEL_COURT = Pattern(
    r"\bbankruptcy\s+appellate\s+panel\b",
    re.IGNORECASE,
    accepts=["UNITED STATES BANKRUPTCY APPELLATE PANEL OF THE NINTH CIRCUIT"],
    refuses=["UNITED STATES BANKRUPTCY COURT"],
)
# An adversary proceeding has a number of its own; the bankruptcy case is the related one.
_ADVERSARY_LABEL = Pattern(
    r"\badv(?:ersary)?\b",
    re.IGNORECASE,
    accepts=["Adversary Proceeding No. 20-01234", "Adv. No. 20-01234"],
    refuses=["Advance Mills, Inc.", "Chapter 7 No. 19-12345"],
)
# A docket line that tells of this case's own course.
_OWN_EVENT = Pattern(
    r"\b(?:argued|decided|submitted)\b.{0,40}\d{4}",
    re.IGNORECASE,
    accepts=["No. 10-1377. Argued May 3, 2011. Decided June 4, 2011."],
    refuses=["No. 10-1377. Argued by Pat Poe.", "No. 10-1377. May 3, 2011"],
)
# A docket line with which a syllabus begins.
_EVENTS_BEHIND = Pattern(
    r"^\W{0,2}(?P<numbers>Nos?\.\s.{3,60}?)\b(?:Argued|Decided|Submitted)\b",
    accepts=["No. 11–889. Argued April 23, 2013—Decided June 13, 2013 The Red River Compact"],
    refuses=["No. 11–889. The Red River Compact", "Argued April 23, 2013"],
    by="match",
)
# The Tax Court's line, which reads like a reference.
_TAX_LINE = Pattern(
    r"^\W*Docket\s+Nos?\.\s+\d{3,5}-\d\d\b(?!-)",
    accepts=["Docket Nos. 19031-13, 27735-13"],
    refuses=["Docket No. 5-2020-123", "Docket No. 12-cv-345"],
    by="match",
)
# Where the Tax Court reports its memoranda.
_OWN_REPORT = Pattern(
    r"^\W*T\.\s?C\.\s+(?:Memo|Summary|No)\b",
    re.IGNORECASE,
    accepts=["T.C. Memo. 2020-26"],
    refuses=["154 T.C. 26", "United States Tax Court"],
    by="match",
)
_APPEAL_LINE = Pattern(
    r"\bappeals?\b.{0,60}\bfrom\b|\bcertiorari\s+to\b|\bpetitions?\s+for\b|\bdistrict\s+judge\b",
    re.IGNORECASE,
    accepts=[
        "Appeal from the United States District Court",
        "On writ of certiorari to the",
        "Jane Roe, District Judge",
    ],
    refuses=["UNITED STATES COURT OF APPEALS", "Roe's appeal"],
)
_CONSOLIDATED = Pattern(
    r"\bconsolidated\b|\band\s+related\b",
    re.IGNORECASE,
    accepts=["CONSOLIDATED WITH", "and related actions"],
    refuses=["Motion to Consolidate", "Related Case No. 22-cv-1985"],
)
_RELATED_LABEL = Pattern(
    r"\brelated?(?:s)?\b|\bmember\s+case",
    re.IGNORECASE,
    accepts=[
        "Related Case No. 22-cv-1985",
        "This document relates to: ALL ACTIONS",
        "Member Case No. 22-cv-1985",
    ],
    refuses=["Jane Roe, Relator", "Case No. 22-cv-1985"],
)


def is_docket_line(line: LocatedBlock) -> bool:
    """Whether a line of the front numbers a case, by its kind or its own words."""
    if line.kind is BlockKind.DOCKET:
        return True
    if _TAX_LINE.match(line.text):
        return True
    if line.kind in (BlockKind.COURT, BlockKind.TITLE, BlockKind.REFERENCE):
        return False
    if _OWN_REPORT.match(line.text):
        return False
    if _EVENTS_BEHIND.match(line.text):
        return True
    return (
        len(line.text) < 160
        and not _ENTRY_LINE.search(line.text)
        and bool(_DOCKET_LINE.match(line.text))
    )


def find_course(line: LocatedBlock, *, own_panel: bool, below: bool) -> bool:
    """Whether, with this line, the numbers are those of the court below."""
    if _CONSOLIDATED.search(line.text):
        below = False
    label = _LOWER_LABEL.search(line.text)
    if own_panel:
        own = bool(re.match(r"\W*bap\b", line.text, re.IGNORECASE))
        label = None if own else label or _BANKRUPTCY_LABEL.search(line.text)
        below = below and not own
    if is_docket_line(line) and _OWN_EVENT.search(line.text[:LONGEST_LINE]):
        return False
    if label or _APPEAL_LINE.search(line.text):
        return True
    return below and line.kind not in (BlockKind.PARTIES, BlockKind.TITLE)


def is_tax_line(text: str) -> bool:
    """Whether a line gives numbers as the Tax Court labels them."""
    return bool(_TAX_LINE.match(text))


def is_panel_line(line: LocatedBlock) -> bool:
    """Whether a line names a bankruptcy appellate panel as the court that decides."""
    return bool(_PANEL_COURT.search(line.text)) and not _APPEAL_LINE.search(line.text)


def is_adversary_line(line: LocatedBlock) -> bool:
    """Whether a line is about an adversary proceeding."""
    return bool(_ADVERSARY_LABEL.search(line.text))


def is_related_line(line: LocatedBlock) -> bool:
    """Whether a line says that its numbers are those of related cases."""
    return bool(_RELATED_LABEL.search(line.text))


def read_numbers_part(text: str) -> str:
    """Return what of a docket line holds its numbers: a syllabus runs on behind them."""
    behind = _EVENTS_BEHIND.match(text)
    return behind["numbers"] if behind else text
