"""Which lines of an order's front number a case: its own, one below, or a related one."""

import re

from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.law.docket_labels import Label, read_numbers
from build_scripts.model.law.docket_numbers import LONGEST_LINE
from build_scripts.model.text.pattern_table import read_patterns

_NEVER = (BlockKind.COURT, BlockKind.TITLE, BlockKind.REFERENCE)
_CALLS_CASES = (Label.CASE, Label.NUMBER)
_LONGEST_DOCKET_LINE = 160
_LONGEST_LABEL = 40
_PATTERNS = read_patterns(__package__, "docket_lines.toml")
ADVERSARY_LINE = _PATTERNS.ADVERSARY_LINE
RELATED_LINE = _PATTERNS.RELATED_LINE


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
    consolidated = _PATTERNS.CONSOLIDATED.search(line.text)
    below = below and not consolidated
    label = _PATTERNS.LOWER_LABEL.search(line.text)
    if own_panel:
        own = bool(re.search(r"\bbap\s+no", line.text, re.IGNORECASE))
        label = (None if own else label) or _PATTERNS.BANKRUPTCY_LABEL.search(line.text)
        below = below and not own
    appeal = _PATTERNS.APPEAL_LINE.search(line.text)
    if is_docket_line(line) and _PATTERNS.OWN_EVENT.search(line.text[:LONGEST_LINE]):
        return appeal.start() if appeal else None
    if appeal:
        return appeal.start() if consolidated and consolidated.start() < appeal.start() else 0
    if below and line.kind not in (BlockKind.PARTIES, BlockKind.TITLE):
        return 0
    # "ROE, No. 16-99999 Plaintiff-Appellant, D.C. No. 3:13-cv-00999": the first is this court's.
    return label.start() if label else None


def is_panel_line(line: LocatedBlock) -> bool:
    """Return whether a line names a bankruptcy appellate panel as the court that decides."""
    return bool(_PATTERNS.PANEL_COURT.search(line.text)) and not _PATTERNS.APPEAL_LINE.search(
        line.text
    )
