"""Which lines of an order's front number a case: its own, one below, or a related one."""

import re

from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.law.docket_labels import Label, read_numbers
from build_scripts.model.law.docket_numbers import LONGEST_LINE
from build_scripts.model.text.pattern import Pattern

_NEVER = (BlockKind.COURT, BlockKind.TITLE, BlockKind.REFERENCE)
_CALLS_CASES = (Label.CASE, Label.NUMBER)
_LONGEST_DOCKET_LINE = 160
_LONGEST_LABEL = 40
_LOWER_LABEL = Pattern(
    r"\b(?:d\.\s?c\.(?!\s+cir)|agency(?!\W+appeal)|bap|bankr\w*\.?\s+court|tax\s+ct|district\s+court|lower)"
    r"(?!\w)[\w\s.]{0,20}\b(?:nos?|docket)\b|\bd\.\s?ct\.",
    re.IGNORECASE,
    accepts=["D.C. No. 4:20-cv-02860-JSW", "D. C. Docket No.", "Agency No. A12-345", "BAP No."],
    refuses=["D.C. Cir. No. 12-1234", "Agency. Appeal No. 12", "Civil Action No. 08-99"],
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
ADVERSARY_LINE = Pattern(
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
RELATED_LINE = Pattern(
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
    """Return whether a line of the front numbers a case, by its kind or its own words."""
    if line.kind is BlockKind.DOCKET:
        return True
    if line.kind in _NEVER:
        return False
    first = next(read_numbers(line.text[:_LONGEST_DOCKET_LINE]), None)
    # A syllabus runs on behind its number: "No. 11–889. Argued April 23, 2013 …".
    longest = _LONGEST_LABEL if len(line.text) < _LONGEST_DOCKET_LINE else len("Nos. ")
    return first is not None and first.start <= longest and first.label in _CALLS_CASES


def find_start_below(line: LocatedBlock, *, own_panel: bool, below: bool) -> int | None:
    """Return where in this line the numbers of the court below begin, or None if they don't.

    `below`: whether the line above ended with them.
    """
    if _CONSOLIDATED.search(line.text):
        below = False
    label = _LOWER_LABEL.search(line.text)
    if own_panel:
        own = bool(re.search(r"\bbap\s+no", line.text, re.IGNORECASE))
        label = (None if own else label) or _BANKRUPTCY_LABEL.search(line.text)
        below = below and not own
    if is_docket_line(line) and _OWN_EVENT.search(line.text[:LONGEST_LINE]):
        return None
    if _APPEAL_LINE.search(line.text):
        return 0
    if below and line.kind not in (BlockKind.PARTIES, BlockKind.TITLE):
        return 0
    # "ROE, No. 16-99999 Plaintiff-Appellant, D.C. No. 3:13-cv-00999": the first is this court's.
    return label.start() if label else None


def is_panel_line(line: LocatedBlock) -> bool:
    """Return whether a line names a bankruptcy appellate panel as the court that decides."""
    return bool(_PANEL_COURT.search(line.text)) and not _APPEAL_LINE.search(line.text)
