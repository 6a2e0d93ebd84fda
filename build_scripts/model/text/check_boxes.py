"""Check boxes in an order's text: an unchecked option is not part of the text, a checked one is."""

import re

from build_scripts.model.text.pattern import Pattern

_PAPER = (
    r"(?:motion|application|petition|request|objection|stipulation|complaint|action|case|appeal"
    r"|hearing|conference)"
)
# The marks with which an option of a form begins.
_DECISION = (
    rf"(?:the\s+(?:court|(?:[\w'’]+\s+){{0,2}}{_PAPER})|motion|it|is|so|granted|denied|deferred"
    r"|dismissed|approved|sustained|overruled|continued|vacated|stayed|moot|withdrawn|ordered)\b"
)
_BOX = Pattern(
    rf"""
      (?P<checked> [☒☑✓✔✗✘🗹] | [\[(]\s?[Xx✓✔]\s?[\])](?=\s*{_DECISION})
        | _{{1,9}}\s?[Xx✓✔]\s?_{{1,9}}(?=\s*{_DECISION}) )
    | (?P<unchecked> [☐□❏❑⬜] | [\[(][\s_]{{1,6}}[\])](?=\s*{_DECISION})
        | (?<![\w_])_{{2,20}}(?=\s+{_DECISION}) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "☐ GRANTED",
        "[ ] granted",
        "( ) DENIED",
        "___ denied",
        "[_] Granted",
        "☒ GRANTED",
        "[X] granted",
        "(x) DENIED",
        "_X_ denied",
        "✓ GRANTED",
    ],
    refuses=[
        "the surety [ ] to reimbursement",  # an alteration of a quotation
        "(X) the date",
        "_X_",
    ],
)
# Every box contains one of these; they are quick to search for.
_DRAWN = Pattern(
    r"[☒☑✓✔✗✘🗹☐□❏❑⬜_]|[\[(][\s_Xx✓✔]",
    accepts=["☐ GRANTED", "[ ] granted", "(x) DENIED", "__ denied"],
    refuses=["(Doc. 5)", "[T]he motion"],
)
_OPTION_ENDS = Pattern(
    r"[.;](?=\s|$)",
    accepts=["GRANTED. ", "denied;"],
    refuses=["GRANTED", "Local Rule 7.1"],
)


def clear_check_boxes(text: str) -> str:
    """Blank out unchecked options and the boxes themselves; offsets stay the same.

    An option runs from its box to the next box, full stop or semicolon. "The motion is: ☐ GRANTED ☒
    DENIED" becomes "The motion is                DENIED".
    """
    boxes = list(_BOX.finditer(text)) if _DRAWN.search(text) else []
    if not boxes:
        return text
    before = text[: boxes[0].start()]
    # The colon before the options belongs to the drawn form.
    cleared = before.rstrip().removesuffix(":").rstrip().ljust(len(before))
    for box, following in zip(boxes, [*boxes[1:], None], strict=True):
        stop = following.start() if following else len(text)
        ended = _OPTION_ENDS.search(text, box.end(), stop)
        option = ended.end() if ended else stop
        blank = option if box["unchecked"] else box.end()
        cleared += " " * (blank - box.start()) + text[blank:stop]
    return cleared


def is_checked_option(text: str) -> bool:
    """Return whether a text begins with a checked box: it ends the sentence above it."""
    box = _BOX.match(text.lstrip())
    return box is not None and box["checked"] is not None


def is_option(text: str) -> bool:
    """Return whether a text begins with a box, checked or not."""
    return _BOX.match(text.lstrip()) is not None
