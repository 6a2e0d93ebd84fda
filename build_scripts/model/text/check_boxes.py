"""Check boxes in an order's text: an unchecked option is not part of the text, a checked one is."""

from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "check_boxes.toml")


def clear_check_boxes(text: str) -> str:
    """Blank out unchecked options and the boxes themselves; offsets stay the same.

    An option runs from its box to the next box, full stop or semicolon. "The motion is: ☐ GRANTED ☒
    DENIED" becomes "The motion is                DENIED".
    """
    boxes = list(_PATTERNS.BOX.finditer(text)) if _PATTERNS.DRAWN.search(text) else []
    if not boxes:
        return text
    before = text[: boxes[0].start()]
    # The colon before the options belongs to the drawn form.
    cleared = before.rstrip().removesuffix(":").rstrip().ljust(len(before))
    for box, following in zip(boxes, [*boxes[1:], None], strict=True):
        stop = following.start() if following else len(text)
        ended = _PATTERNS.OPTION_ENDS.search(text, box.end(), stop)
        option = ended.end() if ended else stop
        blank = option if box["unchecked"] else box.end()
        cleared += " " * (blank - box.start()) + text[blank:stop]
    return cleared


def is_checked_option(text: str) -> bool:
    """Return whether a text begins with a checked box: it ends the sentence above it."""
    box = _PATTERNS.BOX.match(text.lstrip())
    return box is not None and box["checked"] is not None


def is_option(text: str) -> bool:
    """Return whether a text begins with a box, checked or not."""
    return _PATTERNS.BOX.match(text.lstrip()) is not None
