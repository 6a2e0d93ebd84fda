"""Blank forms: boxes that nobody checked, lines that nobody filled in."""

import re
from collections.abc import Sequence

from build_scripts.model.clean_order import Block
from build_scripts.model.text.pattern import Pattern

UNFILLED = Pattern(
    r"[☐□]|\[\s?\](?=\s+[A-Z])|\(\s\)(?=\s*[A-Z])|_{4,}",
    accepts=["☐ CONSENT", "[ ] GRANTED", "( ) Denied", "DATED: ________", "this ____ day of"],
    refuses=["☒ CONSENT", "[X] GRANTED", "entitle the surety [ ] to reimbursement"],
)
# A label with nothing behind it.
LABEL = Pattern(
    r"(?!(?i:the|it|this|we)\s)[A-Z][\w()“”\"'/. -]{0,50}:",
    accepts=["DATE:", "NAME:", "COUNSEL FOR (OR “PRO SE”):", "Signature of Counsel:"],
    refuses=[
        "The Court finds as follows:",  # a sentence
        "IT IS ORDERED, as follows:",
        "Dated: May 3, 2022",
    ],
    by="fullmatch",
)
LABEL_WORDS = 6
FORM_TITLE = Pattern(
    r"""
      notice (?:\W{1,3}consent\W{1,3}and\sreference | \sof\s(?:the\s)?availability
        | \sof\sright ) \b .{0,80}
    | .{0,40} \bconsent\s(?:or|/)\sdeclin .{0,80} | (?:consent|declination)\sto\s .{0,80}
    | \W{0,3}\[?proposed\]?\s .{0,80} | instructions? \b .{0,80} | .{3,80} \s [\[(]form[\])]
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "NOTICE OF AVAILABILITY OF MAGISTRATE JUDGE",
        "CONSENT OR DECLINATION",
        "[PROPOSED] ORDER",
        "INSTRUCTIONS FOR FILING",
        "JOINT CASE MANAGEMENT STATEMENT [FORM]",
    ],
    refuses=["CONSENT DECREE", "ORDER ON CONSENT", "ORDER APPROVING THE FORM OF NOTICE"],
    by="fullmatch",
)
FEWEST = 3  # places to fill in


def is_form_title(block: Block) -> bool:
    """Return whether a block is nothing but the title of a form."""
    return len(block.text) <= 120 and FORM_TITLE.fullmatch(block.text) is not None


def is_blank_form(blocks: Sequence[Block]) -> bool:
    """Return whether blocks hold places to fill in: at least FEWEST, one of them drawn or a box."""
    drawn = sum(len(UNFILLED.findall(block.text)) for block in blocks)
    labels = sum(
        len(block.text.split()) <= LABEL_WORDS and LABEL.fullmatch(block.text) is not None
        for block in blocks
    )
    return drawn > 0 and drawn + labels >= FEWEST
